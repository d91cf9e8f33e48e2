import { listOpenCourses } from "../../catalog/listCourses.server.ts";
import type { DomainResult } from "./view.server.ts";

export type NextCourse = { slug: string; title: string; jp: number; competences: string[] };

const MOST = 3;

/**
 * The courses that lead furthest from where a placement found the person: those that teach above the measured level in
 * most competences. A domain that was not measured counts as not known.
 */
export async function coursesToLearnNext(
	domains: readonly DomainResult[],
	agencyId: string | null,
): Promise<NextCourse[]> {
	const levels = new Map(domains.map(({ domain, range }) => [domain, range?.likely ?? 0]));
	const { courses } = await listOpenCourses({ agencyId, page: 1 });
	return courses
		.map(({ slug, title, jp, competences }) => {
			const above = competences.filter(({ code, level }) => level > (levels.get(code.slice(0, 2)) ?? 0));
			return { slug, title, jp, competences: above.map(({ code }) => code) };
		})
		.filter(({ competences }) => competences.length > 0)
		.sort((a, b) => b.competences.length - a.competences.length)
		.slice(0, MOST);
}
