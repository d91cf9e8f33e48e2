import { sql } from "drizzle-orm";
import { followFacts } from "#app/learning/assignments/follow.server.ts";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { activity, factCursors } from "#db/schema/index.ts";

/** Follows the log to its end: transactions of other test files, in other databases, can hold the reader back. */
export async function followLog(now: number): Promise<void> {
	const end = Date.now() + 10_000;
	for (;;) {
		await followFacts(now);
		const followed = sql`(select max(${factCursors.seq}) from ${factCursors})`;
		const [last] = await db.select({ seq: sql`max(${activity.seq})`, followed }).from(activity);
		if (!last?.seq || String(last.followed) === String(last.seq)) return;
		if (Date.now() > end) throw new Error("the log is not followed to its end");
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** Waits until the log can be read to its end: what other databases' transactions hold back now is not read by a job. */
export async function untilReadable(): Promise<void> {
	if (dialect() === "sqlite") return;
	const held = sql`${activity.transactionId} >= lpad(pg_snapshot_xmin(pg_current_snapshot())::text, 20, '0')`;
	const end = Date.now() + 10_000;
	while ((await db.select({ seq: activity.seq }).from(activity).where(held).limit(1)).length > 0) {
		if (Date.now() > end) throw new Error("the log cannot be read to its end");
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
