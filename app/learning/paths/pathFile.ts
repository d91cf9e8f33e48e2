import { z } from "zod";
import type { CompetenceFramework } from "../../catalog/competences.ts";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";

const text = z.string().trim().min(1);

const pathFacts = z.strictObject({
	title: text.max(160),
	/** Why this path, for those who are to take it. */
	reason: text.max(600),
	/** Roles of content/framework/competences.yaml. */
	roles: z.array(z.string()).min(1),
	steps: z
		.array(z.strictObject({ course: z.string(), reason: text.max(400) }))
		.min(1)
		.refine(
			(steps) => new Set(steps.map(({ course }) => course)).size === steps.length,
			"satu pelatihan hanya boleh menjadi satu langkah",
		),
});
export type PathFacts = z.infer<typeof pathFacts>;

/** What a path may name. */
export type PathGround = { courses: ReadonlySet<string>; roles: ReadonlySet<string> };

export const rolesOf = (framework: CompetenceFramework): ReadonlySet<string> =>
	new Set(framework.roleTargets.map(({ role }) => role));

/**
 * Reads a content/paths/*.yaml; the courses and roles that it names must exist.
 * @throws FrameworkFileError in Bahasa, naming line and field
 */
export function parsePath(yaml: string, file: string, { courses, roles }: PathGround): PathFacts {
	const grounded = pathFacts.superRefine((facts, check) => {
		const fault = (path: (string | number)[], message: string) =>
			check.addIssue({ code: "custom", path, message });
		for (const [at, role] of facts.roles.entries())
			if (!roles.has(role)) fault(["roles", at], `peran ${role} tidak ada dalam kerangka kompetensi`);
		for (const [at, { course }] of facts.steps.entries())
			if (!courses.has(course)) fault(["steps", at, "course"], `pelatihan ${course} tidak ada`);
	});
	return readFrameworkFile(grounded, yaml, file);
}
