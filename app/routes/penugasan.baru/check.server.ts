import { findFilter } from "#app/learning/assignments/assign.server.ts";
import type { AssigningScope } from "#app/learning/assignments/assignmentScope.server.ts";
import { isEmptyRule } from "#app/learning/assignments/rule.ts";
import { identifierLines } from "#app/people/identifierLines.ts";
import { membersByIdentifier } from "#app/people/members.server.ts";
import type { AssignmentRule } from "#db/schema/assignments.ts";
import {
	checkDue,
	checkReason,
	type Errors,
	MOST_NUMBERS,
	ruleFrom,
	type Terms,
	type TypedAssignment,
	type Words,
} from "./form.ts";
import { assignmentGround, type Target } from "./ground.server.ts";

export type Checked = {
	target: Target;
	rule: AssignmentRule;
	terms: Terms;
	reason: string;
	everyYears: number;
	filterName: string;
	/** The unit whose admins it belongs to; null: those of the whole agency. */
	unitId: string | null;
};
type By = { scope: AssigningScope; lang: "id" | "en"; today: string; t: Words };

/** Checks what was typed against what the agency has; null with what is wrong in `errors`. */
export async function checkAssignment(
	typed: TypedAssignment,
	{ scope, lang, today, t }: By,
	errors: Errors,
): Promise<Checked | null> {
	const { choices, targets } = await assignmentGround(scope, lang);
	const target = targets.get(typed.target);
	if (!target || target.courseIds.length === 0) errors.target = t.badTarget;
	const reason = checkReason(typed.reason, "reason", t.badReason, errors);
	const terms = checkDue(typed, today, t, errors);
	const filterName = typed.filterName.replace(/\s+/g, " ").trim();
	if (filterName.length > 80) errors.filterName = t.badFilterName;
	const valuesOf = (list: { value: string }[]) => new Set(list.map(({ value }) => value));
	const people = await peopleNamed(typed.numbers, scope, t, errors);
	const known = { people, units: valuesOf(choices.units), competences: valuesOf(choices.competences) };
	const unitId = unitOf(typed, scope, t, errors);
	const own = ruleFrom({ ...typed, unit: typed.unit || (unitId ?? "") }, known, t, errors);
	const rule = await chosenRule(typed, scope, own, t, errors);
	if (!target || Object.keys(errors).length > 0) return null;
	return { target, rule, terms, reason, everyYears: Number(typed.every), filterName, unitId };
}

/** Who manages some units assigns to one of them: to the one there is, or the one chosen. */
function unitOf(typed: TypedAssignment, scope: AssigningScope, t: Words, errors: Errors): string | null {
	if (scope.kind === "agency") return null;
	const [only, ...more] = scope.unitIds;
	const unitId = typed.unit || (more.length === 0 ? only : undefined);
	if (!unitId) errors.unit = t.chooseUnit;
	return unitId ?? null;
}

async function chosenRule(
	typed: TypedAssignment,
	scope: AssigningScope,
	own: AssignmentRule,
	t: Words,
	errors: Errors,
): Promise<AssignmentRule> {
	if (!typed.filter) {
		const isWrongAlready = errors.numbers !== undefined || errors.unit !== undefined;
		if (isEmptyRule(own) && !isWrongAlready) errors.everyone = t.nobodyNamed;
		return own;
	}
	if (!isEmptyRule(own)) errors.filter = t.filterAlone;
	const saved = scope.kind === "agency" ? await findFilter(typed.filter, scope.agencyId) : null;
	if (!saved) errors.filter = t.badFilter;
	return saved ?? own;
}

async function peopleNamed(text: string, scope: AssigningScope, t: Words, errors: Errors): Promise<string[]> {
	const lines = identifierLines(text);
	if (lines.length > MOST_NUMBERS) {
		errors.numbers = t.tooMany(String(MOST_NUMBERS));
		return [];
	}
	const named = [...new Set(lines.flatMap(({ value }) => value ?? []))];
	const found = await membersByIdentifier(scope.agencyId, named, scope);
	const lost = lines.filter(({ value }) => value === null || !found.has(value));
	if (lost.length > 0)
		errors.numbers = t.badNumbers(
			lost
				.slice(0, 20)
				.map(({ line }) => line)
				.join(", "),
		);
	return [...new Set([...found.values()].map(({ personId }) => personId))];
}
