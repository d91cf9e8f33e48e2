import { count, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { items, placementExposure, placementItems, placementSittings } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";

/** Stands for the number of all sittings among the hashes. */
const SITTINGS = "sittings";
const KEPT_MS = 30_000;

/** How often items, by hash, were drawn in how many sittings. */
export type Drawn = { sittings: number; byHash: ReadonlyMap<string, number> };

let kept: { readAt: number; countedAt: number; counts: Map<string, number> } | undefined;
let since: { hash: string; at: number }[] = [];

/** The counts as last rolled up, with what this process has drawn since. */
export async function exposureNow(now: number): Promise<Drawn> {
	if (!kept || now - kept.readAt > KEPT_MS) {
		const rows = await db.select().from(placementExposure);
		const countedAt = Math.max(0, ...rows.map((row) => row.countedAt));
		kept = { readAt: now, countedAt, counts: new Map(rows.map((row) => [row.askedHash, row.drawn])) };
		since = since.filter(({ at }) => at > countedAt);
	}
	const byHash = new Map(kept.counts);
	for (const { hash } of since) byHash.set(hash, (byHash.get(hash) ?? 0) + 1);
	return { sittings: byHash.get(SITTINGS) ?? 0, byHash };
}

/** Notes what was drawn, once it is durable. */
export function noteDrawn(hashes: readonly string[], isNewSitting: boolean, at: number): void {
	since.push(...[...hashes, ...(isNewSitting ? [SITTINGS] : [])].map((hash) => ({ hash, at })));
}

/** Counts anew what all sittings have drawn; a job, so that no sitting counts the whole log. */
export async function rollUpExposure(now: number): Promise<void> {
	const drawn = await db
		.select({ askedHash: items.askedHash, drawn: count() })
		.from(placementItems)
		.innerJoin(items, eq(items.id, placementItems.itemId))
		.groupBy(items.askedHash);
	const [all] = await db.select({ drawn: count() }).from(placementSittings);
	const rows = [...drawn, { askedHash: SITTINGS, drawn: all?.drawn ?? 0 }];
	await transaction(function* (tx) {
		for (const row of rows) {
			const set = { drawn: row.drawn, countedAt: now };
			yield* run(
				tx
					.insert(placementExposure)
					.values({ ...row, countedAt: now })
					.onConflictDoUpdate({ target: placementExposure.askedHash, set }),
			);
		}
	});
}
