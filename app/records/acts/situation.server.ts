import { and, eq, isNull } from "drizzle-orm";
import { agencies, identifiers, people, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { isTakenByOther } from "../../people/acts/identifiers.server.ts";
import { lastPost, type Membership, presentPost } from "../../people/acts/posts.server.ts";
import { isRosterAtWork } from "../../people/roster/atWork.server.ts";
import { type ActFault, faultOf, type Situation } from "./faults.ts";
import type { ActPlan } from "./plan.ts";

export type Asked = { personId: string; agencyId: string; plan: ActPlan; day: string };
export type Met = { fault: ActFault | null; post: Membership | null; last: Membership | null };

/** What speaks against an act at that moment, with the posts that it would change. */
export function* meet(tx: Tx, asked: Asked, at: number): Body<Met> {
	const { personId, plan, agencyId } = asked;
	const [person] = yield* run(tx.select().from(people).where(eq(people.id, personId)));
	const post = yield* presentPost(tx, personId);
	const last = yield* lastPost(tx, personId);
	if (!person) return { fault: "unknown-person", post, last };
	const target = targetOf(plan, last);
	const situation: Situation = {
		isMerged: person.mergedIntoId !== null,
		hasDied: person.diedAt !== null,
		post,
		last,
		decidedBy: agencyId,
		isAgencyOpen: target.agencyId === null || (yield* isAgencyOpen(tx, target.agencyId)),
		isUnitOpen: yield* isUnitOpen(tx, target.unitId, agencyId),
		isTaken: target.value !== "" && (yield* isTakenByOther(tx, target.value, personId)),
		isPppkNumber: yield* pppkNumber(tx, personId, target.number),
	};
	const fault = faultOf(plan, situation, at, asked.day);
	const places = [post?.agencyId, target.agencyId].flatMap((id) => id ?? []);
	for (const id of fault ? [] : places)
		if (yield* isRosterAtWork(tx, id)) return { fault: "roster-at-work", post, last };
	return { fault, post, last };
}

function targetOf(plan: ActPlan, last: Membership | null) {
	const number = plan.kind === "number" || plan.kind === "employment" ? plan.number : "";
	const value = plan.kind === "email" ? plan.email : number;
	const isElsewhere = plan.kind === "agency" || plan.kind === "secondment";
	const isBack = plan.kind === "return";
	const back = isBack ? (last?.homeAgencyId ?? last?.agencyId ?? null) : null;
	return {
		number,
		value,
		agencyId: isElsewhere ? plan.agencyId : back,
		unitId: plan.kind === "post" ? plan.unitId : null,
	};
}

function* isAgencyOpen(tx: Tx, id: string): Body<boolean> {
	const open = and(eq(agencies.id, id), isNull(agencies.validTo));
	return (yield* run(tx.select({ id: agencies.id }).from(agencies).where(open))).length > 0;
}

function* isUnitOpen(tx: Tx, id: string | null, agencyId: string): Body<boolean> {
	if (id === null) return true;
	const open = and(eq(units.id, id), eq(units.agencyId, agencyId), isNull(units.validTo));
	return (yield* run(tx.select({ id: units.id }).from(units).where(open))).length > 0;
}

/** Of the number that the person has, or with the act would have. */
function* pppkNumber(tx: Tx, personId: string, given: string): Body<boolean | null> {
	if (given !== "") return Number(given.slice(12, 14)) >= 21;
	const mine = and(eq(identifiers.personId, personId), isNull(identifiers.validTo));
	const rows = yield* run(tx.select({ kind: identifiers.kind }).from(identifiers).where(mine));
	const number = rows.find(({ kind }) => kind === "NIP" || kind === "NI_PPPK");
	return number ? number.kind === "NI_PPPK" : null;
}
