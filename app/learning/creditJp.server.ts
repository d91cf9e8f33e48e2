import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, jpLedger } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../i18n/format.ts";

type Credit = {
	personId: string;
	agencyId: string;
	/** Training hours; negative takes them back. */
	jp: number;
	sourceKind: "certificate" | "revocation" | "reinstatement" | "merge" | "unmerge";
	sourceId: string;
	now: number;
	/** The moment whose year the hours count for, if it is not now. */
	creditedFor?: number;
};

/** Writes hours to the ledger of the year in the agency's zone; once for each source. */
export function* creditJp(tx: Tx, credit: Credit): Body<void> {
	const { creditedFor, now, ...row } = credit;
	const [agency] = yield* run(
		tx.select({ timeZone: agencies.timeZone }).from(agencies).where(eq(agencies.id, credit.agencyId)),
	);
	const day = dayIn(creditedFor ?? now, agency?.timeZone ?? "Asia/Jakarta");
	yield* run(
		tx
			.insert(jpLedger)
			.values({ ...row, id: uuid(), year: Number(day.slice(0, 4)), creditedAt: now })
			.onConflictDoNothing({ target: [jpLedger.sourceKind, jpLedger.sourceId] }),
	);
}
