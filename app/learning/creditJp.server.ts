import { and, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, type JpSource, jpLedger } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../i18n/format.ts";
import { aboutOf } from "./ledger/items.ts";

type Credit = {
	personId: string;
	agencyId: string;
	/** Training hours; negative takes them back. */
	jp: number;
	sourceKind: JpSource;
	sourceId: string;
	/** The course version; absent for learning elsewhere. */
	versionId?: string;
	/** SIASN's form-of-training id. */
	form?: number;
	now: number;
	/** The moment whose day the hours count for, if it is not now; or the ISO day itself. */
	creditedFor?: number | string;
};

/** Writes hours to the ledger of the year in the agency's zone; once for each source. */
export function* creditJp(tx: Tx, credit: Credit): Body<void> {
	const { creditedFor, now, ...row } = credit;
	const countedOn = yield* dayFor(tx, credit);
	const isFirst = row.sourceKind === "certificate" || row.sourceKind === "recognition";
	const reversalOf = isFirst ? null : yield* lastAbout(tx, credit);
	yield* run(
		tx
			.insert(jpLedger)
			.values({
				...row,
				id: uuid(),
				year: Number(countedOn.slice(0, 4)),
				countedOn,
				reversalOf,
				creditedAt: now,
			})
			.onConflictDoNothing({ target: [jpLedger.sourceKind, jpLedger.sourceId] }),
	);
}

function* dayFor(tx: Tx, { creditedFor, agencyId, now }: Credit): Body<string> {
	if (typeof creditedFor === "string") return creditedFor;
	const [agency] = yield* run(
		tx.select({ timeZone: agencies.timeZone }).from(agencies).where(eq(agencies.id, agencyId)),
	);
	return dayIn(creditedFor ?? now, agency?.timeZone ?? "Asia/Jakarta");
}

/** The person's last row about the same with hours of the other sign. */
function* lastAbout(tx: Tx, credit: Credit): Body<string | null> {
	const { id, personId, creditedAt } = jpLedger;
	const rows = yield* run(
		tx.select().from(jpLedger).where(eq(personId, credit.personId)).orderBy(desc(creditedAt), desc(id)),
	);
	const about = aboutOf(credit);
	const own = rows.find((row) => aboutOf(row) === about && row.jp * credit.jp < 0);
	if (own) return own.id;
	// While records are merged the row is still with the one that goes.
	const first = and(eq(jpLedger.sourceKind, "certificate"), eq(jpLedger.sourceId, about));
	return (yield* run(tx.select({ id }).from(jpLedger).where(first)))[0]?.id ?? null;
}

/** The ISO day that the hours of a certificate count for; null when it brought none. */
export function* creditedDay(tx: Tx, certificateId: string): Body<string | null> {
	const first = and(eq(jpLedger.sourceKind, "certificate"), eq(jpLedger.sourceId, certificateId));
	const [row] = yield* run(tx.select({ day: jpLedger.countedOn }).from(jpLedger).where(first));
	return row?.day ?? null;
}

/** The hours that stand for a certificate, all that was entered about it added up. */
export function* standingHours(tx: Tx, personId: string, certificateId: string): Body<number> {
	const rows = yield* run(tx.select().from(jpLedger).where(eq(jpLedger.personId, personId)));
	const own = rows.filter((row) => aboutOf(row) === certificateId);
	return own.reduce((sum, { jp }) => sum + jp, 0);
}
