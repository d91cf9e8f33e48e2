import { and, asc, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attemptItems, attempts, items } from "#db/schema/index.ts";
import { type Answer, answerSchema } from "./answer.ts";
import { shownItem } from "./draw.ts";
import { type Item, itemSchema, type ShownItem } from "./item.ts";

export type AttemptRow = typeof attempts.$inferSelect;
/** An item of an attempt with its whole content: for the server's eyes. */
export type AttemptItem = {
	position: number;
	item: Item;
	order: string[];
	answer: Answer;
	savedAt: number | null;
	points: number | null;
};
/** The same as the learner may see it before submission. */
export type ShownAttemptItem = { position: number; shown: ShownItem; answer: Answer; savedAt: number | null };

/** The attempts of an enrolment, the first first. */
export async function attemptsOf(enrolmentId: string): Promise<AttemptRow[]> {
	return db
		.select()
		.from(attempts)
		.where(eq(attempts.enrolmentId, enrolmentId))
		.orderBy(asc(attempts.number));
}

/** The person's own attempt; null when it is another's or none. */
export async function findAttempt(attemptId: string, personId: string): Promise<AttemptRow | null> {
	const own = and(eq(attempts.id, attemptId), eq(attempts.personId, personId));
	const [row] = await db.select().from(attempts).where(own);
	return row ?? null;
}

/** The last attempt of an enrolment that is the person's own. */
export async function lastAttempt(enrolmentId: string, personId: string): Promise<AttemptRow | null> {
	const own = and(eq(attempts.enrolmentId, enrolmentId), eq(attempts.personId, personId));
	const [row] = await db.select().from(attempts).where(own).orderBy(desc(attempts.number)).limit(1);
	return row ?? null;
}

export async function itemsOfAttempt(attemptId: string): Promise<AttemptItem[]> {
	const rows = await db
		.select()
		.from(attemptItems)
		.innerJoin(items, eq(items.id, attemptItems.itemId))
		.where(eq(attemptItems.attemptId, attemptId))
		.orderBy(asc(attemptItems.position));
	return rows.map(({ attempt_items: drawn, items: item }) => ({
		position: drawn.position,
		item: itemSchema.parse(item.content),
		order: drawn.optionOrder,
		answer: answerSchema.parse(drawn.answer),
		savedAt: drawn.savedAt,
		points: drawn.points,
	}));
}

/** Without keys and feedback: the only form in which items of an open attempt leave the server. */
export function asShown({ position, item, order, answer, savedAt }: AttemptItem): ShownAttemptItem {
	return { position, shown: shownItem(item, order), answer, savedAt };
}
