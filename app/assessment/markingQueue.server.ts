import { and, asc, count, eq, ne, notExists, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts, courseVersions, essayAnswers, items, marks } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx } from "#db/transaction.server.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { answersThatCount } from "./attemptAnswers.server.ts";
import { itemOf } from "./drawnItems.server.ts";
import { textHash } from "./essayPoints.server.ts";
import type { ItemOf } from "./item.ts";
import { picturesOf } from "./itemPictures.server.ts";

/** Who marks, and the agencies whose courses they mark for. */
export type Marker = { scope: AgencyScope; markerId: string };
export type WaitingAnswer = Awaited<ReturnType<typeof markingQueue>>[number];

const ofAnswer = and(
	eq(marks.attemptId, essayAnswers.attemptId),
	eq(marks.position, essayAnswers.position),
	eq(marks.textHash, essayAnswers.textHash),
);

/** Handed-in answers of courses in scope, never the marker's own. */
export function inReach({ scope, markerId }: Marker): SQL | undefined {
	const own = scope.kind === "nation" ? undefined : eq(essayAnswers.agencyId, scope.agencyId);
	return and(own, ne(essayAnswers.personId, markerId), eq(attempts.state, "submitted"));
}

/** What waits for a mark by this marker, the longest waiting first; nothing in it tells who wrote. */
export async function markingQueue(marker: Marker, limit: number) {
	const mine = db
		.select({ id: marks.id })
		.from(marks)
		.where(and(ofAnswer, eq(marks.markerId, marker.markerId)));
	const given = db.select({ n: count() }).from(marks).where(ofAnswer);
	const rows = await db
		.select({
			id: essayAnswers.id,
			course: courseVersions.title,
			itemId: items.id,
			content: items.content,
			submittedAt: essayAnswers.submittedAt,
			given: sql<number>`(${given})`.mapWith(Number),
		})
		.from(essayAnswers)
		.innerJoin(attempts, eq(attempts.id, essayAnswers.attemptId))
		.innerJoin(courseVersions, eq(courseVersions.id, attempts.versionId))
		.innerJoin(items, eq(items.id, essayAnswers.itemId))
		.where(and(eq(essayAnswers.state, "waiting"), inReach(marker), notExists(mine)))
		.orderBy(asc(essayAnswers.submittedAt), asc(essayAnswers.id))
		.limit(limit);
	return rows.map(({ itemId, content, ...row }) => ({ ...row, stem: itemOf({ id: itemId, content }).stem }));
}

type EssayRow = typeof essayAnswers.$inferSelect;
export type MarkableAnswer = { answer: EssayRow; item: ItemOf<"essay">; isMarked: boolean };

/** An answer in the marker's reach with its item, and whether they have marked it; null: not theirs to see. */
export function* markableAnswer(tx: Tx, id: string, marker: Marker): Body<MarkableAnswer | null> {
	const [row] = yield* run(
		tx
			.select({ answer: essayAnswers, itemId: items.id, content: items.content })
			.from(essayAnswers)
			.innerJoin(attempts, eq(attempts.id, essayAnswers.attemptId))
			.innerJoin(items, eq(items.id, essayAnswers.itemId))
			.where(and(eq(essayAnswers.id, id), inReach(marker))),
	);
	if (!row) return null;
	const item = itemOf({ id: row.itemId, content: row.content });
	if (item.type !== "essay") return null;
	const { attemptId, position, textHash: hash } = row.answer;
	const own = and(eq(marks.attemptId, attemptId), eq(marks.position, position), eq(marks.textHash, hash));
	const mine = yield* run(
		tx
			.select({ id: marks.id })
			.from(marks)
			.where(and(own, eq(marks.markerId, marker.markerId))),
	);
	return { answer: row.answer, item, isMarked: mine.length > 0 };
}

/** What a marker sees of an answer: task, rubric and text; no name, no number, no other mark. */
export async function markingPage(id: string, marker: Marker) {
	const found = await reading((tx) => markableAnswer(tx, id, marker));
	if (!found) return null;
	const { answer, item, isMarked } = found;
	const [attempt] = await db.select().from(attempts).where(eq(attempts.id, answer.attemptId));
	const counted = attempt && (await reading((tx) => answersThatCount(tx, attempt.id, attempt)));
	const value = counted?.get(answer.position)?.value;
	const text = value && "typed" in value ? value.typed : "";
	const pictures = attempt ? await picturesOf(attempt.versionId, [item]) : null;
	return {
		id,
		stem: item.stem,
		pictures: pictures?.get(item) ?? [],
		rationale: item.rationale ?? null,
		rubric: item.rubric,
		text,
		isOpen: answer.state === "waiting" && !isMarked && textHash(text) === answer.textHash,
	};
}
