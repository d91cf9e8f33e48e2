import { and, asc, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { certificates, courses, notices } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { dayIn, formatDate } from "../../i18n/format.ts";
import { renewalMessages } from "../../i18n/messages/renewal.ts";
import { letter } from "../../jobs/mail/letter.ts";
import { queueMail } from "../../jobs/mail/queueMail.server.ts";
import { notify } from "../../learning/notices.server.ts";
import { quietDaysAround } from "../../learning/reminders/calendar.server.ts";
import { reminderMoment } from "../../learning/reminders/collect.server.ts";
import { reminderPolicyAt } from "../../learning/reminders/policy.server.ts";
import { quietDays } from "../../learning/reminders/stages.ts";
import { correspondentOf } from "../../people/correspondent.server.ts";
import { renewalPolicyAt } from "./policy.server.ts";
import { nextTelling } from "./tellingDays.ts";

/** Few enough that a write transaction stays far below 50 ms. */
const AT_ONCE = 50;
const KINDS = ["certificate-ending", "certificate-ended"] as const;

/**
 * Tells the holders of certificates that run out, or have, what they can do; on no quiet day, each telling once, what was
 * missed at once. @returns how many certificates were looked at
 */
export async function tellEnding(now: number, origin: string): Promise<number> {
	const reminders = reminderPolicyAt(now);
	const today = dayIn(reminderMoment({ now, policy: reminders }), "Asia/Jakarta");
	if (quietDays(reminders.quietWeekdays, await quietDaysAround(today))(today)) return 0;
	for (let total = 0; ; ) {
		const looked = await transaction((tx) => tellSome(tx, today, origin, now));
		total += looked;
		if (looked < AT_ONCE) return total;
	}
}

type Ending = typeof certificates.$inferSelect & { slug: string };

function* tellSome(tx: Tx, today: string, origin: string, now: number): Body<number> {
	const rows = yield* run(
		tx
			.select({ certificate: certificates, slug: courses.slug })
			.from(certificates)
			.innerJoin(courses, eq(courses.id, certificates.courseId))
			.where(lte(certificates.remindOn, today))
			.orderBy(asc(certificates.remindOn), asc(certificates.id))
			.limit(AT_ONCE),
	);
	for (const { certificate, slug } of rows) {
		const { id, validUntil } = certificate;
		const isOwed = yield* isStillEnding(tx, certificate);
		const remindOn = isOwed && validUntil ? nextTelling(validUntil, today, renewalPolicyAt(now)) : null;
		yield* run(tx.update(certificates).set({ remindOn }).where(eq(certificates.id, id)));
		if (isOwed) yield* tellOne(tx, { ...certificate, slug }, today, origin, now);
	}
	return rows.length;
}

/** Not revoked, and the person has none of the same course that is valid for longer. */
function* isStillEnding(
	tx: Tx,
	{ personId, courseId, validUntil, revokedAt }: typeof certificates.$inferSelect,
) {
	if (revokedAt !== null || validUntil === null) return false;
	const longer = and(
		eq(certificates.personId, personId),
		eq(certificates.courseId, courseId),
		isNull(certificates.revokedAt),
		gt(certificates.validUntil, validUntil),
	);
	return (
		(yield* run(tx.select({ id: certificates.id }).from(certificates).where(longer).limit(1))).length === 0
	);
}

function* tellOne(
	tx: Tx,
	{ id, personId, print, validUntil, slug }: Ending,
	today: string,
	origin: string,
	now: number,
): Body<void> {
	const reader = yield* correspondentOf(tx, personId);
	if (!reader || !validUntil) return;
	const data = { certificateId: id, title: print.courseTitle, day: validUntil, slug };
	const open = and(
		eq(notices.personId, personId),
		inArray(notices.kind, [...KINDS]),
		isNull(notices.dismissedAt),
	);
	const before = yield* run(tx.select({ id: notices.id, data: notices.data }).from(notices).where(open));
	const stale = before.filter((notice) => notice.data.certificateId === id).map((notice) => notice.id);
	if (stale.length > 0)
		yield* run(tx.update(notices).set({ dismissedAt: now }).where(inArray(notices.id, stale)));
	const hasEnded = validUntil < today;
	yield* notify(tx, { personId, kind: hasEnded ? "certificate-ended" : "certificate-ending", data, now });
	if (!reader.email) return;
	const t = renewalMessages[reader.lang];
	const day = formatDate(Date.parse(`${validUntil}T00:00:00Z`), reader.lang, "UTC");
	const said = hasEnded ? t.mailEnded(print.courseTitle, day) : t.mailEnding(print.courseTitle, day);
	yield* queueMail(tx, {
		key: `renewal:${id}:${today}`,
		personId,
		to: reader.email,
		subject: hasEnded ? t.subjectEnded(print.courseTitle) : t.subjectEnding(print.courseTitle, day),
		text: letter(reader.lang, reader.name, [said, t.mailHow(`${origin}/pelatihan/${slug}/perpanjang`)]),
		attachments: [],
		now,
	});
}
