import { eq } from "drizzle-orm";
import { pathSteps } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

export type Step = { courseId: string; reason: string };

/** Makes the path's steps these, in this order. */
export function* writeSteps(tx: Tx, pathId: string, steps: readonly Step[]): Body<void> {
	yield* run(tx.delete(pathSteps).where(eq(pathSteps.pathId, pathId)));
	const rows = steps.map((step, index) => ({ ...step, pathId, position: index + 1 }));
	if (rows.length > 0) yield* run(tx.insert(pathSteps).values(rows));
}
