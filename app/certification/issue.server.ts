import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { creditJp } from "../learning/creditJp.server.ts";
import { notify } from "../learning/notices.server.ts";
import { reinstateFallen } from "./acts/reinstate.server.ts";
import { newCode } from "./code.ts";
import { askForDocument } from "./document/ask.server.ts";
import { nextNumber } from "./nextNumber.server.ts";
import { type ExamOutcome, gatherPrint } from "./print.server.ts";
import { endRenewal, renewalOfAttempt } from "./renewal/ofAttempt.server.ts";
import { renewalPolicyAt } from "./renewal/policy.server.ts";
import { firstTelling } from "./renewal/tellingDays.ts";

type Issue = {
	enrolmentId: string;
	attemptId: string;
	outcome: ExamOutcome;
	competenceName: (code: string) => string;
	/** The repair of an item that it is owed to. */
	repairId?: string;
	now: number;
};

/**
 * Issues the certificate of an enrolment with its hours, its number and its activity row; once: a second call
 * gives the first certificate's id. One of the same attempt that had fallen with a repair is reinstated.
 */
export function* issueCertificate(tx: Tx, issue: Issue): Body<string> {
	const renewal = yield* renewalOfAttempt(tx, issue.attemptId);
	const existing = yield* existingCertificate(tx, issue, renewal?.id ?? null);
	if (existing) return existing;
	const made = yield* gatherPrint(tx, { ...issue, renewal });
	const id = uuid();
	const number = yield* nextNumber(tx, { ...made, courseCode: made.print.courseCode, now: issue.now });
	const { personId, courseId, versionId, issuerId, agencyId, unitId, print, jp, validUntil } = made;
	const holder = { personId, courseId, versionId, agencyId, unitId };
	yield* run(
		tx.insert(certificates).values({
			...holder,
			id,
			code: newCode(),
			number,
			issuerId,
			enrolmentId: issue.enrolmentId,
			attemptId: issue.attemptId,
			repairId: issue.repairId ?? null,
			print,
			jp,
			issuedAt: issue.now,
			validUntil,
			remindOn: validUntil && firstTelling(validUntil, renewalPolicyAt(issue.now)),
			renewalId: renewal?.id ?? null,
		}),
	);
	if (renewal) yield* endRenewal(tx, renewal, issue.now);
	const source = { sourceKind: "certificate", sourceId: id, versionId, form: print.form } as const;
	if (jp > 0) yield* creditJp(tx, { personId, agencyId, jp, ...source, now: issue.now });
	yield* recordActivity(tx, {
		...holder,
		kind: "certificate.issued",
		jp,
		data: { certificateId: id },
		at: issue.now,
	});
	yield* askForDocument(tx, id, "id", issue.now);
	yield* notify(tx, {
		personId,
		kind: "certificate-issued",
		data: { certificateId: id, title: print.courseTitle },
		now: issue.now,
	});
	return id;
}

function* existingCertificate(
	tx: Tx,
	{ enrolmentId, attemptId, repairId, now }: Issue,
	renewalId: string | null,
): Body<string | null> {
	const { id, revokedByRepairId } = certificates;
	const first = and(eq(certificates.enrolmentId, enrolmentId), isNull(certificates.renewalId));
	const own = renewalId === null ? first : eq(certificates.renewalId, renewalId);
	const all = yield* run(
		tx
			.select({ id, attemptId: certificates.attemptId, fallenWith: revokedByRepairId })
			.from(certificates)
			.where(and(own, isNull(certificates.replacedById))),
	);
	const standing = all.find(({ fallenWith }) => fallenWith === null);
	if (standing) return standing.id;
	const fallen = all.find((one) => one.attemptId === attemptId);
	if (!fallen) return null;
	yield* reinstateFallen(tx, { certificateId: fallen.id, repairId: repairId ?? null, now });
	return fallen.id;
}
