import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { paths } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { type Step, writeSteps } from "./steps.server.ts";

export type PathInput = { title: string; reason: string; roles: string[]; steps: Step[] };
type Act = { agencyId: string; actor: Actor; now: number };
type OwnPath = Act & { pathId: string };

const own = ({ pathId, agencyId }: Pick<OwnPath, "pathId" | "agencyId">) =>
	and(eq(paths.id, pathId), eq(paths.agencyId, agencyId), isNull(paths.retiredAt));

/** Makes a path of the agency; audited. */
export function* createPath(tx: Tx, { steps, ...facts }: PathInput, act: Act): Body<{ pathId: string }> {
	const pathId = uuid();
	const { agencyId, now } = act;
	yield* run(
		tx.insert(paths).values({ ...facts, id: pathId, agencyId, slug: null, createdAt: now, changedAt: now }),
	);
	yield* writeSteps(tx, pathId, steps);
	yield* audit(tx, "path.create", { ...act, pathId }, { title: facts.title });
	return { pathId };
}

/** Changes an own path that is not retired; what was assigned by it stays as it was. @returns false when there is none */
export function* changePath(tx: Tx, { steps, ...facts }: PathInput, act: OwnPath): Body<boolean> {
	const changed = yield* run(
		tx
			.update(paths)
			.set({ ...facts, changedAt: act.now })
			.where(own(act))
			.returning({ id: paths.id }),
	);
	if (changed.length === 0) return false;
	yield* writeSteps(tx, act.pathId, steps);
	yield* audit(tx, "path.change", act, { title: facts.title });
	return true;
}

/** Takes an own path out of use; what was assigned by it stays. @returns false when there is none in use */
export function* retirePath(tx: Tx, act: OwnPath & { reason: string }): Body<boolean> {
	const retired = yield* run(
		tx.update(paths).set({ retiredAt: act.now }).where(own(act)).returning({ id: paths.id }),
	);
	if (retired.length === 0) return false;
	yield* audit(tx, "path.retire", act, { reason: act.reason });
	return true;
}

function* audit(
	tx: Tx,
	action: string,
	{ pathId, agencyId, actor, now }: OwnPath,
	detail: Record<string, string>,
): Body<void> {
	yield* recordAudit(tx, {
		actor,
		action,
		subjectKind: "path",
		subjectId: pathId,
		agencyId,
		detail,
		at: now,
	});
}
