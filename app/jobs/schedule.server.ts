import { and, eq, lte } from "drizzle-orm";
import { schedules } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { enqueue } from "./queue.server.ts";

/** A recurring job: its name is the handler's. */
export type Recurring = { name: string; everyMs: number };

/** Makes the recurring jobs known; a changed interval takes effect with the next run. */
export function* planRecurring(tx: Tx, recurring: readonly Recurring[], now: number): Body<void> {
	for (const { name, everyMs } of recurring) {
		yield* run(
			tx
				.insert(schedules)
				.values({ name, everyMs, nextAt: now })
				.onConflictDoUpdate({ target: schedules.name, set: { everyMs } }),
		);
	}
}

/** Enqueues what is due; a run that was missed while nobody worked is made up for once. */
export function* enqueueDue(tx: Tx, now: number): Body<number> {
	const due = yield* run(tx.select().from(schedules).where(lte(schedules.nextAt, now)));
	for (const { name, everyMs, nextAt } of due) {
		yield* enqueue(tx, { name, runAt: now, uniqueKey: `every:${name}` });
		const next = and(eq(schedules.name, name), eq(schedules.nextAt, nextAt));
		yield* run(
			tx
				.update(schedules)
				.set({ nextAt: now + everyMs })
				.where(next),
		);
	}
	return due.length;
}
