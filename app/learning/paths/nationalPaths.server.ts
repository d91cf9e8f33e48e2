import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { courses, paths } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { competenceFramework } from "../../catalog/framework.server.ts";
import { FrameworkFileError } from "../../catalog/frameworkFile.ts";
import { type PathFacts, parsePath, rolesOf } from "./pathFile.ts";
import { writeSteps } from "./steps.server.ts";

export type NationalPath = PathFacts & { slug: string };

/** The paths of content/paths that are sound, and what is wrong with the others, in Bahasa. */
export function readNationalPaths(): { paths: NationalPath[]; problems: string[] } {
	const at = path.join(contentFolder(), "paths");
	const known = path.join(contentFolder(), "courses");
	const ground = {
		courses: new Set(existsSync(known) ? readdirSync(known) : []),
		roles: rolesOf(competenceFramework()),
	};
	const problems: string[] = [];
	const files = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith(".yaml")) : [];
	const read = files.sort().flatMap((name): NationalPath[] => {
		try {
			const facts = parsePath(readFileSync(path.join(at, name), "utf8"), name, ground);
			return [{ ...facts, slug: name.replace(/\.yaml$/, "") }];
		} catch (error) {
			if (!(error instanceof FrameworkFileError)) throw error;
			problems.push(error.message);
			return [];
		}
	});
	return { paths: read, problems };
}

/**
 * Makes the national paths what the files say: new ones come, changed ones change, those without a file are retired. One
 * whose courses are not all published yet is left as it is.
 * @returns the slugs that wait for a course
 */
export function* loadNationalPaths(tx: Tx, all: readonly NationalPath[], now: number): Body<string[]> {
	const waiting: string[] = [];
	for (const one of all) if (!(yield* loadOne(tx, one, now))) waiting.push(one.slug);
	const slugs = all.map(({ slug }) => slug);
	const gone = and(
		isNull(paths.agencyId),
		isNotNull(paths.slug),
		isNull(paths.retiredAt),
		slugs.length > 0 ? notInArray(paths.slug, slugs) : undefined,
	);
	yield* run(tx.update(paths).set({ retiredAt: now }).where(gone));
	return waiting;
}

function* loadOne(tx: Tx, { slug, title, reason, roles, steps }: NationalPath, now: number): Body<boolean> {
	const named = steps.map(({ course }) => course);
	const found = yield* run(tx.select().from(courses).where(inArray(courses.slug, named)));
	const ids = new Map(found.map(({ slug: name, id }) => [name, id]));
	const chosen = steps.flatMap(({ course, reason: why }) => {
		const courseId = ids.get(course);
		return courseId ? [{ courseId, reason: why }] : [];
	});
	if (chosen.length < steps.length) return false;
	const facts = { title, reason, roles, changedAt: now, retiredAt: null };
	yield* run(
		tx
			.insert(paths)
			.values({ ...facts, id: uuid(), slug, agencyId: null, createdAt: now })
			.onConflictDoUpdate({ target: paths.slug, set: facts }),
	);
	const [row] = yield* run(tx.select({ id: paths.id }).from(paths).where(eq(paths.slug, slug)));
	if (row) yield* writeSteps(tx, row.id, chosen);
	return true;
}
