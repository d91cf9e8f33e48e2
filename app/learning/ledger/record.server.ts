import { and, asc, eq } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { agencies, jpLedger, memberships } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { hasBegun } from "../../people/present.server.ts";
import { jpPolicies } from "../policy.server.ts";
import { type Item, itemsOf } from "./items.ts";
import { type JpYear, jpYear } from "./jpYear.ts";
import { type Post, type Service, serviceOf } from "./service.ts";

/** All that the ledger knows of a person: what hours were given for, and which status was held when. */
export type JpRecord = { items: Item[]; service: Service[] };

/** The records of these people; two queries, whatever their number. `timeZone`: of days that old rows do not say. */
export function* jpRecords(
	tx: Tx,
	personIds: readonly string[],
	timeZone: string,
): Body<Map<string, JpRecord>> {
	if (personIds.length === 0) return new Map();
	const entries = yield* run(tx.select().from(jpLedger).where(among(jpLedger.personId, personIds)));
	const posts = yield* run(
		tx
			.select({
				personId: memberships.personId,
				employment: memberships.employment,
				legalStatus: memberships.legalStatus,
				appointedOn: memberships.appointedOn,
				validFrom: memberships.validFrom,
				validTo: memberships.validTo,
				timeZone: agencies.timeZone,
			})
			.from(memberships)
			.innerJoin(agencies, eq(agencies.id, memberships.agencyId))
			.where(and(among(memberships.personId, personIds), hasBegun(memberships.beginRunId)))
			.orderBy(asc(memberships.validFrom), asc(memberships.id)),
	);
	const postOf = ({ validFrom, validTo, timeZone: zone, ...post }: (typeof posts)[number]): Post => ({
		...post,
		from: dayIn(validFrom, zone),
		to: validTo === null ? null : dayIn(validTo, zone),
	});
	const [entriesOf, postsOf] = [grouped(entries), grouped(posts)];
	return new Map(
		personIds.map((id) => [
			id,
			{
				items: itemsOf(entriesOf.get(id) ?? [], timeZone),
				service: serviceOf((postsOf.get(id) ?? []).map(postOf)),
			},
		]),
	);
}

function grouped<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const own = found.get(row.personId);
		if (own) own.push(row);
		else found.set(row.personId, [row]);
	}
	return found;
}

/** A calendar year of the record by the policies in force. */
export const yearOf = (record: JpRecord, year: number): JpYear =>
	jpYear({ ...record, year, policies: jpPolicies() });

/** The calendar years in which something was earned, the latest first. */
export const yearsIn = ({ items }: JpRecord): number[] =>
	[...new Set(items.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
