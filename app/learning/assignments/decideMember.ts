import type { AssignmentRule, MemberProgress } from "#db/schema/assignments.ts";
import { addDays, daysBetween } from "./days.ts";
import { periodOf } from "./period.ts";
import { matchesRule, type Reach, type RulePost, staysByRule } from "./rule.ts";

/** How somebody stands in one course; ISO days of their own zone, null: never. */
export type CourseRecord = {
	openedDay: string | null;
	passedDay: string | null;
	notPassedDay: string | null;
};
export type AssignmentTerms = {
	agencyId: string;
	rule: AssignmentRule;
	dueDay: string | null;
	dueAfterDays: number | null;
	everyYears: number;
	startsDay: string;
};
/** `isAway`: on leave, the post held. */
export type HeldPost = RulePost & { sinceDay: string; sortKey: string; isAway: boolean };
export type MemberState = {
	agencyId: string;
	sortKey: string;
	state: "active" | "left";
	enteredDay: string;
	dueDay: string;
	periodFrom: string;
	progress: MemberProgress;
	passed: number;
	awayFrom: string | null;
	waited: number;
};
type Given = {
	terms: AssignmentTerms;
	reach: Reach;
	existing: MemberState | null;
	post: HeldPost | null;
	hasGap: boolean;
	/** One for each course of the assignment. */
	records: readonly CourseRecord[];
	today: string;
};

/** What somebody's row in an assignment has to be now; null: they have none, and get none. */
export function decideMember({
	terms,
	reach,
	existing,
	post,
	hasGap,
	records,
	today,
}: Given): MemberState | null {
	const isMember = existing?.state === "active";
	const ownPost = post?.agencyId === terms.agencyId ? post : null;
	const isDone = existing?.progress === "done";
	const fits = isMember ? staysByRule : matchesRule;
	// A gap that the course itself has closed does not take the assignment away from who did it.
	const isIn = ownPost !== null && fits(terms.rule, ownPost, reach, hasGap || (isMember && isDone));
	if (!isIn) return isMember ? { ...existing, state: "left" } : existing;
	const began = ownPost.sinceDay > terms.startsDay ? ownPost.sinceDay : terms.startsDay;
	const enteredDay = isMember ? existing.enteredDay : began;
	const firstDue = terms.dueDay ?? addDays(enteredDay, terms.dueAfterDays ?? 0);
	const period = periodOf({ firstDue, everyYears: terms.everyYears }, lastDone(records), today);
	const stands = records.map((record) => standing(record, period.from));
	const waited = waitedIn(isMember ? existing : null, period.from, ownPost.isAway, today);
	return {
		agencyId: terms.agencyId,
		sortKey: ownPost.sortKey,
		state: "active",
		enteredDay,
		dueDay: addDays(period.dueDay, waited),
		periodFrom: period.from,
		progress: period.isDone ? "done" : together(stands),
		passed: stands.filter((one) => one === "done").length,
		awayFrom: ownPost.isAway ? ((isMember ? existing.awayFrom : null) ?? today) : null,
		waited,
	};
}

/** How many days of this period somebody was away; those of a leave that goes on are counted at its end. */
function waitedIn(existing: MemberState | null, from: string, isAway: boolean, today: string): number {
	if (!existing) return 0;
	const before = existing.periodFrom === from ? existing.waited : 0;
	const isBack = existing.awayFrom !== null && !isAway;
	return before + (isBack ? daysBetween(existing.awayFrom ?? today, today) : 0);
}

/** The day since which every course was passed: null while one never was. */
function lastDone(records: readonly CourseRecord[]): string | null {
	const days = records.map(({ passedDay }) => passedDay);
	if (days.length === 0 || days.includes(null)) return null;
	return days.flatMap((day) => day ?? []).sort()[0] ?? null;
}

function standing({ openedDay, passedDay, notPassedDay }: CourseRecord, from: string): MemberProgress {
	const counts = (day: string | null) => day !== null && day > from;
	if (counts(passedDay)) return "done";
	if (counts(notPassedDay)) return "not-passed";
	return counts(openedDay) ? "begun" : "unopened";
}

function together(stands: readonly MemberProgress[]): MemberProgress {
	if (stands.includes("not-passed")) return "not-passed";
	if (stands.every((one) => one === "unopened")) return "unopened";
	return stands.every((one) => one === "done") ? "done" : "begun";
}
