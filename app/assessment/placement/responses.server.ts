import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { items, placementAnswers, placementItems, placementSittings } from "#db/schema/index.ts";
import { Ability } from "./ability.ts";
import type { PlacementBank } from "./bank.server.ts";
import type { PlacementPolicy } from "./policy.ts";
import { quadratureFor } from "./quadrature.ts";
import type { Response } from "./recalibrate.ts";

type Responses = Map<string, Response[]>;

const SITTINGS_AT_ONCE = 200;
/** With these an item's standard error is some hundredths of a logit: more would only take longer. */
const MOST_SITTINGS = 20_000;

/** Each answer of the latest finished sittings with the ability that the sitting's other answers tell, by item hash. */
export async function allResponses(
	bank: PlacementBank,
	policy: PlacementPolicy,
): Promise<{ responses: Responses; sittings: number }> {
	const responses: Responses = new Map();
	let sittings = 0;
	let before: string | undefined;
	while (sittings < MOST_SITTINGS) {
		const ids = await finishedBefore(before);
		if (ids.length === 0) break;
		for (const own of bySitting(await answersIn(ids))) addResponses(responses, own, bank, policy);
		sittings += ids.length;
		before = ids.at(-1);
	}
	return { responses, sittings };
}

/** Ids grow with time: the latest come first. */
async function finishedBefore(id: string | undefined): Promise<string[]> {
	const { id: column, state } = placementSittings;
	const rows = await db
		.select({ id: column })
		.from(placementSittings)
		.where(and(eq(state, "finished"), id === undefined ? undefined : lt(column, id)))
		.orderBy(desc(column))
		.limit(SITTINGS_AT_ONCE);
	return rows.map((row) => row.id);
}

type Row = Awaited<ReturnType<typeof answersIn>>[number];

async function answersIn(sittingIds: string[]) {
	const { sittingId, position } = placementItems;
	const place = and(eq(placementAnswers.sittingId, sittingId), eq(placementAnswers.position, position));
	return db
		.select({
			sittingId,
			askedHash: items.askedHash,
			competence: items.competence,
			difficulty: placementItems.difficulty,
			discrimination: placementItems.discrimination,
			milliPoints: placementAnswers.milliPoints,
		})
		.from(placementItems)
		.innerJoin(placementAnswers, place)
		.innerJoin(items, eq(items.id, placementItems.itemId))
		.where(inArray(sittingId, sittingIds))
		.orderBy(sittingId, position);
}

function bySitting(rows: readonly Row[]): Iterable<Row[]> {
	const grouped = new Map<string, Row[]>();
	for (const row of rows) {
		const own = grouped.get(row.sittingId);
		if (own) own.push(row);
		else grouped.set(row.sittingId, [row]);
	}
	return grouped.values();
}

function addResponses(
	responses: Responses,
	rows: readonly Row[],
	{ domains }: PlacementBank,
	policy: PlacementPolicy,
): void {
	const domainOf = ({ competence }: Row) => domains.indexOf(competence.slice(0, 2));
	const isRight = ({ milliPoints }: Row) => milliPoints >= policy.rightFrom;
	const ability = new Ability(quadratureFor(domains.length, policy.domainCorrelation));
	for (const row of rows) ability.add(domainOf(row), row, isRight(row));
	for (const row of rows) {
		const one = { ability: ability.domainWithout(domainOf(row), row, isRight(row)), isRight: isRight(row) };
		const list = responses.get(row.askedHash);
		if (list) list.push(one);
		else responses.set(row.askedHash, [one]);
	}
}
