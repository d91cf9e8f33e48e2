import { and, eq, sql } from "drizzle-orm";
import { certificateSequences, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../i18n/format.ts";
import { certificateNumber } from "./number.ts";
import { schemeOf } from "./schemes.server.ts";

export type NumberFor = {
	issuerId: string;
	issuerCode: string;
	/** IANA zone: by its clock the month and the year are told. */
	issuerZone: string;
	courseCode: string;
	now: number;
};

/** The next number of the issuer, by its scheme: without gaps or doubles, whoever else takes one at the moment. */
export function* nextNumber(tx: Tx, { issuerId, issuerCode, ...of }: NumberFor): Body<string> {
	const [year = 0, month = 0] = dayIn(of.now, of.issuerZone).split("-").map(Number);
	const scheme = yield* schemeOf(tx, issuerId);
	const parts = { course: of.courseCode, issuer: issuerCode, month, year };
	for (;;) {
		const sequence = yield* nextSequence(tx, issuerId, year);
		const number = certificateNumber({ ...parts, sequence }, scheme);
		// Another agency's scheme may spell out this one's numbers: the next one is taken then, and no award fails.
		const taken = tx
			.select({ id: certificates.id })
			.from(certificates)
			.where(eq(certificates.number, number));
		if ((yield* run(taken)).length === 0) return number;
	}
}

/** Without gaps: the row is locked till the certificate is committed, and rolls back with it. */
function* nextSequence(tx: Tx, issuerId: string, year: number): Body<number> {
	const at = { issuerId, year };
	const target = [certificateSequences.issuerId, certificateSequences.year];
	yield* run(
		tx
			.insert(certificateSequences)
			.values({ ...at, last: 0 })
			.onConflictDoNothing({ target }),
	);
	const { last } = certificateSequences;
	const [row] = yield* run(
		tx
			.update(certificateSequences)
			.set({ last: sql`${last} + 1` })
			.where(and(eq(certificateSequences.issuerId, issuerId), eq(certificateSequences.year, year)))
			.returning({ last }),
	);
	return row?.last ?? 0;
}
