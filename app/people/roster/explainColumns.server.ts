import { and, eq } from "drizzle-orm";
import { rosterImports } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { rememberMapping } from "./mappings.server.ts";
import { enqueueReading } from "./readUpload.server.ts";
import type { ColumnMapping } from "./rosterLine.ts";

type Explaining = { runId: string; agencyId: string; mapping: ColumnMapping; now: number };

/** Remembers what the columns mean that a run asks about, and lets it go on reading. @returns whether it was waiting for that */
export function* explainColumns(tx: Tx, { runId, agencyId, mapping, now }: Explaining): Body<boolean> {
	const { id, state } = rosterImports;
	const waiting = and(eq(id, runId), eq(rosterImports.agencyId, agencyId), eq(state, "mapping"));
	const [moved] = yield* run(
		tx.update(rosterImports).set({ state: "reading", cursor: 0 }).where(waiting).returning({ id }),
	);
	if (!moved) return false;
	yield* rememberMapping(tx, agencyId, mapping, now);
	yield* enqueueReading(tx, runId, now);
	return true;
}
