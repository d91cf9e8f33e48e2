import { eq, sql } from "drizzle-orm";
import { throttles } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

export type Verdict = { allowed: boolean; retryAfterSeconds: number };
type Limit = { key: string; limit: number; windowMs: number; now: number };

/** Counts one act of the key in its window; the first act opens the window. Not allowed from `limit` + 1 on. */
export function* countAct(tx: Tx, { key, limit, windowMs, now }: Limit): Body<Verdict> {
	const fresh = sql`${throttles.windowEndsAt} <= ${now}`;
	const [row] = yield* run(
		tx
			.insert(throttles)
			.values({ key, count: 1, windowEndsAt: now + windowMs })
			.onConflictDoUpdate({
				target: throttles.key,
				set: {
					count: sql`case when ${fresh} then 1 else ${throttles.count} + 1 end`,
					windowEndsAt: sql`case when ${fresh} then ${now + windowMs} else ${throttles.windowEndsAt} end`,
				},
			})
			.returning(),
	);
	return verdict(row, limit, now);
}

/** How the key stands without counting anything. */
export function* standing(tx: Tx, { key, limit, now }: Omit<Limit, "windowMs">): Body<Verdict> {
	const [row] = yield* run(tx.select().from(throttles).where(eq(throttles.key, key)));
	// The next act would be one more than is counted now.
	return verdict(row && { ...row, count: row.count + 1 }, limit, now);
}

/** Forgets the key, e.g. after a successful sign-in. */
export function* forgetActs(tx: Tx, key: string): Body<void> {
	yield* run(tx.delete(throttles).where(eq(throttles.key, key)));
}

/** Removes windows that have ended; for a job. */
export function* forgetEndedWindows(tx: Tx, now: number): Body<void> {
	yield* run(tx.delete(throttles).where(sql`${throttles.windowEndsAt} <= ${now}`));
}

function verdict(
	row: { count: number; windowEndsAt: number } | undefined,
	limit: number,
	now: number,
): Verdict {
	if (!row || row.windowEndsAt <= now || row.count <= limit) return { allowed: true, retryAfterSeconds: 0 };
	return { allowed: false, retryAfterSeconds: Math.ceil((row.windowEndsAt - now) / 1000) };
}
