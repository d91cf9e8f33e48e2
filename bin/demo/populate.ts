import { findAgency } from "../../app/agencies/findAgency.server.ts";
import { createUnit } from "../../app/agencies/units.server.ts";
import { createPerson } from "../../app/people/createPerson.server.ts";
import { type Body, type Tx, transaction } from "../../db/transaction.server.ts";
import { madeUpPerson } from "./person.ts";
import { type PlannedAgency, plannedAgencies, subUnits } from "./plan.ts";
import { below, pick, type Random } from "./random.ts";

export type Inhabitant = {
	personId: string;
	name: string;
	number: string;
	agencyId: string;
	agencyCode: string;
	agencyName: string;
	unitId: string;
	/** How much of the agency learns, 0..1. */
	reach: number;
};

const DAY = 86_400_000;
const CHUNK = 60;

/** Units two levels deep and people, unevenly, who joined some seven months ago and a few since. */
export async function populate(random: Random, now: number): Promise<Inhabitant[]> {
	const all: Inhabitant[] = [];
	for (const planned of plannedAgencies)
		all.push(...(await populateAgency(planned, random, now, all.length)));
	return all;
}

async function populateAgency(
	planned: PlannedAgency,
	random: Random,
	now: number,
	offset: number,
): Promise<Inhabitant[]> {
	const agency = await findAgency(planned.code);
	if (!agency) throw new Error(`Instansi demo ${planned.code} tidak ada dalam daftar instansi.`);
	const founded = now - 215 * DAY;
	const leaves = await transaction((tx) => makeUnits(tx, agency.id, planned.units, founded));
	const made: Inhabitant[] = [];
	for (let begin = 0; begin < planned.people; begin += CHUNK) {
		const indexes = Array.from({ length: Math.min(CHUNK, planned.people - begin) }, (_, i) => begin + i);
		// Drawn outside the body, which may run again on PostgreSQL.
		const drawn = indexes.map((index) => ({
			person: madeUpPerson(random, offset + index),
			unitId: unitFor(random, leaves),
			joined: founded + below(random, index % 12 === 0 ? 150 : 5) * DAY,
		}));
		const ids = await transaction(function* (tx) {
			const personIds: (string | null)[] = [];
			for (const { person, unitId, joined } of drawn) {
				const { name, employment, jobClass, position, grade, number, numberKind } = person;
				const post = { agencyId: agency.id, unitId, employment, jobClass, position, grade };
				const identifiers = [{ kind: numberKind, value: number }];
				const one = yield* createPerson(tx, { name, identifiers, post, now: joined });
				personIds.push(one?.personId ?? null);
			}
			return personIds;
		});
		for (const [index, { person, unitId }] of drawn.entries()) {
			const personId = ids[index];
			if (!personId) throw new Error("Dua orang demo mendapat nomor yang sama.");
			const { name, number } = person;
			const at = { agencyId: agency.id, agencyCode: agency.code, agencyName: agency.shortName, unitId };
			made.push({ ...at, personId, name, number, reach: planned.reach });
		}
	}
	return made;
}

/** The first unit of an agency is the largest, so that some reach 25 people and others do not. */
function unitFor(random: Random, leaves: string[]): string {
	return random() < 0.25 ? (leaves[0] as string) : pick(random, leaves);
}

function* makeUnits(tx: Tx, agencyId: string, names: string[], now: number): Body<string[]> {
	const leaves: string[] = [];
	for (const [i, name] of names.entries()) {
		const { unitId: parentId } = yield* createUnit(tx, { agencyId, code: `U${i + 1}`, name, now });
		for (const [j, sub] of subUnits.entries()) {
			const code = `U${i + 1}.${j + 1}`;
			leaves.push((yield* createUnit(tx, { agencyId, parentId, code, name: `${sub} ${name}`, now })).unitId);
		}
	}
	return leaves;
}
