import { and, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { among, listed } from "#db/bulk.server.ts";
import { identifiers, memberships, numberKinds, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import type { Findable } from "./compare.ts";
import { emailOf, type Known } from "./plan.ts";
import type { RosterCells } from "./rosterLine.ts";
import { similarNames } from "./similarNames.ts";

type Owner = { personId: string; beginRunId: string | null };
export type Found = Findable & { isBeingImported: boolean };

/** Who is already known of some readable rows, in their order; six queries at most, however many rows. */
export function* findKnown(tx: Tx, rows: readonly RosterCells[]): Body<Found[]> {
	const owners = yield* ownersOf(tx, each(rows, [numberOf]));
	const here = yield* knownPeople(tx, idsOf(owners));
	// Nearly everybody in a file that was applied before has all that it could give them.
	const open = rows.filter(({ nip }) => !here.get(owners.get(nip ?? "")?.personId ?? "")?.hasEmail);
	const others = yield* ownersOf(tx, each(open, [pnsIdOf, emailOf]));
	const unknown = rows.filter(({ nip }) => !owners.has(nip ?? ""));
	const alike = yield* lookalikes(tx, unknown);
	const elsewhere = yield* knownPeople(tx, [...idsOf(others), ...alike.values()]);
	return rows.map((cells) => {
		const owner = owners.get(cells.nip ?? "");
		const email = others.get(emailOf(cells) ?? "");
		const pns = others.get(cells.pnsId ?? "");
		const person = owner ? (here.get(owner.personId) ?? null) : null;
		const lookalike =
			asLookalike("same-pns-id", elsewhere.get(pns?.personId ?? "")) ??
			asLookalike("same-email", elsewhere.get(email?.personId ?? "")) ??
			asLookalike("similar", elsewhere.get(alike.get(cells.nip ?? "") ?? ""));
		const isEmailTaken = email !== undefined && email.personId !== owner?.personId;
		return { known: person, lookalike, isEmailTaken, isBeingImported: Boolean(owner?.beginRunId) };
	});
}

type Lookalike = NonNullable<Findable["lookalike"]>;
const asLookalike = (reason: Lookalike["reason"], known: Known | undefined): Lookalike | null =>
	known ? { reason, known } : null;

const numberOf = (cells: RosterCells) => cells.nip;
const pnsIdOf = (cells: RosterCells) => cells.pnsId;

const each = (rows: readonly RosterCells[], picks: ((cells: RosterCells) => string | null)[]): string[] =>
	rows.flatMap((cells) => picks.flatMap((pick) => pick(cells) ?? []));

const idsOf = (owners: Map<string, Owner>): string[] => [...owners.values()].map(({ personId }) => personId);

function* ownersOf(tx: Tx, values: readonly string[]): Body<Map<string, Owner>> {
	if (values.length === 0) return new Map();
	const { value, personId, beginRunId } = identifiers;
	const rows = yield* run(
		tx.select({ value, personId, beginRunId }).from(identifiers).where(among(value, values)),
	);
	return new Map(rows.map((row) => [row.value, row]));
}

/** People with their present posts, and whether they have an e-mail address and a PNS ID. */
export function* knownPeople(tx: Tx, ids: readonly string[]): Body<Map<string, Known>> {
	if (ids.length === 0) return new Map();
	const { id, name, titleBefore, titleAfter } = people;
	const rows = yield* run(
		tx
			.select({ person: { id, name, titleBefore, titleAfter }, post: memberships })
			.from(people)
			.leftJoin(memberships, and(eq(memberships.personId, people.id), isPresent()))
			.where(among(people.id, ids)),
	);
	const { personId, kind, validTo } = identifiers;
	const mine = and(among(personId, ids), inArray(kind, ["EMAIL", "PNS_ID"]), isNull(validTo));
	const named = yield* run(tx.select({ personId, kind }).from(identifiers).where(mine));
	const has = new Set(named.map((one) => `${one.kind} ${one.personId}`));
	const known = rows.map(({ person: { id, name, titleBefore, titleAfter }, post }): [string, Known] => [
		id,
		{
			personId: id,
			name,
			titleBefore,
			titleAfter,
			hasEmail: has.has(`EMAIL ${id}`),
			hasPnsId: has.has(`PNS_ID ${id}`),
			post,
		},
	]);
	return new Map(known);
}

/** By the new number: the id of somebody with the same birth date (the first eight digits) and a similar name. */
function* lookalikes(tx: Tx, rows: readonly RosterCells[]): Body<Map<string, string>> {
	const births = [...new Set(rows.map(({ nip }) => (nip ?? "").slice(0, 8)))].filter(Boolean);
	if (births.length === 0) return new Map();
	const { value, personId, kind } = identifiers;
	const birth = sql<string>`birth.value`;
	const same = and(gte(value, birth), lt(value, sql`${birth} || ':'`));
	const others = yield* run(
		tx
			.select({ value, personId, name: people.name })
			.from(listed(births, "birth"))
			.crossJoin(identifiers)
			.innerJoin(people, eq(people.id, personId))
			.where(and(same, inArray(kind, [...numberKinds]))),
	);
	const byBirth = new Map<string, typeof others>();
	for (const one of others) {
		const key = one.value.slice(0, 8);
		byBirth.set(key, [...(byBirth.get(key) ?? []), one]);
	}
	const found = new Map<string, string>();
	for (const { nip, name } of rows) {
		if (!nip || !name) continue;
		const other = byBirth.get(nip.slice(0, 8))?.find((one) => similarNames(one.name, name));
		if (other) found.set(nip, other.personId);
	}
	return found;
}
