import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import {
	agencies,
	assignmentMembers,
	assignments,
	memberships,
	notices,
	people,
	reminderDigests,
	reminderLines,
} from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { letter } from "../../jobs/mail/letter.ts";
import { queueMail } from "../../jobs/mail/queueMail.server.ts";
import { type Correspondent, correspondentOf } from "../../people/correspondent.server.ts";
import { isPresent } from "../../people/present.server.ts";
import { daysBetween } from "../assignments/days.ts";
import { isOwing } from "../assignments/lateness.server.ts";
import { notify } from "../notices.server.ts";
import { type Reminding, reminderMoment } from "./collect.server.ts";
import { digestParagraphs, digestSubject, type OwnLine, type SuperiorLine } from "./digestText.ts";
import { icsOf } from "./ics.ts";

type Sending = Reminding & { origin: string; mailAt: number };
/** Recipients read at once. */
const PAGE = 200;

/**
 * Sends to everybody for whom something waits one message, unless they had one today; each in a transaction of its own,
 * with the note that it was sent. What waits on a quiet day, or after today's message, waits for the next day.
 * @returns how many were sent
 */
export async function sendDigests(sending: Sending): Promise<number> {
	let sent = 0;
	for (let after = ""; ; ) {
		const some = await waitingAfter(after);
		for (const recipientId of some) if (await transaction((tx) => sendOne(tx, recipientId, sending))) sent++;
		const last = some.at(-1);
		if (!last || some.length < PAGE) return sent;
		after = last;
	}
}

async function waitingAfter(after: string): Promise<string[]> {
	const waiting = and(isNull(reminderLines.digestId), gt(reminderLines.recipientId, after));
	const rows = await db
		.selectDistinct({ id: reminderLines.recipientId })
		.from(reminderLines)
		.where(waiting)
		.orderBy(asc(reminderLines.recipientId))
		.limit(PAGE);
	return rows.map(({ id }) => id);
}

function* sendOne(tx: Tx, recipientId: string, sending: Sending): Body<boolean> {
	const mine = and(eq(reminderLines.recipientId, recipientId), isNull(reminderLines.digestId));
	const timeZone = yield* zoneOf(tx, recipientId);
	const day = dayIn(reminderMoment(sending), timeZone);
	const reader = yield* correspondentOf(tx, recipientId);
	if (!reader || sending.isQuiet(day)) return false;
	const digest = yield* linesOf(tx, recipientId, dayIn(sending.now, timeZone));
	if (digest.own.length + digest.below.length === 0) {
		yield* run(tx.update(reminderLines).set({ digestId: "" }).where(mine));
		return false;
	}
	const id = uuid();
	const lines = digest.own.length + digest.below.length;
	const [made] = yield* run(
		tx
			.insert(reminderDigests)
			.values({ id, personId: recipientId, day, lines, sentAt: sending.now })
			.onConflictDoNothing()
			.returning({ id: reminderDigests.id }),
	);
	if (!made) return false;
	yield* run(tx.update(reminderLines).set({ digestId: id }).where(mine));
	yield* tellInTheSite(tx, recipientId, digest, sending.now);
	yield* tellByMail(tx, reader, { ...digest, day, timeZone }, sending);
	return true;
}

/** The zone of a person: their own, else that of the agency where they work, else WIB. */
function* zoneOf(tx: Tx, personId: string): Body<string> {
	const [row] = yield* run(
		tx
			.select({ own: people.timeZone, agency: agencies.timeZone })
			.from(people)
			.leftJoin(memberships, and(eq(memberships.personId, people.id), isPresent()))
			.leftJoin(agencies, eq(agencies.id, memberships.agencyId))
			.where(eq(people.id, personId)),
	);
	return row?.own ?? row?.agency ?? "Asia/Jakarta";
}

type Own = OwnLine & { assignmentId: string };
type Digest = { own: Own[]; below: SuperiorLine[] };

/** What of the waiting lines still holds: not passed, exempt, extended or ended meanwhile. Each thing is told once. */
function* linesOf(tx: Tx, recipientId: string, today: string): Body<Digest> {
	const t = assignmentMembers;
	const rows = yield* run(
		tx
			.selectDistinct({
				kind: reminderLines.kind,
				assignmentId: t.assignmentId,
				personId: t.personId,
				name: people.name,
				title: assignments.title,
				dueDay: t.dueDay,
			})
			.from(reminderLines)
			.innerJoin(
				t,
				and(
					eq(t.assignmentId, reminderLines.assignmentId),
					eq(t.personId, reminderLines.personId),
					eq(t.dueDay, reminderLines.dueDay),
				),
			)
			.innerJoin(assignments, eq(assignments.id, t.assignmentId))
			.innerJoin(people, eq(people.id, t.personId))
			.where(
				and(
					eq(reminderLines.recipientId, recipientId),
					isNull(reminderLines.digestId),
					isNull(assignments.endedAt),
					isOwing,
				),
			)
			.orderBy(asc(t.dueDay), asc(people.name), asc(t.assignmentId)),
	);
	const lines = rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.dueDay) }));
	return {
		own: lines.filter(({ kind }) => kind === "own"),
		below: lines.filter(({ kind }) => kind === "superior"),
	};
}

/** One reminder on the first page: the new one takes the place of the one before. */
function* tellInTheSite(tx: Tx, personId: string, { own, below }: Digest, now: number): Body<void> {
	const before = and(
		eq(notices.personId, personId),
		inArray(notices.kind, ["assignments-due", "assignments-late-below"]),
		isNull(notices.dismissedAt),
	);
	yield* run(tx.update(notices).set({ dismissedAt: now }).where(before));
	const [first] = own;
	if (first)
		yield* notify(tx, {
			personId,
			kind: "assignments-due",
			data: { n: String(own.length), title: first.title, day: first.dueDay },
			now,
		});
	const names = below.slice(0, 5).map(({ name }) => name);
	if (below.length > 0)
		yield* notify(tx, {
			personId,
			kind: "assignments-late-below",
			data: { n: String(below.length), names: names.join(", ") },
			now,
		});
}

function* tellByMail(
	tx: Tx,
	{ personId, name, lang, email }: Correspondent,
	{ day, timeZone, ...digest }: Digest & { day: string; timeZone: string },
	{ now, origin, mailAt }: Sending,
): Body<void> {
	if (!email) return;
	const ahead = digest.own.filter(({ daysLeft }) => daysLeft >= 0);
	const content = icsOf(ahead, { timeZone, lang, origin, now });
	yield* queueMail(tx, {
		key: `digest:${personId}:${day}`,
		personId,
		to: email,
		subject: digestSubject(lang, digest),
		text: letter(lang, name, digestParagraphs(lang, digest, origin)),
		attachments: ahead.length > 0 ? [{ name: "tenggat.ics", type: "text/calendar", content }] : [],
		now: mailAt,
	});
}
