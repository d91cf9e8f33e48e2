import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { certificateDocuments, certificates } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";
import { putFile, recordFile, type StoredFile } from "../../http/files.server.ts";
import type { Language } from "../../i18n/language.ts";
import { logoBytes } from "../design/logoBytes.server.ts";
import { numberOf } from "../find.server.ts";
import { certificatePdf, UnprintableLetters } from "../pdf/certificatePdf.server.ts";
import { configuredSigner } from "../signing/signers.server.ts";
import { documentOf } from "./documentOf.ts";

type Making = { certificateId: string; lang: Language; origin: string; now: number };

/**
 * Makes and signs the document of a certificate, and keeps it; one that is there is left as it is. Should two workers make
 * it at once, the first one's counts.
 * @throws StoreFull, and what the signer throws: the job tries again, and the award stands meanwhile
 */
export async function makeDocument({ certificateId, lang, origin, now }: Making): Promise<void> {
	const own = and(eq(certificateDocuments.certificateId, certificateId), eq(certificateDocuments.lang, lang));
	const [made] = await db.select().from(certificateDocuments).where(own);
	if (made?.hash) return;
	const [certificate] = await db.select().from(certificates).where(eq(certificates.id, certificateId));
	if (!certificate) return;
	const signer = configuredSigner(process.env, now);
	const row = { certificateId, lang, signedBy: signer.kind, madeAt: now };
	try {
		const replaces = (certificate.replacesId && (await numberOf(certificate.replacesId))) ?? "";
		const logo = await logoBytes(certificate.print);
		const document = documentOf({ certificate, replaces, logo }, { lang, origin, signedBy: signer.kind });
		const stored = await putFile(
			await signer.sign(await certificatePdf(document, signer.kind === "local" ? now : null)),
		);
		await keep({ ...row, problem: "" }, stored);
	} catch (error) {
		if (!(error instanceof UnprintableLetters)) throw error;
		await keep({ ...row, problem: error.letters }, null);
	}
}

type Row = Omit<typeof certificateDocuments.$inferInsert, "hash">;

function keep(row: Row, stored: StoredFile | null): Promise<void> {
	return transaction(function* (tx) {
		if (stored) yield* recordFile(tx, { ...stored, mediaType: "application/pdf", now: row.madeAt });
		const whole = { ...row, hash: stored?.hash ?? null };
		yield* run(tx.insert(certificateDocuments).values(whole).onConflictDoNothing());
	});
}
