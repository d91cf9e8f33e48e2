import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { certificateDocuments, certificates } from "#db/schema/index.ts";
import type { Language } from "../../i18n/language.ts";
import { type KnownCertificate, withReplacement } from "../find.server.ts";

export type DocumentRow = typeof certificateDocuments.$inferSelect;

/** The documents of a certificate that were made, by language. */
export async function documentsOf(certificateId: string): Promise<Partial<Record<Language, DocumentRow>>> {
	const own = eq(certificateDocuments.certificateId, certificateId);
	const rows = await db.select().from(certificateDocuments).where(own);
	return Object.fromEntries(rows.map((row) => [row.lang, row]));
}

/** One of them; null when it was not made yet. */
export async function findDocument(certificateId: string, lang: Language): Promise<DocumentRow | null> {
	const one = and(eq(certificateDocuments.certificateId, certificateId), eq(certificateDocuments.lang, lang));
	const [row] = await db.select().from(certificateDocuments).where(one);
	return row ?? null;
}

/** The certificate whose document has that sha256; null when no document of ours does. */
export async function certificateByHash(hash: string): Promise<KnownCertificate | null> {
	if (!/^[0-9a-f]{64}$/.test(hash)) return null;
	const [row] = await db
		.select({ certificate: certificates })
		.from(certificateDocuments)
		.innerJoin(certificates, eq(certificates.id, certificateDocuments.certificateId))
		.where(eq(certificateDocuments.hash, hash));
	return row ? withReplacement(row.certificate) : null;
}
