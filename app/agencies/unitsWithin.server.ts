import { type Column, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { units } from "#db/schema/index.ts";
import type { AgencyScope } from "./scope.ts";
import { withUnitsBelow } from "./subtree.ts";
import { type Unit, unitsOf } from "./units.server.ts";

type UnitScope = Extract<AgencyScope, { kind: "unit" }>;

/** Whether the column names one of the scope's units or one that stands below it now, closed ones too. */
export function inUnits(column: Column, { agencyId, unitIds }: UnitScope): SQL {
	if (unitIds.length === 0) return sql`1 = 0`;
	const roots = sql`select id from ${units} where agency_id = ${agencyId} and id in ${[...unitIds]}`;
	const next = sql`select child.id from ${units} child join below on child.parent_id = below.id where child.agency_id = ${agencyId}`;
	// UNION, not UNION ALL: should units ever stand in a ring, it ends.
	return sql`${column} in (with recursive below(id) as (${roots} union ${next}) select id from below)`;
}

/** The units of the scope with all below, by name, closed ones too. */
export async function unitsWithin(scope: Exclude<AgencyScope, { kind: "nation" }>): Promise<Unit[]> {
	const all = await unitsOf(scope.agencyId);
	if (scope.kind === "agency") return all;
	const within = new Set(withUnitsBelow(all, [...scope.unitIds]));
	return all.filter(({ id }) => within.has(id));
}

/** Each of the units with those above it, nearest first; a unit that does not exist has none. */
export async function unitsAbove(unitIds: readonly string[]): Promise<Map<string, string[]>> {
	if (unitIds.length === 0) return new Map();
	const given = await db
		.select()
		.from(units)
		.where(inArray(units.id, [...unitIds]));
	const agencies = [...new Set(given.map(({ agencyId }) => agencyId))];
	const all = (await Promise.all(agencies.map(unitsOf))).flat();
	const parentOf = new Map(all.map(({ id, parentId }) => [id, parentId]));
	return new Map(given.map(({ id }) => [id, lineOf(id, parentOf)]));
}

function lineOf(id: string, parentOf: ReadonlyMap<string, string | null>): string[] {
	const line: string[] = [];
	for (let at: string | null | undefined = id; at && !line.includes(at); at = parentOf.get(at)) line.push(at);
	return line;
}
