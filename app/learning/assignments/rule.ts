import type { AssignmentRule } from "#db/schema/assignments.ts";
import type { Employment, JobClass } from "#db/schema/people.ts";
import { withUnitsBelow } from "../../agencies/subtree.ts";
import { type CompetenceFramework, findCompetence, roleOf, targetLevel } from "../../catalog/competences.ts";

/** What a rule asks of somebody's present post. */
export type RulePost = {
	personId: string;
	agencyId: string;
	unitId: string | null;
	jobClass: JobClass;
	employment: Employment;
};
/**
 * The units that a rule reaches: `within` its own with all below, `carried` those that went on with the people of one of
 * them when it was merged, split or closed.
 */
export type Reach = { within: ReadonlySet<string>; carried: ReadonlySet<string> };

export const emptyRule: AssignmentRule = {
	everyone: false,
	units: [],
	jobClasses: [],
	employments: [],
	people: [],
	gap: "",
};

/** Whether the rule says anything at all. */
export function isEmptyRule(rule: AssignmentRule): boolean {
	const lists = [rule.units, rule.jobClasses, rule.employments, rule.people];
	return !rule.everyone && rule.gap === "" && lists.every((list) => list.length === 0);
}

/** Units, and where the people of closed ones went, as the agency's reorganisations say. */
export function reachOf(
	rule: AssignmentRule,
	units: readonly { id: string; parentId: string | null }[],
	successions: readonly { from: string; to: string | null }[],
): Reach {
	const within = new Set(withUnitsBelow(units, rule.units));
	const heirs = new Set<string>();
	for (let before = -1; before !== heirs.size; ) {
		before = heirs.size;
		for (const { from, to } of successions) if (to && (within.has(from) || heirs.has(from))) heirs.add(to);
	}
	return { within, carried: new Set(withUnitsBelow(units, [...heirs])) };
}

/** Whether the rule is meant for somebody in that post; `hasGap` is asked only where the rule speaks of a competence. */
export function matchesRule(rule: AssignmentRule, post: RulePost, reach: Reach, hasGap: boolean): boolean {
	return isIn(rule, post, hasGap, (unitId) => reach.within.has(unitId));
}

/** The same for somebody who has the assignment already: they keep it in the unit that carries theirs on. */
export function staysByRule(rule: AssignmentRule, post: RulePost, reach: Reach, hasGap: boolean): boolean {
	return isIn(rule, post, hasGap, (unitId) => reach.within.has(unitId) || reach.carried.has(unitId));
}

function isIn(
	rule: AssignmentRule,
	post: RulePost,
	hasGap: boolean,
	reaches: (unitId: string) => boolean,
): boolean {
	if (isEmptyRule(rule)) return false;
	if (rule.units.length > 0 && (post.unitId === null || !reaches(post.unitId))) return false;
	if (rule.jobClasses.length > 0 && !rule.jobClasses.includes(post.jobClass)) return false;
	if (rule.employments.length > 0 && !rule.employments.includes(post.employment)) return false;
	if (rule.people.length > 0 && !rule.people.includes(post.personId)) return false;
	return rule.gap === "" || hasGap;
}

/** Whether a measured level lies below what the role of the job class should reach; who was never measured has none. */
export function isGap(
	framework: CompetenceFramework,
	competence: string,
	job: JobClass,
	measured: number | null,
): boolean {
	const role = roleOf(framework, job);
	const found = findCompetence(framework, competence);
	return role !== null && found !== null && measured !== null && measured < targetLevel(role, found);
}
