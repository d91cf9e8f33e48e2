import { and, eq, inArray } from "drizzle-orm";
import { type RosterState, rosterImports } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { isRosterAtWork, wereUnitsChanged } from "./atWork.server.ts";

export const ROSTER_JOB = "people.roster-import";

/** For so many days an applied roster can be undone; then what it wrote row by row is forgotten. */
export const UNDO_DAYS = 30;

/** Whoever absent makes more of the agency than this is asked about once more. */
const ABSENT_SHARE = 0.1;

type Act = {
	runId: string;
	agencyId: string;
	actor: Actor;
	now: number;
	/** When the worker is to take it up; at once when nobody else sees to it. */
	workerAt?: number;
};
export type RosterRun = typeof rosterImports.$inferSelect;
export type RosterRefusal =
	| "unknown"
	/** Its state does not allow it, or another import of the agency is at work. */
	| "not-now"
	/** The file is another agency's. */
	| "other-agency"
	/** More than a tenth of the agency is absent: to be confirmed. */
	| "many-absent"
	/** The agency's units were changed since it was compared: to be compared again. */
	| "units-changed"
	/** Nothing in it would change anything. */
	| "nothing"
	/** It was applied too long ago to be undone. */
	| "too-late";
export type RosterOutcomeOfAct = "done" | RosterRefusal;

/** What the one who applies has said yes to. */
export type Confirmed = { moves: boolean; manyAbsent: boolean };

/** The agency's run of that id; null when there is none. */
export function* rosterRun(tx: Tx, runId: string, agencyId: string): Body<RosterRun | null> {
	const mine = and(eq(rosterImports.id, runId), eq(rosterImports.agencyId, agencyId));
	const [found] = yield* run(tx.select().from(rosterImports).where(mine));
	return found ?? null;
}

/** Begins to write what a compared roster says; nobody sees any of it before all is written. */
export function* applyRoster(tx: Tx, act: Act & { confirmed: Confirmed }): Body<RosterOutcomeOfAct> {
	const found = yield* rosterRun(tx, act.runId, act.agencyId);
	if (!found) return "unknown";
	if (found.foreignAgencyId) return "other-agency";
	const {
		absent = 0,
		new: added = 0,
		changed = 0,
		"moved-in": movedIn = 0,
		"moved-out": movedOut = 0,
	} = found.counts;
	if (absent > found.members * ABSENT_SHARE && !act.confirmed.manyAbsent) return "many-absent";
	const takesMoves = act.confirmed.moves;
	if (added + changed + movedOut + absent + (takesMoves ? movedIn : 0) === 0 && found.state === "ready")
		return "nothing";
	if (yield* wereUnitsChanged(tx, act.agencyId, found.createdAt)) return "units-changed";
	return yield* move(tx, act, {
		from: ["ready"],
		state: "applying",
		action: "roster.apply",
		set: { takesMoves },
	});
}

/** Leaves a run that was not applied, or takes back what an unfinished one has written so far. */
export function* cancelRoster(tx: Tx, act: Act): Body<RosterOutcomeOfAct> {
	const found = yield* rosterRun(tx, act.runId, act.agencyId);
	if (!found) return "unknown";
	if (found.state === "applying")
		return yield* move(tx, act, { from: ["applying"], state: "clearing", action: "roster.cancel", set: {} });
	const set = { finishedAt: act.now };
	return yield* move(tx, act, {
		from: ["reading", "mapping", "ready"],
		state: "cancelled",
		action: "roster.cancel",
		set,
	});
}

/** Begins to take back an applied roster, whole; what touched its rows since is found first and stops it. */
export function* undoRoster(tx: Tx, act: Act & { reason?: string }): Body<RosterOutcomeOfAct> {
	const found = yield* rosterRun(tx, act.runId, act.agencyId);
	if (!found) return "unknown";
	if ((found.publishedAt ?? 0) < act.now - UNDO_DAYS * 86_400_000) return "too-late";
	const detail: Record<string, string> = act.reason ? { reason: act.reason } : {};
	return yield* move(tx, act, {
		from: ["applied"],
		state: "undoing",
		action: "roster.undo",
		set: {},
		detail,
	});
}

type Move = {
	from: RosterState[];
	state: RosterState;
	action: string;
	set: { takesMoves?: boolean; finishedAt?: number };
	detail?: Record<string, string>;
};

function* move(
	tx: Tx,
	{ runId, agencyId, actor, now, workerAt = now }: Act,
	{ from, state, action, set, detail }: Move,
): Body<RosterOutcomeOfAct> {
	if (state !== "cancelled" && (yield* isRosterAtWork(tx, agencyId, runId))) return "not-now";
	const by = { actorId: actor.id, actorName: actor.name };
	const [moved] = yield* run(
		tx
			.update(rosterImports)
			.set({ ...set, ...by, state, cursor: 0 })
			.where(and(eq(rosterImports.id, runId), inArray(rosterImports.state, from)))
			.returning(),
	);
	if (!moved) return "not-now";
	if (state !== "cancelled") yield* enqueue(tx, { name: ROSTER_JOB, payload: { runId }, runAt: workerAt });
	const subject = { subjectKind: "roster", subjectId: runId };
	const said = { file: moved.fileName, ...detail };
	yield* recordAudit(tx, { ...subject, actor, action, agencyId, detail: said, at: now });
	return "done";
}
