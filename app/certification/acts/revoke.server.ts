import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { creditedDay, creditJp } from "../../learning/creditJp.server.ts";
import { notify } from "../../learning/notices.server.ts";

type Revocation = {
	certificateId: string;
	reason: string;
	actor: Actor;
	/** The repair of an item that it falls with. */
	repairId?: string;
	now: number;
};

/**
 * Revokes a certificate with a reason that its holder and whoever checks it may read, and takes its hours back.
 * @returns false when it does not exist or is revoked already
 */
export function* revokeCertificate(
	tx: Tx,
	{ certificateId, reason, actor, repairId, now }: Revocation,
): Body<boolean> {
	const [certificate] = yield* run(
		tx
			.update(certificates)
			.set({ revokedAt: now, revokedReason: reason, revokedByRepairId: repairId ?? null })
			.where(and(eq(certificates.id, certificateId), isNull(certificates.revokedAt)))
			.returning(),
	);
	if (!certificate) return false;
	const { personId, agencyId, unitId, courseId, versionId, print } = certificate;
	const jp = -certificate.jp;
	yield* creditJp(tx, {
		personId,
		agencyId,
		jp,
		sourceKind: "revocation",
		// It may fall again after it was reinstated.
		sourceId: `${certificateId}:${uuid()}`,
		versionId,
		form: print.form,
		now,
		creditedFor: (yield* creditedDay(tx, certificateId)) ?? certificate.issuedAt,
	});
	const fact = { personId, agencyId, unitId, courseId, versionId, jp, data: { certificateId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "certificate.revoked" });
	yield* notify(tx, {
		personId,
		kind: "certificate-revoked",
		data: { certificateId, title: print.courseTitle, reason },
		now,
	});
	yield* recordAudit(tx, {
		actor,
		action: "certificate.revoke",
		subjectKind: "certificate",
		subjectId: certificateId,
		agencyId: certificate.issuerId,
		detail: { reason },
		at: now,
	});
	return true;
}
