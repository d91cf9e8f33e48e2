import { among } from "#db/bulk.server.ts";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** What hours were given for, for people to read. */
export type ItemTitle = { title: string; issuer: string; number: string; certificateId: string | null };

/** The titles of what ledger items are about, by `about`. */
export function* titlesOf(tx: Tx, abouts: readonly string[]): Body<Map<string, ItemTitle>> {
	if (abouts.length === 0) return new Map();
	const { id, number, print } = certificates;
	const own = yield* run(tx.select({ id, number, print }).from(certificates).where(among(id, abouts)));
	return new Map(
		own.map((one) => [
			one.id,
			{
				title: one.print.courseTitle,
				issuer: one.print.issuerName,
				number: one.number,
				certificateId: one.id,
			},
		]),
	);
}
