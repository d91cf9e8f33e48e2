import { isAway } from "../../people/away.ts";
import { type ActPlan, isOfIdentity, type PostFields, postAfter, samePost } from "./plan.ts";

/** Why an act cannot be done. */
export type ActFault =
	| "unknown-person"
	| "merged"
	| "died"
	| "no-post"
	| "has-post"
	| "elsewhere"
	| "before-post"
	| "not-away"
	| "same"
	| "same-agency"
	| "closed-agency"
	| "closed-unit"
	| "number-taken"
	| "email-taken"
	| "number-kind"
	| "roster-at-work";

/** What an act meets on its day. */
export type Situation = {
	isMerged: boolean;
	hasDied: boolean;
	/** The post that is held, and since when (UTC ms). */
	post: (PostFields & { validFrom: number }) | null;
	/** The last post of one who holds none. */
	last: PostFields | null;
	/** The agency that decided: where the person was. */
	decidedBy: string;
	isAgencyOpen: boolean;
	isUnitOpen: boolean;
	/** Whether the number, or the address, belongs to somebody else. */
	isTaken: boolean;
	/** Of the number that they would have: whether it is a PPPK's; null when they have none. */
	isPppkNumber: boolean | null;
};

/** The first thing that speaks against the act at that moment (UTC ms, on that ISO day); null when nothing does. */
export function faultOf(plan: ActPlan, situation: Situation, at: number, day: string): ActFault | null {
	const { post, last, decidedBy } = situation;
	if (situation.isMerged) return "merged";
	if (situation.hasDied) return "died";
	if (plan.kind === "return" && !post && last)
		return situation.isAgencyOpen && last.agencyId === decidedBy ? null : "closed-agency";
	if (!post) return "no-post";
	if (post.agencyId !== decidedBy) return "elsewhere";
	if (isOfIdentity(plan)) return identityFault(plan, situation);
	if (at < post.validFrom) return "before-post";
	if (plan.kind === "return" && !isAway(post.legalStatus) && !post.homeAgencyId) return "not-away";
	return placeFault(plan, situation, post) ?? changeFault(plan, situation, post, day);
}

function identityFault(plan: ActPlan, { isTaken, post, isPppkNumber }: Situation): ActFault | null {
	if (plan.kind === "email") return isTaken ? "email-taken" : null;
	if (plan.kind !== "number") return null;
	if (isTaken) return "number-taken";
	return post && !fits(post.employment, isPppkNumber) ? "number-kind" : null;
}

function placeFault(plan: ActPlan, { isAgencyOpen, isUnitOpen }: Situation, post: PostFields) {
	if (plan.kind === "post" && !isUnitOpen) return "closed-unit";
	if (plan.kind !== "agency" && plan.kind !== "secondment") return null;
	if (plan.agencyId === post.agencyId) return "same-agency";
	return isAgencyOpen ? null : "closed-agency";
}

function changeFault(plan: ActPlan, situation: Situation, post: PostFields, day: string): ActFault | null {
	const next = postAfter(plan, post, day);
	if (plan.kind === "employment") {
		if (situation.isTaken) return "number-taken";
		if (!fits(plan.employment, situation.isPppkNumber)) return "number-kind";
		if (plan.number !== "") return null;
	}
	return next && samePost(next, post) ? "same" : null;
}

/** PNS and CPNS have a NIP, PPPK a NI PPPK; who is no civil servant may have none. */
function fits(employment: string, isPppkNumber: boolean | null): boolean {
	if (employment === "NON_ASN") return true;
	return isPppkNumber !== null && isPppkNumber === employment.startsWith("PPPK");
}
