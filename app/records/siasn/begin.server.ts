import { and, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { siasnExports } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { siasnPlaceOf } from "./settings.server.ts";

export const SIASN_JOB = "records.siasn-export";
/** A row of the ledger may be written with a time a little before that of an export which did not see it. */
const OVERLAP_MS = 86_400_000;

type Begin = { agencyId: string; actor: Actor; now: number };
export type Begun = { id: string } | { fault: "no-place" | "running" };

/** Begins an export of what is new since the last one. Audited. */
export function* beginSiasnExport(tx: Tx, { agencyId, actor, now }: Begin): Body<Begun> {
	if (!(yield* siasnPlaceOf(tx, agencyId))) return { fault: "no-place" };
	const { createdAt } = siasnExports;
	const own = eq(siasnExports.agencyId, agencyId);
	const [last] = yield* run(
		tx.select().from(siasnExports).where(own).orderBy(desc(createdAt), desc(siasnExports.id)).limit(1),
	);
	if (last?.state === "running") return { fault: "running" };
	const id = uuid();
	yield* run(
		tx.insert(siasnExports).values({
			...{ id, agencyId, state: "running", phase: "waiting", cursor: "" },
			since: last ? last.createdAt - OVERLAP_MS : 0,
			...{ actorId: actor.id, actorName: actor.name, createdAt: now },
		}),
	);
	yield* enqueue(tx, { name: SIASN_JOB, payload: { exportId: id }, runAt: now });
	const subject = { subjectKind: "siasn-export", subjectId: id, agencyId };
	yield* recordAudit(tx, { ...subject, actor, action: "siasn.export", at: now });
	return { id };
}

/** The agency's export of that id. */
export function* siasnExportOf(tx: Tx, agencyId: string, exportId: string) {
	const own = and(eq(siasnExports.id, exportId), eq(siasnExports.agencyId, agencyId));
	const [row] = yield* run(tx.select().from(siasnExports).where(own));
	return row ?? null;
}
