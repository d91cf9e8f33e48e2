import { eq } from "drizzle-orm";
import { items } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { askedHash } from "../catalog/askedHash.ts";

const AT_ONCE = 200;

/** Gives the items of an earlier release the hash that they were stored without, in chunks. */
export async function markAskedHashes(): Promise<void> {
	while ((await transaction(markSome)) === AT_ONCE);
}

function* markSome(tx: Tx): Body<number> {
	const { id, content } = items;
	const unmarked = yield* run(
		tx.select({ id, content }).from(items).where(eq(items.askedHash, "")).limit(AT_ONCE),
	);
	for (const row of unmarked) {
		const marked = { askedHash: askedHash(row.content) };
		yield* run(tx.update(items).set(marked).where(eq(items.id, row.id)));
	}
	return unmarked.length;
}
