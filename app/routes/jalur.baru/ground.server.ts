import { assignableCourses } from "#app/catalog/assignableCourses.server.ts";
import { competenceFramework } from "#app/catalog/framework.server.ts";
import type { Language } from "#app/i18n/language.ts";
import type { Choice } from "#app/ui/fields.tsx";

/** What a path of the agency can be made of. */
export async function pathGround(
	agencyId: string,
	lang: Language,
): Promise<{ courses: Choice[]; roles: Choice[] }> {
	const courses = await assignableCourses(agencyId);
	return {
		courses: courses.map(({ courseId, title }) => ({ value: courseId, label: title })),
		roles: competenceFramework().roleTargets.map(({ role, name }) => ({ value: role, label: name[lang] })),
	};
}

export const valuesOf = (choices: readonly Choice[]): Set<string> =>
	new Set(choices.map(({ value }) => value));
