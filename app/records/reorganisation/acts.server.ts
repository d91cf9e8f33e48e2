import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type ReorganisationState, reorganisations } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { isRosterAtWork } from "../../people/roster/atWork.server.ts";
import { decide, type Fault } from "./decide.server.ts";
import { followUnits } from "./grants.server.ts";
import { hindrancesOf } from "./hindrances.server.ts";
import { isTransferPlan, isUnitPlan, type Plan, parseEffect, parsePlan } from "./plan.ts";
import { putBack } from "./undo.server.ts";
import { writeAgency, writeUnits } from "./write.server.ts";
import { waysOf, writeTransfer } from "./writeTransfer.server.ts";

export const REORGANISATION_JOB = "agencies.reorganise";

export type Reorganisation = typeof reorganisations.$inferSelect;
export type By = { scope: AgencyScope; actor: Actor; now: number };
type Planning = Omit<By, "scope"> & {
	agencyId: string;
	plan: Plan;
	/** ISO day from which it holds. */
	day: string;
	reason: string;
	legalBasis: string;
};
export type Outcome = "done" | "unknown" | "not-now" | "roster-at-work" | "hindered" | { refused: Fault };
type Act = By & { id: string };

/** Notes what is to be done, to be looked at first: nothing changes for anybody before it is applied. */
export function* planReorganisation(tx: Tx, planning: Planning): Body<{ id: string } | { refused: Fault }> {
	const { agencyId, plan, day, reason, legalBasis, actor, now } = planning;
	const decision = yield* decide(tx, planning);
	if ("refused" in decision) return decision;
	const id = uuid();
	const by = { actorId: actor.id, actorName: actor.name, createdAt: now };
	const row = { id, agencyId, kind: plan.kind, day, plan, reason, legalBasis, state: "planned" as const };
	yield* run(tx.insert(reorganisations).values({ ...row, ...by }));
	return { id };
}

/** Changes names and tree at once, and sets going the job that takes the people along. Decided anew: things may have changed. */
export function* applyReorganisation(tx: Tx, act: Act): Body<Outcome> {
	const found = yield* inScope(tx, act);
	if (!found) return "unknown";
	if (found.state !== "planned") return "not-now";
	const { agencyId, day } = found;
	const plan = parsePlan(found.plan);
	const decision = yield* decide(tx, { agencyId, plan, day, now: act.now });
	if ("refused" in decision) return decision;
	const transferred = decision.transfer ? waysOf(decision.transfer) : [];
	for (const id of new Set([agencyId, ...transferred.map((way) => way.agencyId)]))
		if (yield* isRosterAtWork(tx, id)) return "roster-at-work";
	const { carried = [], assigned = [] } = decision.units ?? {};
	const effect = { carried, assigned, transferred };
	yield* run(tx.update(reorganisations).set({ effect }).where(eq(reorganisations.id, found.id)));
	if (decision.units) yield* writeUnits(tx, found, decision.units, act.now);
	const ways = carried.map((way) => ({ ...way, isMerge: plan.kind === "unit.merge" }));
	yield* followUnits(tx, found, ways, act.now);
	if (decision.transfer) yield* writeTransfer(tx, found, decision.transfer, act.now);
	if (!isUnitPlan(plan) && !isTransferPlan(plan)) yield* writeAgency(tx, found, plan, act.now);
	yield* begin(tx, act, found, "applying", {});
	const kind = isUnitPlan(plan) ? ("unit.reorganised" as const) : ("agency.reorganised" as const);
	yield* recordActivity(tx, { kind, agencyId, data: { act: plan.kind, day, id: found.id }, at: act.now });
	return "done";
}

/** Leaves what was only planned. */
export function* discardReorganisation(tx: Tx, act: Act): Body<Outcome> {
	const found = yield* inScope(tx, act);
	if (!found) return "unknown";
	if (found.state !== "planned") return "not-now";
	yield* run(tx.update(reorganisations).set({ state: "discarded" }).where(eq(reorganisations.id, found.id)));
	return "done";
}

/** Puts names and tree back at once, and sets going the job that takes the people back; nothing while something newer hinders it. */
export function* undoReorganisation(tx: Tx, act: Act & { reason: string }): Body<Outcome> {
	const found = yield* inScope(tx, act);
	if (!found) return "unknown";
	if (found.state !== "applied") return "not-now";
	const targets = parseEffect(found.effect).transferred.map((way) => way.agencyId);
	for (const agencyId of new Set([found.agencyId, ...targets]))
		if (yield* isRosterAtWork(tx, agencyId)) return "roster-at-work";
	const hindrances = yield* hindrancesOf(tx, found);
	if (hindrances.length > 0) return "hindered";
	yield* putBack(tx, found, act.now);
	yield* begin(tx, act, found, "undoing", { undoReason: act.reason });
	return "done";
}

function* inScope(tx: Tx, { id, scope }: Act): Body<Reorganisation | null> {
	const own = scope.kind === "nation" ? undefined : eq(reorganisations.agencyId, scope.agencyId);
	const [row] = yield* run(
		tx
			.select()
			.from(reorganisations)
			.where(and(eq(reorganisations.id, id), own)),
	);
	if (!row) return null;
	// What concerns two agencies is for nobody who has only one of them.
	return scope.kind !== "nation" && isTransferPlan(parsePlan(row.plan)) ? null : row;
}

function* begin(
	tx: Tx,
	{ actor, now }: Act,
	{ id, agencyId, kind, day, reason, legalBasis }: Reorganisation,
	state: ReorganisationState,
	detail: { undoReason?: string },
): Body<void> {
	const by = { actorId: actor.id, actorName: actor.name };
	yield* run(
		tx
			.update(reorganisations)
			.set({ state, cursor: null, ...by })
			.where(eq(reorganisations.id, id)),
	);
	yield* enqueue(tx, { name: REORGANISATION_JOB, payload: { id }, runAt: now });
	yield* recordAudit(tx, {
		actor,
		action: state === "undoing" ? `${kind}-undo` : kind,
		subjectKind: "reorganisation",
		subjectId: id,
		agencyId,
		detail: { day, reason, legalBasis, ...detail },
		at: now,
	});
}
