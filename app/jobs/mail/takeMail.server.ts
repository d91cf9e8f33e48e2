import { and, asc, eq, inArray, lt, lte } from "drizzle-orm";
import { mails } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Delivery, Outgoing } from "./delivery.ts";
import { GIVE_UP_MS, HOLD_MS, maskAddress, pauseAfter } from "./pauses.ts";

/** A mail that this program alone may hand over now. */
export type Taken = Outgoing & { attempts: number };

const due = (now: number) => and(eq(mails.state, "waiting"), lte(mails.dueAt, now));

/** Takes the mail that has been due for longest; null when there is none. */
export function* takeMail(tx: Tx, now: number): Body<Taken | null> {
	const [next] = yield* run(
		tx
			.select({ id: mails.id, attempts: mails.attempts })
			.from(mails)
			.where(due(now))
			.orderBy(asc(mails.dueAt))
			.limit(1),
	);
	if (!next) return null;
	const held = { state: "sending" as const, attempts: next.attempts + 1, heldUntil: now + HOLD_MS };
	const [mail] = yield* run(
		tx
			.update(mails)
			.set(held)
			.where(and(eq(mails.id, next.id), eq(mails.state, "waiting")))
			.returning(),
	);
	if (!mail) return null;
	const { id, address, subject, body, attachments, attempts } = mail;
	return { id, address, subject, body, attachments, attempts };
}

/** Notes what became of a mail that was taken. */
export function* noteDelivery(
	tx: Tx,
	{ id, address, attempts }: Taken,
	delivery: Delivery,
	now: number,
): Body<void> {
	const ended = { heldUntil: null, finishedAt: now };
	const row =
		delivery.kind === "taken"
			? { ...ended, state: "sent" as const, lastError: null, ...emptied(address) }
			: delivery.kind === "later"
				? {
						state: "waiting" as const,
						heldUntil: null,
						lastError: delivery.why,
						dueAt: now + pauseAfter(attempts),
					}
				: {
						...ended,
						state: delivery.kind === "refused" ? ("failed" as const) : ("uncertain" as const),
						lastError: delivery.why,
					};
	yield* run(
		tx
			.update(mails)
			.set(row)
			.where(and(eq(mails.id, id), eq(mails.state, "sending"))),
	);
}

/** Puts off the mail that has been due for longest: the server could not be reached, so nothing was handed over. */
export function* putOffMail(tx: Tx, why: string, now: number): Body<void> {
	const mail = yield* takeMail(tx, now);
	if (mail) yield* noteDelivery(tx, mail, { kind: "later", why: why.slice(0, 300) }, now);
}

/** What is left of a mail once nobody has to send it: that it was there, and roughly to whom. */
export const emptied = (address: string) => ({ address: maskAddress(address), body: "", attachments: [] });

/** Ends what waits no longer: mails whose holder was lost may have been sent, and after three days one is given up. */
export function* settleOverdue(tx: Tx, now: number): Body<void> {
	const lost = and(eq(mails.state, "sending"), lt(mails.heldUntil, now));
	const unknown = {
		state: "uncertain" as const,
		heldUntil: null,
		finishedAt: now,
		lastError: "the program ended while handing it over",
	};
	yield* run(tx.update(mails).set(unknown).where(lost));
	const old = and(eq(mails.state, "waiting"), lt(mails.triedSince, now - GIVE_UP_MS));
	yield* run(tx.update(mails).set({ state: "failed", finishedAt: now }).where(old));
}

const KEPT_AT_ONCE = 500;

/** Without a mail server: what is due is kept for an admin, and does not go out later by itself. */
export function* keepDue(tx: Tx, now: number): Body<number> {
	const rows = yield* run(tx.select({ id: mails.id }).from(mails).where(due(now)).limit(KEPT_AT_ONCE));
	const ids = rows.map(({ id }) => id);
	if (ids.length > 0) yield* run(tx.update(mails).set({ state: "kept" }).where(inArray(mails.id, ids)));
	return ids.length;
}
