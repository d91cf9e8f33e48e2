import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, personActs } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { carryOut, momentFor } from "./carryOut.server.ts";
import type { ActFault } from "./faults.ts";
import { parsePlan } from "./plan.ts";
import { type Asked, meet } from "./situation.server.ts";

export type PersonAct = typeof personActs.$inferSelect;
type Deciding = Asked & { reason: string; actor: Actor; now: number };

/** Notes what is to be done, so that its preview can be shown; or says why it cannot be done. Nothing changes yet. */
export function* draftAct(tx: Tx, deciding: Deciding): Body<{ id: string } | { fault: ActFault }> {
	const { actor, now, ...asked } = deciding;
	const at = yield* momentFor(tx, asked, now);
	const { fault } = yield* meet(tx, asked, at);
	// A roster that is at work now is done with when it comes to doing this.
	if (fault && fault !== "roster-at-work") return { fault };
	const id = uuid();
	const { personId, agencyId, plan, day, reason } = deciding;
	const row = { id, personId, agencyId, kind: plan.kind, plan, day, reason };
	const by = { actorId: actor.id, actorName: actor.name, createdAt: now };
	yield* run(tx.insert(personActs).values({ ...row, ...by, state: "draft" }));
	return { id };
}

/** What became of doing an act: "planned": it comes into force by itself on its day. */
export type Decided = "done" | "planned" | "gone" | { fault: ActFault };

/** Does a previewed act now, or when its day has come; audited. "gone": it is no draft any more. */
export function* decideAct(tx: Tx, id: string, actor: Actor, now: number): Body<Decided> {
	const act = yield* actInState(tx, id, ["draft"]);
	if (!act) return "gone";
	if (act.day > (yield* todayOf(tx, act.agencyId, now))) {
		yield* run(tx.update(personActs).set({ state: "planned" }).where(eq(personActs.id, id)));
		yield* auditAct(tx, "person.plan", act, actor, now);
		return "planned";
	}
	return yield* doAct(tx, act, actor, now);
}

/** Does the act, whose day has come. */
export function* doAct(
	tx: Tx,
	act: PersonAct,
	actor: Actor,
	now: number,
): Body<"done" | { fault: ActFault }> {
	const outcome = yield* carryOut(tx, { ...act, plan: parsePlan(act.plan) }, now);
	if ("fault" in outcome) return outcome;
	const done = { state: "done" as const, doneAt: now, trace: outcome.trace, fault: null };
	yield* run(tx.update(personActs).set(done).where(eq(personActs.id, act.id)));
	yield* auditAct(tx, "person.change", act, actor, now);
	return "done";
}

/** Calls off an act that waits for its day, or for being decided. @returns false when there is none such */
export function* cancelAct(tx: Tx, id: string, actor: Actor, now: number): Body<boolean> {
	const act = yield* actInState(tx, id, ["draft", "planned", "refused"]);
	if (!act) return false;
	const cancelled = { state: "cancelled" as const, endedAt: now };
	yield* run(tx.update(personActs).set(cancelled).where(eq(personActs.id, id)));
	if (act.state !== "draft") yield* auditAct(tx, "person.cancel", act, actor, now);
	return true;
}

export function* actInState(tx: Tx, id: string, states: PersonAct["state"][]): Body<PersonAct | null> {
	const [act] = yield* run(
		tx
			.select()
			.from(personActs)
			.where(and(eq(personActs.id, id), inArray(personActs.state, states))),
	);
	return act ?? null;
}

export function* todayOf(tx: Tx, agencyId: string, now: number): Body<string> {
	const [agency] = yield* run(tx.select().from(agencies).where(eq(agencies.id, agencyId)));
	return dayIn(now, agency?.timeZone ?? "Asia/Jakarta");
}

/** Numbers, addresses and names stay out of the audit log: they are personal data. */
export function* auditAct(
	tx: Tx,
	action: string,
	act: Pick<PersonAct, "id" | "personId" | "agencyId" | "kind" | "day" | "reason">,
	actor: Actor,
	now: number,
): Body<void> {
	const { id, kind, day, reason, personId: subjectId, agencyId } = act;
	const subject = { subjectKind: "person", subjectId, agencyId };
	yield* recordAudit(tx, { actor, action, ...subject, detail: { act: id, kind, day, reason }, at: now });
}
