import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, certificates, renewals } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { creditedDay, creditJp, standingHours } from "../../learning/creditJp.server.ts";
import { notify } from "../../learning/notices.server.ts";
import { newCode } from "../code.ts";
import { askForDocument } from "../document/ask.server.ts";
import type { Certificate } from "../find.server.ts";
import { nextNumber } from "../nextNumber.server.ts";
import { type Correction, correctionsOf } from "./corrections.server.ts";
import { certificateFault } from "./faults.ts";

type Reissue = { certificateId: string; reason: string; actor: Actor; now: number };

/**
 * Issues a certificate anew with the name and number that its holder has now: another number, code and file, which name
 * the one that it replaces. That one is revoked, and whoever checks it is led to the new one. The hours go over to the new
 * one, for the same day. Audited; the holder is told.
 * @returns the new certificate's id; null when there is nothing to correct, or the certificate is not in force
 */
export function* reissueCertificate(tx: Tx, { certificateId, ...act }: Reissue): Body<string | null> {
	const own = eq(certificates.id, certificateId);
	const [old] = yield* run(tx.select().from(certificates).where(own));
	if (!old) return null;
	const correction = (yield* correctionsOf(tx, [old])).get(old.id);
	if (!correction || certificateFault("reissue", old, true)) return null;
	const id = uuid();
	const replaced = { revokedAt: act.now, revokedReason: act.reason, replacedById: id, remindOn: null };
	const open = and(own, isNull(certificates.revokedAt));
	const [isMine] = yield* run(tx.update(certificates).set(replaced).where(open).returning());
	if (!isMine) return null;
	const fresh = yield* corrected(tx, old, { id, correction, now: act.now });
	yield* run(tx.insert(certificates).values(fresh));
	yield* run(tx.update(renewals).set({ certificateId: id }).where(eq(renewals.certificateId, old.id)));
	yield* carryHours(tx, old, id, act.now);
	yield* tell(tx, old, fresh, act);
	yield* askForDocument(tx, id, "id", act.now);
	return id;
}

type Made = { id: string; correction: Correction; now: number };

function* corrected(tx: Tx, old: Certificate, { id, correction, now }: Made): Body<Certificate> {
	const [issuer] = yield* run(tx.select().from(agencies).where(eq(agencies.id, old.issuerId)));
	if (!issuer) throw new Error(`no agency ${old.issuerId}`);
	const of = { issuerId: issuer.id, issuerCode: issuer.code, issuerZone: issuer.timeZone };
	const number = yield* nextNumber(tx, { ...of, courseCode: old.print.courseCode, now });
	const print = { ...old.print, ...correction, issuedOn: dayIn(now, issuer.timeZone) };
	return { ...old, id, code: newCode(), number, print, issuedAt: now, replacesId: old.id };
}

/** The hours that stand, if any: of two merged records' certificates of one course only one has them. */
function* carryHours(tx: Tx, old: Certificate, newId: string, now: number): Body<void> {
	const { personId, agencyId, versionId, print } = old;
	const jp = yield* standingHours(tx, personId, old.id);
	if (jp <= 0) return;
	const creditedFor = (yield* creditedDay(tx, old.id)) ?? old.issuedAt;
	const row = { personId, agencyId, versionId, form: print.form, creditedFor, now };
	const back = { sourceKind: "replacement", sourceId: `${old.id}:${newId}` } as const;
	yield* creditJp(tx, { ...row, ...back, jp: -jp });
	yield* creditJp(tx, { ...row, sourceKind: "certificate", sourceId: newId, jp });
}

function* tell(
	tx: Tx,
	old: Certificate,
	{ id, number }: Certificate,
	{ reason, actor, now }: Omit<Reissue, "certificateId">,
): Body<void> {
	const { personId, agencyId, unitId, courseId, versionId, print } = old;
	const fact = { personId, agencyId, unitId, courseId, versionId, at: now };
	const data = { certificateId: id, replaces: old.id };
	yield* recordActivity(tx, { ...fact, kind: "certificate.reissued", jp: 0, data });
	const told = { certificateId: id, title: print.courseTitle, number, reason };
	yield* notify(tx, { personId, kind: "certificate-reissued", data: told, now });
	yield* recordAudit(tx, {
		...{ actor, action: "certificate.reissue", subjectKind: "certificate", subjectId: old.id },
		agencyId: old.issuerId,
		detail: { reason, replacedBy: id, number },
		at: now,
	});
}
