import { and, asc, eq, lt, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { personActs } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { actInState, doAct, todayOf } from "./acts.server.ts";

export const PERSON_ACTS_JOB = "people.acts-due";
const MONTH = 30 * 86_400_000;

/** Does the acts whose day has come where the person was; one that cannot be done is kept with what speaks against it. */
export async function doDueActs(now: number): Promise<void> {
	// East of WIB a day begins earlier: the zone of each is asked below.
	const latest = dayIn(now, "Asia/Jayapura");
	const waiting = and(eq(personActs.state, "planned"), lte(personActs.day, latest));
	const due = await db
		.select({ id: personActs.id })
		.from(personActs)
		.where(waiting)
		.orderBy(asc(personActs.day), asc(personActs.id));
	for (const { id } of due) await doDue(id, now);
	const forgotten = and(eq(personActs.state, "draft"), lt(personActs.createdAt, now - MONTH));
	await db.delete(personActs).where(forgotten);
}

function doDue(id: string, now: number): Promise<void> {
	return transaction(function* (tx) {
		const act = yield* actInState(tx, id, ["planned"]);
		if (!act || act.day > (yield* todayOf(tx, act.agencyId, now))) return;
		const outcome = yield* doAct(tx, act, { id: act.actorId, name: act.actorName }, now);
		// A roster is done within minutes: the next run tries again.
		if (outcome === "done" || outcome.fault === "roster-at-work") return;
		const refused = { state: "refused" as const, fault: outcome.fault };
		yield* run(tx.update(personActs).set(refused).where(eq(personActs.id, id)));
	});
}
