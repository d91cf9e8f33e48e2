import { and, asc, eq, gt, gte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, certificates } from "#db/schema/index.ts";
import { findDocument } from "./find.server.ts";
import { makeDocument } from "./make.server.ts";

/** `agency`: the code of the issuing one; `since`: issued from that time on, UTC milliseconds. */
export type ExportWish = { limit?: number; agency?: string; since?: number; origin: string; now: number };
export type Exported = {
	number: string;
	code: string;
	issuedOn: string;
	validUntil: string | null;
	isRevoked: boolean;
	/** Whether another one was issued in its stead; it is revoked then. */
	isReplaced: boolean;
	/** sha256 of the file, hexadecimal; null: it cannot be printed, `problem` says for which letters. */
	hash: string | null;
	problem: string;
};

const PAGE = 100;

/** Certificates with their documents, oldest first; what has no document yet gets one. */
export async function* certificatesToExport(wish: ExportWish): AsyncGenerator<Exported> {
	const { limit = Number.POSITIVE_INFINITY, agency, since = 0, origin, now } = wish;
	const { id } = certificates;
	let left = limit;
	for (let after = ""; left > 0; ) {
		const rows = await db
			.select({ certificate: certificates })
			.from(certificates)
			.innerJoin(agencies, eq(agencies.id, certificates.issuerId))
			.where(
				and(gt(id, after), gte(certificates.issuedAt, since), agency ? eq(agencies.code, agency) : undefined),
			)
			.orderBy(asc(id))
			.limit(Math.min(PAGE, left));
		for (const { certificate } of rows) {
			await makeDocument({ certificateId: certificate.id, lang: "id", origin, now });
			const document = await findDocument(certificate.id, "id");
			const { number, code, print, validUntil, revokedAt, replacedById } = certificate;
			yield {
				...{ number, code, issuedOn: print.issuedOn, validUntil, isRevoked: revokedAt !== null },
				isReplaced: replacedById !== null,
				...{ hash: document?.hash ?? null, problem: document?.problem ?? "" },
			};
		}
		left -= rows.length;
		const last = rows.at(-1);
		if (!last || rows.length < PAGE) return;
		after = last.certificate.id;
	}
}
