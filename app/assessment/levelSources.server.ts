import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attemptItems, attempts, items, placementResults } from "#db/schema/index.ts";
import { competenceList } from "../catalog/framework.server.ts";
import { itemOf } from "./drawnItems.server.ts";
import { type Evidence, likelihoodOf } from "./levelRule.ts";
import { Ability } from "./placement/ability.ts";
import { GENERAL } from "./placement/drawNext.server.ts";
import { authorsParameters } from "./placement/parameters.ts";
import type { PlacementPolicy } from "./placement/policy.ts";
import { quadratureFor } from "./placement/quadrature.ts";

/** A person's evidence in one competence. */
export type PersonEvidence = Evidence & { personId: string; competence: string };
/** Finds the evidence of many people up to a time, in a fixed number of queries. */
export type LevelSource = (
	people: readonly string[],
	policy: PlacementPolicy,
	at: number,
) => Promise<PersonEvidence[]>;

/** A domain's placement speaks for each of its competences. */
export const placementSource: LevelSource = async (people, policy, at) => {
	const inTime = and(inArray(placementResults.personId, [...people]), lte(placementResults.at, at));
	const rows = await db.select().from(placementResults).where(inTime).orderBy(asc(placementResults.at));
	return rows.flatMap((row) => {
		const likelihood = likelihoodOf(row);
		if (row.domain === GENERAL || row.items < policy.minItemsPerDomain || !likelihood) return [];
		const { personId, topLevel, at: measuredAt } = row;
		const own = competenceList().filter(({ domain }) => domain === row.domain);
		return own.map(({ code }) => ({
			personId,
			competence: code,
			source: "placement" as const,
			...likelihood,
			topLevel,
			at: measuredAt,
		}));
	});
};

/** Exams that were handed in: the items of each competence, practice tasks apart from the rest. */
export const examSource: LevelSource = async (people, policy, at) => {
	const rows = await answeredItems(people, at);
	const contents = await contentsOf(new Set(rows.map(({ itemId }) => itemId)));
	const groups = new Map<string, AnsweredItem[]>();
	for (const row of rows) {
		const key = `${row.attemptId} ${row.competence} ${sourceOf(row)}`;
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return [...groups.values()].flatMap((group) => evidenceOf(group, contents, policy) ?? []);
};

/** All sources in assessment. A higher room that has others passes them to `measuredLevels` behind these. */
export const levelSources: readonly LevelSource[] = [placementSource, examSource];

type AnsweredItem = Awaited<ReturnType<typeof answeredItems>>[number];

async function answeredItems(people: readonly string[], at: number) {
	const inTime = and(
		inArray(attempts.personId, [...people]),
		eq(attempts.state, "submitted"),
		lte(attempts.submittedAt, at),
		eq(attemptItems.counts, true),
	);
	return (
		db
			.select({
				personId: attempts.personId,
				attemptId: attempts.id,
				at: attempts.submittedAt,
				itemId: items.id,
				type: items.type,
				competence: items.competence,
				level: items.level,
				milliPoints: attemptItems.milliPoints,
			})
			.from(attempts)
			.innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.where(inTime)
			// Sums of fractions hang on their order in the last digit.
			.orderBy(asc(attempts.id), asc(attemptItems.position))
	);
}

const AT_ONCE = 500;

async function contentsOf(ids: ReadonlySet<string>): Promise<Map<string, unknown>> {
	const all = [...ids];
	const found = new Map<string, unknown>();
	for (let from = 0; from < all.length; from += AT_ONCE) {
		const some = inArray(items.id, all.slice(from, from + AT_ONCE));
		const rows = await db.select({ id: items.id, content: items.content }).from(items).where(some);
		for (const { id, content } of rows) found.set(id, content);
	}
	return found;
}

const sourceOf = ({ type }: { type: string }) => (PRACTICE.has(type) ? "practice" : "exam");
/** Types whose answer is a piece of work. */
const PRACTICE = new Set<string>(["inbox", "sharing", "signedfile"]);

function evidenceOf(
	group: readonly AnsweredItem[],
	contents: ReadonlyMap<string, unknown>,
	policy: PlacementPolicy,
): PersonEvidence | null {
	const [first] = group;
	const ability = new Ability(quadratureFor(1, 0));
	for (const { itemId, milliPoints } of group) {
		const item = itemOf({ id: itemId, content: contents.get(itemId) });
		ability.add(0, authorsParameters(item, policy), (milliPoints ?? 0) >= policy.rightFrom);
	}
	const likelihood = likelihoodOf(ability.domain(0));
	if (!first || !likelihood) return null;
	const { personId, competence } = first;
	const topLevel = Math.max(...group.map(({ level }) => level));
	return { personId, competence, source: sourceOf(first), ...likelihood, topLevel, at: first.at ?? 0 };
}
