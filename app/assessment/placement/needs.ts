import { type CompetenceFramework, roleOf, targetLevel } from "../../catalog/competences.ts";
import type { Needs } from "./choose.ts";

type JobClass = Parameters<typeof roleOf>[1];

/** What the role of a job class needs; null, everything alike, when the framework has no role for it. */
export function needsOf(framework: CompetenceFramework, job: JobClass | null): Needs {
	const role = job && roleOf(framework, job);
	if (!role) return null;
	const needed = framework.competences.filter((competence) => targetLevel(role, competence) > 0);
	return {
		domains: new Set(needed.map(({ domain }) => domain)),
		competences: new Set(needed.map(({ code }) => code)),
	};
}
