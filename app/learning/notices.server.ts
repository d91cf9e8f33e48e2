import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { notices } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

type Kind = (typeof notices.$inferSelect)["kind"];

/** Tells a person something on their first page, in the transaction of what happened. */
export function* notify(
	tx: Tx,
	notice: { personId: string; kind: Kind; data: Record<string, string>; now: number },
): Body<void> {
	const { now, ...row } = notice;
	yield* run(tx.insert(notices).values({ ...row, id: uuid(), createdAt: now }));
}

/** What the person has not put away yet, newest first, at most 20. */
export async function openNotices(personId: string) {
	return db
		.select()
		.from(notices)
		.where(and(eq(notices.personId, personId), isNull(notices.dismissedAt)))
		.orderBy(desc(notices.createdAt))
		.limit(20);
}

/** Puts away one of the person's own notices; another's is left alone. */
export function* dismissNotice(tx: Tx, personId: string, noticeId: string, now: number): Body<void> {
	yield* run(
		tx
			.update(notices)
			.set({ dismissedAt: now })
			.where(and(eq(notices.id, noticeId), eq(notices.personId, personId))),
	);
}
