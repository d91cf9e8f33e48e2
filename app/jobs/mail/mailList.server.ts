import { and, count, desc, eq, lt, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type MailState, mails } from "#db/schema/index.ts";
import { maskAddress } from "./pauses.ts";

export type MailCursor = { createdAt: number; id: string };

const { id, address, subject, state, attempts, dueAt, lastError, createdAt, finishedAt } = mails;
const columns = { id, address, subject, state, attempts, dueAt, lastError, createdAt, finishedAt };
const masked = <Row extends { address: string }>(row: Row): Row => ({
	...row,
	address: maskAddress(row.address),
});

/** Mails of the outbox, the latest first, without their text; addresses are masked. */
export async function mailList(only: MailState | null, after: MailCursor | null, limit: number) {
	const below =
		after && or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id)));
	const rows = await db
		.select(columns)
		.from(mails)
		.where(and(below ?? undefined, only ? eq(state, only) : undefined))
		.orderBy(desc(createdAt), desc(id))
		.limit(limit);
	return rows.map(masked);
}

/** How many mails there are of each state. */
export async function mailCounts(): Promise<Partial<Record<MailState, number>>> {
	const rows = await db.select({ state, n: count() }).from(mails).groupBy(state);
	return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** One mail without its text; null when there is none. */
export async function findMail(mailId: string) {
	const [row] = await db.select(columns).from(mails).where(eq(id, mailId));
	return row ? masked(row) : null;
}
