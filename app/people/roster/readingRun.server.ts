import { and, eq } from "drizzle-orm";
import { rosterImports } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Actor } from "../../activity/audit.server.ts";
import type { FileFacts } from "./fileFacts.ts";

export type Beginning = {
	runId: string;
	agencyId: string;
	fileName: string;
	sha256: string;
	actor: Actor;
	now: number;
};

/** Makes a run that is about to read a file. */
export function* beginRoster(tx: Tx, { runId, actor, now, ...file }: Beginning): Body<void> {
	const by = { actorId: actor.id, actorName: actor.name };
	const run_ = {
		...file,
		...by,
		id: runId,
		state: "reading" as const,
		columns: [],
		counts: {},
		createdAt: now,
	};
	yield* run(tx.insert(rosterImports).values(run_));
}

/** Ends the reading of a run, or stops it to ask; one that was cancelled meanwhile stays so. */
export function* endReading(
	tx: Tx,
	runId: string,
	set: Partial<typeof rosterImports.$inferInsert> & { facts?: FileFacts },
): Body<void> {
	const mine = and(eq(rosterImports.id, runId), eq(rosterImports.state, "reading"));
	yield* run(tx.update(rosterImports).set(set).where(mine));
}
