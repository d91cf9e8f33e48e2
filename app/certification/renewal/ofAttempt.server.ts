import { and, eq, isNull } from "drizzle-orm";
import { attempts, certificates, renewals } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Renewal } from "../../assessment/openRenewal.server.ts";

/** The renewal that an attempt belongs to; null for an attempt of the first certificate. */
export function* renewalOfAttempt(tx: Tx, attemptId: string): Body<Renewal | null> {
	const [row] = yield* run(
		tx
			.select({ renewal: renewals })
			.from(attempts)
			.innerJoin(renewals, eq(renewals.id, attempts.renewalId))
			.where(eq(attempts.id, attemptId)),
	);
	return row?.renewal ?? null;
}

/** A renewal has brought its certificate: it is over, and the end of the one before need not be told any more. */
export function* endRenewal(tx: Tx, { id, certificateId }: Renewal, now: number): Body<void> {
	const open = and(eq(renewals.id, id), isNull(renewals.passedAt));
	yield* run(tx.update(renewals).set({ passedAt: now }).where(open));
	yield* run(tx.update(certificates).set({ remindOn: null }).where(eq(certificates.id, certificateId)));
}

/** The attempt that a renewal was passed with does not pass any more: it goes on, unless another one has begun. */
export function* reopenRenewal(tx: Tx, attemptId: string): Body<void> {
	const renewal = yield* renewalOfAttempt(tx, attemptId);
	if (!renewal?.passedAt) return;
	const other = and(eq(renewals.enrolmentId, renewal.enrolmentId), isNull(renewals.passedAt));
	const [begun] = yield* run(tx.select({ id: renewals.id }).from(renewals).where(other));
	if (!begun) yield* run(tx.update(renewals).set({ passedAt: null }).where(eq(renewals.id, renewal.id)));
}
