import { and, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { assignments, memberships } from "#db/schema/index.ts";
import { measuredLevels } from "../../assessment/measuredLevel.server.ts";
import { isPresent } from "../../people/present.server.ts";
import type { Levels } from "./settle.server.ts";

/** The measured levels of people as far as an assignment of their agencies asks for a gap; else nothing is read. */
export async function levelsForGaps(people: readonly string[], now: number): Promise<Levels> {
	if (people.length === 0) return new Map();
	const posts = await db
		.selectDistinct({ agencyId: memberships.agencyId })
		.from(memberships)
		.where(and(inArray(memberships.personId, [...people]), isPresent()));
	if (posts.length === 0) return new Map();
	const here = inArray(
		assignments.agencyId,
		posts.map(({ agencyId }) => agencyId),
	);
	const open = await db
		.select({ rule: assignments.rule })
		.from(assignments)
		.where(and(here, isNull(assignments.endedAt)));
	return open.some(({ rule }) => rule.gap !== "") ? levelsOf(people, now) : new Map();
}

/** The measured levels of people by competence. */
export async function levelsOf(people: readonly string[], now: number): Promise<Levels> {
	const measured = await measuredLevels(people, now);
	return new Map(
		[...measured].map(([personId, byCompetence]) => [
			personId,
			new Map([...byCompetence].map(([code, { level }]) => [code, level])),
		]),
	);
}
