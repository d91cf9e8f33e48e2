import { combineEvidence, type MeasuredLevel } from "./levelRule.ts";
import { type LevelSource, levelSources, type PersonEvidence } from "./levelSources.server.ts";
import { placementPolicyAt } from "./placement/policy.server.ts";

const AT_ONCE = 500;

/**
 * The measured level of a person in a competence ("D3.1") at a time, from placement, exams and practice; null when
 * nothing was measured. The one answer to "which level has this person": a self-rating is no source.
 */
export async function measuredLevel(
	personId: string,
	competence: string,
	at: number,
	sources: readonly LevelSource[] = levelSources,
): Promise<MeasuredLevel | null> {
	return (await measuredLevels([personId], at, sources)).get(personId)?.get(competence) ?? null;
}

/**
 * The same for many people and every competence, by person and code, with one query for each source and chunk of 500
 * people. People and competences without any evidence are left out.
 */
export async function measuredLevels(
	people: readonly string[],
	at: number,
	sources: readonly LevelSource[] = levelSources,
): Promise<Map<string, Map<string, MeasuredLevel>>> {
	const policy = placementPolicyAt(at);
	const levels = new Map<string, Map<string, MeasuredLevel>>();
	for (let from = 0; from < people.length; from += AT_ONCE) {
		const some = people.slice(from, from + AT_ONCE);
		const found = (await Promise.all(sources.map((source) => source(some, policy, at)))).flat();
		for (const [personId, own] of groupBy(found, (one) => one.personId)) {
			const byCompetence = new Map<string, MeasuredLevel>();
			for (const [competence, evidence] of groupBy(own, (one) => one.competence)) {
				const level = combineEvidence(evidence, policy, at);
				if (level) byCompetence.set(competence, level);
			}
			levels.set(personId, byCompetence);
		}
	}
	return levels;
}

function groupBy(
	all: readonly PersonEvidence[],
	keyOf: (one: PersonEvidence) => string,
): Map<string, PersonEvidence[]> {
	const groups = new Map<string, PersonEvidence[]>();
	for (const one of all) {
		const group = groups.get(keyOf(one));
		if (group) group.push(one);
		else groups.set(keyOf(one), [one]);
	}
	return groups;
}
