import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { prepared } from "#db/prepared.server.ts";
import { attemptItems, attempts } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import type { Answer } from "./answer.ts";
import { answersThatCount } from "./attemptAnswers.server.ts";
import { type DrawnItem, drawnItems } from "./drawnItems.server.ts";
import type { ShownItem } from "./item.ts";
import type { ShownPicture } from "./itemPictures.server.ts";
import { renewedFrom, sinceRenewal } from "./renewal.server.ts";
import { shownItem } from "./shownItem.ts";

export type AttemptRow = typeof attempts.$inferSelect;
/** An item of an attempt with its whole content: for the server's eyes. */
export type AttemptItem = DrawnItem & {
	answer: Answer;
	savedAt: number | null;
	milliPoints: number | null;
	/** false: neutralised when it was scored. */
	counts: boolean;
};
/** The same as the learner may see it before submission. */
export type ShownAttemptItem = {
	position: number;
	shown: ShownItem;
	pictures: ShownPicture[];
	answer: Answer;
	savedAt: number | null;
};

const attemptRows = () =>
	prepared("attempts-of-enrolment", (on, name) =>
		on
			.select()
			.from(attempts)
			.where(eq(attempts.enrolmentId, sql.placeholder("enrolmentId")))
			.orderBy(asc(attempts.number))
			.prepare(name),
	);

const pointRows = () =>
	prepared("points-of-attempt", (on, name) =>
		on
			.select({
				position: attemptItems.position,
				milliPoints: attemptItems.milliPoints,
				counts: attemptItems.counts,
			})
			.from(attemptItems)
			.where(eq(attemptItems.attemptId, sql.placeholder("attemptId")))
			.prepare(name),
	);

/** The attempts of an enrolment, the first first. */
export async function attemptsOf(enrolmentId: string): Promise<AttemptRow[]> {
	return attemptRows().execute({ enrolmentId });
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

type Taking = { id: string; personId: string; courseId: string };

/**
 * The attempt whose result is shown: the one that passed, else the last that was handed in; of a course that has to be
 * passed again one since then, if there is any.
 */
export async function shownAttempt({ id, personId, courseId }: Taking): Promise<AttemptRow | null> {
	const all = (await attemptsOf(id)).filter(({ state }) => state === "submitted");
	const since = sinceRenewal(all, await reading((tx) => renewedFrom(tx, personId, courseId)));
	const submitted = since.length > 0 ? since : all;
	return submitted.find(({ passed }) => passed === 1) ?? submitted.at(-1) ?? null;
}

/** The attempt's items with the answers that count, in order. */
export async function itemsOfAttempt(attempt: AttemptRow): Promise<AttemptItem[]> {
	const [drawn, answers, rows] = await Promise.all([
		drawnItems(attempt.id),
		reading((tx) => answersThatCount(tx, attempt.id, attempt)),
		pointRows().execute({ attemptId: attempt.id }),
	]);
	const points = new Map(rows.map(({ position, ...earned }) => [position, earned]));
	return drawn.map((item) => {
		const counted = answers.get(item.position);
		return {
			...item,
			answer: counted?.value ?? null,
			savedAt: counted?.receivedAt ?? null,
			...(points.get(item.position) ?? { milliPoints: null, counts: true }),
		};
	});
}

/**
 * Without keys and feedback: the only form in which items of an open attempt leave the server. `addresses` are those of
 * the course's pictures by name, `pictures` those below the question.
 */
export function asShown(
	{ position, item, order, answer, savedAt }: AttemptItem,
	addresses: ReadonlyMap<string, string>,
	pictures: ShownPicture[] = [],
): ShownAttemptItem {
	const shown = shownItem(item, order);
	if (shown.type === "areas") shown.image = addresses.get(shown.image) ?? "";
	return { position, shown, pictures, answer, savedAt };
}
