import { and, eq, isNull, ne } from "drizzle-orm";
import { attempts, certificates, enrolments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { enrolmentOf } from "../learning/progress.server.ts";
import { revokeCertificate } from "./acts/revoke.server.ts";
import type { RepairAct } from "./keepsPass.ts";
import { reopenRenewal } from "./renewal/ofAttempt.server.ts";

type Withdrawal = { attemptId: string; enrolmentId: string; act: RepairAct; now: number };

/**
 * The attempt does not pass any more, because of the repair of an item: its certificate falls, and the enrolment is no
 * longer passed unless another attempt passed it. @returns that other attempt's id
 */
export function* withdrawPass(tx: Tx, { attemptId, enrolmentId, act, now }: Withdrawal): Body<string | null> {
	const standing = and(eq(certificates.attemptId, attemptId), isNull(certificates.revokedAt));
	const [certificate] = yield* run(tx.select({ id: certificates.id }).from(certificates).where(standing));
	const { reason, actor, repairId } = act;
	if (certificate)
		yield* revokeCertificate(tx, { certificateId: certificate.id, reason, actor, repairId, now });
	yield* reopenRenewal(tx, attemptId);
	const others = and(
		eq(attempts.enrolmentId, enrolmentId),
		ne(attempts.id, attemptId),
		eq(attempts.state, "submitted"),
		eq(attempts.passed, 1),
	);
	const [other] = yield* run(tx.select({ id: attempts.id }).from(attempts).where(others).limit(1));
	if (other) return other.id;
	const notPassed = { state: "not-passed" as const, passedAt: null };
	yield* run(tx.update(enrolments).set(notPassed).where(eq(enrolments.id, enrolmentId)));
	const { personId, agencyId, unitId, courseId, versionId } = yield* enrolmentOf(tx, enrolmentId);
	const fact = { personId, agencyId, unitId, courseId, versionId, data: { attemptId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "exam.pass-withdrawn" });
	return null;
}
