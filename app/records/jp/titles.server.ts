import { among } from "#db/bulk.server.ts";
import { certificates, learningElsewhere } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** What hours were given for, for people to read. */
export type ItemTitle = { title: string; issuer: string; number: string; certificateId: string | null };

/** The titles of what ledger items are about, by `about`. */
export function* titlesOf(tx: Tx, abouts: readonly string[]): Body<Map<string, ItemTitle>> {
	if (abouts.length === 0) return new Map();
	const { id, number, print } = certificates;
	const own = yield* run(tx.select({ id, number, print }).from(certificates).where(among(id, abouts)));
	const pieces = yield* run(
		tx
			.select({
				id: learningElsewhere.id,
				title: learningElsewhere.title,
				issuer: learningElsewhere.issuer,
				number: learningElsewhere.number,
			})
			.from(learningElsewhere)
			.where(among(learningElsewhere.id, abouts)),
	);
	const elsewhere = pieces.map(
		({ id: about, ...rest }) => [about, { ...rest, certificateId: null }] as const,
	);
	return new Map<string, ItemTitle>([
		...elsewhere,
		...own.map((one): [string, ItemTitle] => [
			one.id,
			{
				title: one.print.courseTitle,
				issuer: one.print.issuerName,
				number: one.number,
				certificateId: one.id,
			},
		]),
	]);
}
