import { and, inArray, isNull } from "drizzle-orm";
import { among, insertMany } from "#db/bulk.server.ts";
import { identifiers, memberships, numberKinds, people, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import { each, type RosterRow, type RosterRun, saveRows } from "./rows.server.ts";
import { addTokens } from "./tokens.server.ts";
import { endsPost, getsNumber, type SeenNow, type Writing, writeRow } from "./writing.ts";

/**
 * Writes what the rows say so that no reader sees it yet: posts and identifiers that count only once the run is in force,
 * and a mark on the posts that end with it. A row whose person was changed since it was compared is left.
 */
export function* writeRows(tx: Tx, roster: RosterRun, rows: readonly RosterRow[], now: number): Body<void> {
	const seen = yield* seenNow(tx, roster, rows);
	const writing: Writing = { people: [], posts: [], identifiers: [] };
	const saved = rows.map((row) => writeRow(row, { roster, seen, writing, now }));
	yield* insertMany(tx, people, writing.people);
	yield* insertMany(tx, identifiers, writing.identifiers);
	yield* insertMany(tx, memberships, writing.posts);
	const names = new Map([...seen.people.values(), ...writing.people].map(({ id, name }) => [id, name]));
	yield* addTokens(
		tx,
		writing.posts.map(({ personId, agencyId }) => ({ personId, agencyId, name: names.get(personId) ?? "" })),
	);
	yield* saveRows(tx, saved);
}

function* seenNow(tx: Tx, roster: RosterRun, rows: readonly RosterRow[]): Body<SeenNow> {
	const ids = each(rows, ({ personId }) => personId);
	const isSome = ids.length > 0;
	const found = isSome ? yield* run(tx.select().from(people).where(among(people.id, ids))) : [];
	const mine = and(among(memberships.personId, ids), isPresent());
	const present = isSome ? yield* run(tx.select().from(memberships).where(mine)) : [];
	const values = rows.flatMap(({ plan }) => plan?.identifiers.map(({ value }) => value) ?? []);
	const { value } = identifiers;
	const taken = yield* run(tx.select({ value }).from(identifiers).where(among(value, values)));
	const renumbered = each(rows.filter(getsNumber), (row) => row.personId);
	const { id, personId, agencyId } = roleGrants;
	const held = and(among(personId, ids), isNull(roleGrants.revokedAt));
	return {
		claimed: new Map((yield* claim(tx, roster, rows)).map((one) => [one.id, one])),
		people: new Map(found.map((one) => [one.id, one])),
		present: new Map(present.map((one) => [one.personId, one])),
		taken: new Set(taken.map((one) => one.value)),
		numbers: renumbered.length > 0 ? yield* numbersInForce(tx, renumbered) : [],
		grants: isSome ? yield* run(tx.select({ id, personId, agencyId }).from(roleGrants).where(held)) : [],
	};
}

function* numbersInForce(tx: Tx, ids: readonly string[]): Body<SeenNow["numbers"]> {
	const { id, personId, kind, validTo } = identifiers;
	const held = and(among(personId, ids), inArray(kind, [...numberKinds]), isNull(validTo));
	return yield* run(tx.select({ id, personId }).from(identifiers).where(held));
}

/** Marks the posts that end with the run; one that another run has marked, or that is not open any more, is not claimed. */
function* claim(
	tx: Tx,
	roster: RosterRun,
	rows: readonly RosterRow[],
): Body<(typeof memberships.$inferSelect)[]> {
	const ids = each(rows.filter(endsPost), ({ membershipId }) => membershipId);
	if (ids.length === 0) return [];
	const { id, validTo, beginRunId, endRunId } = memberships;
	const open = and(among(id, ids), isNull(validTo), isNull(beginRunId), isNull(endRunId));
	return yield* run(tx.update(memberships).set({ endRunId: roster.id }).where(open).returning());
}
