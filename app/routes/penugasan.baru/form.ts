import { z } from "zod";
import type { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { addYears, isDay } from "#app/learning/assignments/days.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import type { AssignmentRule } from "#db/schema/assignments.ts";
import { employments, type JobClass } from "#db/schema/people.ts";

export type Words = (typeof assignmentMessages)["id"];
export type Errors = Record<string, string>;
export const jobClasses: readonly JobClass[] = [
	"pelaksana",
	"fungsional",
	"pengawas",
	"administrator",
	"jpt",
];
export const recurrences = ["0", "1", "2", "3"] as const;
/** By number; more come by unit, job class or status. */
export const MOST_NUMBERS = 2000;
const MOST_DAYS = 1095;

const text = z.string().max(400).catch("");
const typedAssignment = z.object({
	target: text,
	reason: z.string().max(1000).catch(""),
	everyone: z.literal("1").or(z.literal("")).catch(""),
	filter: text,
	unit: text,
	gap: text,
	numbers: z.string().max(100_000).catch(""),
	filterName: text,
	due: z.enum(["fixed", "relative"]).catch("fixed"),
	dueDay: text,
	dueDays: text,
	every: z.enum(recurrences).catch("0"),
	id: text,
});
export type TypedAssignment = z.infer<typeof typedAssignment> & {
	jobClasses: JobClass[];
	employments: AssignmentRule["employments"];
};

/** What was typed, as it goes back into the form. */
export function typedFrom(form: FormData): TypedAssignment {
	const some = <T extends string>(name: string, all: readonly T[]) =>
		all.filter((one) => form.getAll(name).includes(one));
	return {
		...typedAssignment.parse(Object.fromEntries(form)),
		jobClasses: some("jobClasses", jobClasses),
		employments: some("employments", employments),
	};
}

export type Terms = { dueDay: string | null; dueAfterDays: number | null };

/** Checks a deadline; `today` is the ISO day of the one who types. */
export function checkDue(
	{ due, dueDay, dueDays }: Pick<TypedAssignment, "due" | "dueDay" | "dueDays">,
	today: string,
	t: Words,
	errors: Errors,
): Terms {
	if (due === "fixed") {
		if (!isDay(dueDay) || dueDay < today || dueDay > addYears(today, 10)) errors.dueDay = t.badDay;
		return { dueDay, dueAfterDays: null };
	}
	const days = Number(dueDays);
	if (!/^\d{1,4}$/.test(dueDays.trim()) || days < 1 || days > MOST_DAYS) errors.dueDays = t.badDays;
	return { dueDay: null, dueAfterDays: days };
}

/** A reason as it is kept; one that is too short or too long is noted under `field`. */
export function checkReason(given: unknown, field: string, words: string, errors: Errors): string {
	const reason = String(given ?? "")
		.replace(/\s+/g, " ")
		.trim();
	if (reason.length < 10 || reason.length > 400) errors[field] = words;
	return reason;
}

type Named = { people: string[]; units: ReadonlySet<string>; competences: ReadonlySet<string> };

/** The rule as typed, without a saved filter; `people` are those whom the numbers name. */
export function ruleFrom(
	typed: TypedAssignment,
	{ people, units, competences }: Named,
	t: Words,
	errors: Errors,
) {
	if (typed.unit && !units.has(typed.unit)) errors.unit = t.badUnit;
	const rule: AssignmentRule = {
		...emptyRule,
		everyone: typed.everyone === "1",
		units: typed.unit ? [typed.unit] : [],
		jobClasses: typed.jobClasses,
		employments: typed.employments,
		people,
		gap: competences.has(typed.gap) ? typed.gap : "",
	};
	return rule;
}
