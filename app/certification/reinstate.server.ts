import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { creditJp } from "../learning/creditJp.server.ts";
import { notify } from "../learning/notices.server.ts";

type Reinstatement = { certificateId: string; repairId: string | null; now: number };

/**
 * Makes a certificate that fell with the repair of an item valid again, with its hours in the year that they were counted
 * for. `repairId`: the repair that it is owed to from now on. @returns false when it had not fallen
 */
export function* reinstateCertificate(
	tx: Tx,
	{ certificateId, repairId, now }: Reinstatement,
): Body<boolean> {
	const [certificate] = yield* run(
		tx
			.update(certificates)
			.set({ revokedAt: null, revokedReason: null, revokedByRepairId: null, repairId })
			.where(and(eq(certificates.id, certificateId), isNotNull(certificates.revokedByRepairId)))
			.returning(),
	);
	if (!certificate) return false;
	const { personId, agencyId, unitId, courseId, versionId, jp, issuedAt: creditedFor } = certificate;
	const sourceId = `${certificateId}:${uuid()}`;
	yield* creditJp(tx, {
		...{ personId, agencyId, jp, sourceId, versionId, form: certificate.print.form, creditedFor, now },
		sourceKind: "reinstatement",
	});
	const fact = { personId, agencyId, unitId, courseId, versionId, jp, data: { certificateId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "certificate.reinstated" });
	const data = { certificateId, title: certificate.print.courseTitle };
	yield* notify(tx, { personId, kind: "certificate-reinstated", data, now });
	return true;
}
