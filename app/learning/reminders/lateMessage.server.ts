import { and, asc, count, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencies, assignmentMembers, assignmentMessages, assignments, people } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { reminderMessages } from "../../i18n/messages/reminders.ts";
import { letter } from "../../jobs/mail/letter.ts";
import { queueMail } from "../../jobs/mail/queueMail.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { correspondentOf } from "../../people/correspondent.server.ts";
import { type AssigningScope, ownAssignments } from "../assignments/assignmentScope.server.ts";
import { isLate } from "../assignments/lateness.server.ts";
import { notify } from "../notices.server.ts";

export const MESSAGE_JOB = "learning.assignment-message";

const AT_ONCE = 25;
type NewMessage = {
	id: string;
	assignmentId: string;
	scope: AssigningScope;
	text: string;
	actor: Actor;
	now: number;
};
export type MessageOutcome = { kind: "sent"; people: number } | { kind: "unknown" | "nobody" };

/** Writes to exactly those who are late now; audited. The job hands it out. Sent twice under one id it is one message. */
export function* messageTheLate(tx: Tx, message: NewMessage): Body<MessageOutcome> {
	const { id, assignmentId, scope, text, actor, now } = message;
	const { agencyId } = scope;
	const own = and(eq(assignments.id, assignmentId), ownAssignments(scope), isNull(assignments.endedAt));
	const [assignment] = yield* run(tx.select({ id: assignments.id }).from(assignments).where(own));
	if (!assignment) return { kind: "unknown" };
	const people_ = yield* lateCount(tx, assignmentId, now);
	if (people_ === 0) return { kind: "nobody" };
	const row = { id, assignmentId, agencyId, text, actorName: actor.name, createdAt: now, people: 0 };
	const made = yield* run(
		tx.insert(assignmentMessages).values(row).onConflictDoNothing().returning({ id: assignmentMessages.id }),
	);
	if (made.length === 0) return { kind: "sent", people: people_ };
	yield* enqueue(tx, { name: MESSAGE_JOB, payload: { messageId: id }, runAt: now });
	yield* recordAudit(tx, {
		actor,
		action: "assignment.message",
		subjectKind: "assignment",
		subjectId: assignmentId,
		agencyId,
		detail: { people: people_, text },
		at: now,
	});
	return { kind: "sent", people: people_ };
}

function* lateCount(tx: Tx, assignmentId: string, now: number): Body<number> {
	const [row] = yield* run(
		tx
			.select({ n: count() })
			.from(assignmentMembers)
			.innerJoin(people, eq(people.id, assignmentMembers.personId))
			.innerJoin(agencies, eq(agencies.id, assignmentMembers.agencyId))
			.where(and(eq(assignmentMembers.assignmentId, assignmentId), isLate(now))),
	);
	return row?.n ?? 0;
}

/** Hands a message out, some people a transaction, each with the place it has come to. */
export async function handOutMessage(messageId: string, origin: string, clock: () => number): Promise<void> {
	while (await transaction((tx) => handOutSome(tx, messageId, origin, clock()))) {}
}

function* handOutSome(tx: Tx, messageId: string, origin: string, now: number): Body<boolean> {
	const open = and(eq(assignmentMessages.id, messageId), isNull(assignmentMessages.finishedAt));
	const [message] = yield* run(
		tx
			.select({ row: assignmentMessages, title: assignments.title })
			.from(assignmentMessages)
			.innerJoin(assignments, eq(assignments.id, assignmentMessages.assignmentId))
			.where(open),
	);
	if (!message) return false;
	const { row, title } = message;
	const some = yield* nextLate(tx, row);
	for (const { personId } of some) yield* handOne(tx, { ...row, title, personId }, origin, now);
	const last = some.at(-1);
	const isOver = some.length < AT_ONCE;
	const set = {
		after: last ?? row.after,
		people: sql`${assignmentMessages.people} + ${some.length}`,
		finishedAt: isOver ? now : null,
	};
	yield* run(tx.update(assignmentMessages).set(set).where(open));
	return !isOver;
}

/** Those who were late when it was written, and still are. */
function* nextLate(tx: Tx, { assignmentId, after, createdAt }: typeof assignmentMessages.$inferSelect) {
	const t = assignmentMembers;
	const later = after
		? and(gte(t.sortKey, after.sortKey), or(gt(t.sortKey, after.sortKey), gt(t.personId, after.personId)))
		: undefined;
	return yield* run(
		tx
			.select({ sortKey: t.sortKey, personId: t.personId })
			.from(t)
			.innerJoin(people, eq(people.id, t.personId))
			.innerJoin(agencies, eq(agencies.id, t.agencyId))
			.where(and(eq(t.assignmentId, assignmentId), isLate(createdAt), later))
			.orderBy(asc(t.sortKey), asc(t.personId))
			.limit(AT_ONCE),
	);
}

type One = { id: string; title: string; text: string; actorName: string; personId: string };

function* handOne(tx: Tx, one: One, origin: string, now: number): Body<void> {
	const { id, title, text, actorName, personId } = one;
	yield* notify(tx, { personId, kind: "assignment-message", data: { title, text, from: actorName }, now });
	const reader = yield* correspondentOf(tx, personId);
	if (!reader?.email) return;
	const t = reminderMessages[reader.lang];
	yield* queueMail(tx, {
		key: `assignment-message:${id}:${personId}`,
		personId,
		to: reader.email,
		subject: t.messageSubject(title),
		text: letter(reader.lang, reader.name, [
			t.messageLead(actorName, title),
			text,
			t.goOn(`${origin}/beranda`),
		]),
		now,
	});
}

/** A name for a message before it is sent, so that a form sent twice sends one. */
export const newMessageId = (): string => uuid();
