import type { pathMessages } from "#app/i18n/messages/paths.ts";
import type { PathInput } from "#app/learning/paths/pathActs.server.ts";

export type Words = (typeof pathMessages)["id"];
export type Errors = Record<string, string>;
/** The form offers so many steps. */
export const STEPS = 8;
const LONGEST = 1000;

/** What was typed, as it goes back into the form. */
export type TypedPath = {
	title: string;
	reason: string;
	roles: string[];
	steps: { courseId: string; reason: string }[];
};

export function typedPath(form: FormData): TypedPath {
	const text = (name: string) => String(form.get(name) ?? "").slice(0, LONGEST);
	return {
		title: text("title"),
		reason: text("reason"),
		roles: form.getAll("roles").map(String).slice(0, 50),
		steps: Array.from({ length: STEPS }, (_, at) => ({
			courseId: text(`course-${at + 1}`),
			reason: text(`why-${at + 1}`),
		})),
	};
}

const fits = (text: string, most: number) => text.length > 0 && text.length <= most;
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Checks a typed path; what it may name is given. */
export function checkPath(
	typed: TypedPath,
	courses: ReadonlySet<string>,
	roles: ReadonlySet<string>,
	t: Words,
): { input: PathInput; errors: Errors } {
	const errors: Errors = {};
	const input: PathInput = {
		title: oneLine(typed.title),
		reason: oneLine(typed.reason),
		roles: typed.roles.filter((role) => roles.has(role)),
		steps: [],
	};
	if (!fits(input.title, 160)) errors.title = t.badName;
	if (!fits(input.reason, 600)) errors.reason = t.badWhy;
	if (input.roles.length === 0) errors.roles = t.badRoles;
	for (const [at, { courseId, reason }] of typed.steps.entries()) {
		const n = String(at + 1);
		if (!courseId) continue;
		if (!courses.has(courseId)) errors[`course-${n}`] = t.badCourse(n);
		else if (input.steps.some((step) => step.courseId === courseId)) errors[`course-${n}`] = t.courseTwice(n);
		if (!fits(oneLine(reason), 400)) errors[`why-${n}`] = t.badStepWhy(n);
		input.steps.push({ courseId, reason: oneLine(reason) });
	}
	if (input.steps.length === 0) errors["course-1"] = t.noSteps;
	return { input, errors };
}
