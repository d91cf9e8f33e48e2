import { and, eq, isNull } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { certificates, identifiers, jpLedger, learningElsewhere } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Item, itemsOf } from "../../learning/ledger/items.ts";
import type { SiasnFacts } from "./row.ts";

export type SiasnItem = { about: string; personId: string; jp: number; year: number };

/** What stands of some certificates and pieces, given whose they are. */
export function* standingItems(
	tx: Tx,
	abouts: ReadonlySet<string>,
	personIds: readonly string[],
	timeZone: string,
): Body<SiasnItem[]> {
	if (personIds.length === 0) return [];
	const rows = yield* run(tx.select().from(jpLedger).where(among(jpLedger.personId, personIds)));
	const byPerson = new Map<string, typeof rows>();
	for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
	return [...byPerson].flatMap(([personId, own]) =>
		itemsOf(own, timeZone)
			.filter(({ about }) => abouts.has(about))
			.map(({ about, jp, day }: Item) => ({ about, personId, jp, year: Number(day.slice(0, 4)) })),
	);
}

/** Whose certificates and pieces they are now: a merge of records takes them along. */
export function* holdersOf(tx: Tx, abouts: readonly string[]): Body<{ about: string; personId: string }[]> {
	const [one, other] = [certificates, learningElsewhere];
	const own = yield* run(
		tx.select({ about: one.id, personId: one.personId }).from(one).where(among(one.id, abouts)),
	);
	const pieces = yield* run(
		tx.select({ about: other.id, personId: other.personId }).from(other).where(among(other.id, abouts)),
	);
	return [...own, ...pieces];
}

type Told = Pick<SiasnFacts, "title" | "organiser" | "number" | "form" | "startedOn" | "finishedOn">;

/** What certificates and pieces of learning elsewhere say of themselves. */
export function* toldOf(tx: Tx, abouts: readonly string[]): Body<Map<string, Told>> {
	if (abouts.length === 0) return new Map();
	const { id, number, print } = certificates;
	const own = yield* run(tx.select({ id, number, print }).from(certificates).where(among(id, abouts)));
	const pieces = yield* run(tx.select().from(learningElsewhere).where(among(learningElsewhere.id, abouts)));
	return new Map<string, Told>([
		...own.map(({ id: about, number: given, print: p }): [string, Told] => {
			const { courseTitle: title, issuerName: organiser, form, startedOn, finishedOn } = p;
			return [about, { title, organiser, number: given, form, startedOn, finishedOn }];
		}),
		...pieces.map(({ id: about, title, issuer: organiser, number: given, form, ...days }): [string, Told] => {
			const { startedOn, finishedOn } = days;
			return [about, { title, organiser, number: given, form, startedOn, finishedOn }];
		}),
	]);
}

/** The PNS IDs in force of some people. */
export function* pnsIdsOf(tx: Tx, personIds: readonly string[]): Body<Map<string, string>> {
	if (personIds.length === 0) return new Map();
	const { personId, kind, value, validTo } = identifiers;
	const inForce = and(among(personId, personIds), eq(kind, "PNS_ID"), isNull(validTo));
	const rows = yield* run(tx.select({ personId, value }).from(identifiers).where(inForce));
	return new Map(rows.map((row) => [row.personId, row.value]));
}
