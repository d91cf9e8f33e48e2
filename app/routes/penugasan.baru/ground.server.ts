import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { assignableCourses } from "#app/catalog/assignableCourses.server.ts";
import { competenceList } from "#app/catalog/framework.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { filtersOf } from "#app/learning/assignments/assign.server.ts";
import type { AssigningScope } from "#app/learning/assignments/assignmentScope.server.ts";
import { pathsFor } from "#app/learning/paths/pathList.server.ts";
import type { Choice } from "#app/ui/fields.tsx";

/** What can be assigned: its title, and the courses in their order. */
export type Target = { title: string; pathId: string | null; courseIds: string[] };

/** Everything that the form offers in the scope, and what each offered target means. */
export async function assignmentGround(scope: AssigningScope, lang: Language) {
	const t = assignmentMessages[lang];
	const { agencyId } = scope;
	const [courses, paths, units, filters] = await Promise.all([
		assignableCourses(agencyId),
		pathsFor(agencyId),
		unitsWithin(scope),
		// Rules with a name are the whole agency's.
		scope.kind === "agency" ? filtersOf(agencyId) : [],
	]);
	const targets = new Map<string, Target>([
		...paths.map(({ id, title, steps }): [string, Target] => [
			`path:${id}`,
			{ title, pathId: id, courseIds: steps.map(({ courseId }) => courseId) },
		]),
		...courses.map(({ courseId, title }): [string, Target] => [
			`course:${courseId}`,
			{ title, pathId: null, courseIds: [courseId] },
		]),
	]);
	const label = (value: string, title: string) =>
		value.startsWith("path:") ? t.ofPath(title) : t.ofCourse(title);
	const choices = {
		targets: [...targets].map(([value, { title }]) => ({ value, label: label(value, title) })),
		units: units
			.filter(({ validTo }) => !validTo)
			.map(({ id, name, level }) => ({ value: id, label: `${"– ".repeat(level - 1)}${name}` })),
		filters: filters.map(({ id, name }) => ({ value: id, label: name })),
		competences: competenceList().map(({ code, name }) => ({ value: code, label: `${code} ${name[lang]}` })),
	} satisfies Record<string, Choice[]>;
	return { choices, targets };
}
export type Choices = Awaited<ReturnType<typeof assignmentGround>>["choices"];
