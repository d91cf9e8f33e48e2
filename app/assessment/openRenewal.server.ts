import { and, desc, eq, isNull } from "drizzle-orm";
import { type ExamRules, enrolments, renewals } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { BankItem } from "./bank.server.ts";
import { passedVersion } from "./passedVersion.server.ts";
import { newItems } from "./versionDifference.ts";

export type Renewal = typeof renewals.$inferSelect;

/** The renewal that an enrolment is in the middle of; null when there is none. */
export function* openRenewal(tx: Tx, enrolmentId: string): Body<Renewal | null> {
	const own = and(eq(renewals.enrolmentId, enrolmentId), isNull(renewals.passedAt));
	const [row] = yield* run(tx.select().from(renewals).where(own));
	return row ?? null;
}

/** When the person last began to renew their certificate of a course; null: never. */
export function* lastRenewalBegun(tx: Tx, personId: string, courseId: string): Body<number | null> {
	const [row] = yield* run(
		tx
			.select({ at: renewals.begunAt })
			.from(renewals)
			.innerJoin(enrolments, eq(enrolments.id, renewals.enrolmentId))
			.where(and(eq(enrolments.personId, personId), eq(enrolments.courseId, courseId)))
			.orderBy(desc(renewals.begunAt))
			.limit(1),
	);
	return row?.at ?? null;
}

/** The rules of an exam as a renewal has it: what is asked and how long it takes are its own. */
export function rulesFor(rules: ExamRules, renewal: Renewal | null): ExamRules {
	if (!renewal) return rules;
	const { blueprint, durationMinutes } = renewal;
	return { ...rules, blueprint, durationMinutes };
}

/** The items that a renewal may draw: of the difference only what is new since the version that was passed. */
export function* bankOfRenewal(
	tx: Tx,
	bank: readonly BankItem[],
	renewal: Renewal | null,
): Body<readonly BankItem[]> {
	if (renewal?.way !== "difference") return bank;
	return newItems(bank, yield* passedVersion(tx, renewal.fromVersionId));
}
