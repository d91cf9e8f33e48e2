import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { creditedDay, creditJp } from "../../learning/creditJp.server.ts";
import { notify } from "../../learning/notices.server.ts";
import type { Certificate } from "../find.server.ts";
import { renewalPolicyAt } from "../renewal/policy.server.ts";
import { nextTelling } from "../renewal/tellingDays.ts";

type Fallen = { certificateId: string; repairId: string | null; now: number };

/**
 * Makes a certificate that fell with the repair of an item valid again, with its hours in the year that they were counted
 * for. `repairId`: the repair that it is owed to from now on. @returns false when it had not fallen
 */
export function* reinstateFallen(tx: Tx, { certificateId, repairId, now }: Fallen): Body<boolean> {
	const hasFallen = isNotNull(certificates.revokedByRepairId);
	return (yield* restore(tx, certificateId, hasFallen, { repairId }, now)) !== null;
}

type Revoked = { certificateId: string; reason: string; actor: Actor; now: number };

/**
 * Takes the revocation of a certificate back that was somebody's decision, with its hours. Audited.
 * @returns false when it does not exist, is not revoked, was replaced, or fell with the repair of an item
 */
export function* reinstateCertificate(tx: Tx, { certificateId, reason, actor, now }: Revoked): Body<boolean> {
	const isDecided = and(isNull(certificates.revokedByRepairId), isNull(certificates.replacedById));
	const certificate = yield* restore(tx, certificateId, isDecided, {}, now);
	if (!certificate) return false;
	yield* recordAudit(tx, {
		actor,
		action: "certificate.reinstate",
		subjectKind: "certificate",
		subjectId: certificateId,
		agencyId: certificate.issuerId,
		detail: { reason },
		at: now,
	});
	return true;
}

function* restore(
	tx: Tx,
	certificateId: string,
	condition: SQL | undefined,
	more: { repairId?: string | null },
	now: number,
): Body<Certificate | null> {
	const { id, revokedAt } = certificates;
	const [certificate] = yield* run(
		tx
			.update(certificates)
			.set({ revokedAt: null, revokedReason: null, revokedByRepairId: null, ...more })
			.where(and(eq(id, certificateId), isNotNull(revokedAt), condition))
			.returning(),
	);
	if (!certificate) return null;
	const { personId, agencyId, unitId, courseId, versionId, jp, print, validUntil } = certificate;
	// While it was revoked its end was not told.
	const remindOn = validUntil && nextTelling(validUntil, dayIn(now, "Asia/Jakarta"), renewalPolicyAt(now));
	if (remindOn) yield* run(tx.update(certificates).set({ remindOn }).where(eq(id, certificateId)));
	yield* creditJp(tx, {
		...{ personId, agencyId, jp, versionId, form: print.form, now },
		sourceKind: "reinstatement",
		// It may fall and be reinstated again.
		sourceId: `${certificateId}:${uuid()}`,
		creditedFor: (yield* creditedDay(tx, certificateId)) ?? certificate.issuedAt,
	});
	const fact = { personId, agencyId, unitId, courseId, versionId, jp, data: { certificateId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "certificate.reinstated" });
	const data = { certificateId, title: print.courseTitle };
	yield* notify(tx, { personId, kind: "certificate-reinstated", data, now });
	return certificate;
}
