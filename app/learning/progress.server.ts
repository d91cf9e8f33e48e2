import { and, count, eq, isNull } from "drizzle-orm";
import { type EnrolmentState, enrolments, lessonProgress, lessons } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";

type Reading = { enrolmentId: string; lessonId: string; now: number };

/**
 * Marks a lesson as read, by the learner's own act or answers, never by mere opening. When it was the last one the
 * enrolment is finished. Idempotent.
 */
export function* markLessonRead(tx: Tx, { enrolmentId, lessonId, now }: Reading): Body<void> {
	const enrolment = yield* enrolmentOf(tx, enrolmentId);
	const [made] = yield* run(
		tx
			.insert(lessonProgress)
			.values({ enrolmentId, lessonId, readAt: now })
			.onConflictDoNothing()
			.returning(),
	);
	if (!made) return;
	const { personId, agencyId, unitId, courseId, versionId } = enrolment;
	const fact = { personId, agencyId, unitId, courseId, versionId, at: now };
	yield* recordActivity(tx, { ...fact, kind: "lesson.read", data: { lessonId } });
	yield* moveOn(tx, enrolment, { lastLessonId: lessonId, lastSeenAt: now });
	if (enrolment.finishedAt !== null || !(yield* allRead(tx, enrolmentId, versionId))) return;
	const unfinished = and(eq(enrolments.id, enrolmentId), isNull(enrolments.finishedAt));
	yield* run(tx.update(enrolments).set({ finishedAt: now }).where(unfinished));
	yield* moveOn(tx, enrolment, {}, "finished");
	yield* recordActivity(tx, { ...fact, kind: "course.finished" });
}

/** The exam was passed: the state that nothing lowers again. */
export function* recordPassed(tx: Tx, enrolmentId: string, now: number): Body<void> {
	const passed = { state: "passed" as const, passedAt: now };
	yield* run(
		tx
			.update(enrolments)
			.set(passed)
			.where(and(eq(enrolments.id, enrolmentId), isNull(enrolments.passedAt))),
	);
}

/** The exam was not passed yet. */
export function* recordNotPassed(tx: Tx, enrolmentId: string): Body<void> {
	const open = and(eq(enrolments.id, enrolmentId), isNull(enrolments.passedAt));
	yield* run(tx.update(enrolments).set({ state: "not-passed" }).where(open));
}

/**
 * What an exam had decided is open again: the enrolment stands where its lessons had brought it, or where an earlier
 * attempt had (`wasDecided`). One that is passed stays so.
 */
export function* recordUndecided(tx: Tx, enrolmentId: string, wasDecided: boolean): Body<void> {
	const { passedAt, finishedAt, lastLessonId } = yield* enrolmentOf(tx, enrolmentId);
	if (passedAt !== null) return;
	const byLessons = finishedAt !== null ? "finished" : lastLessonId !== null ? "learning" : "enrolled";
	const state = wasDecided ? "not-passed" : byLessons;
	yield* run(tx.update(enrolments).set({ state }).where(eq(enrolments.id, enrolmentId)));
}

type Enrolment = typeof enrolments.$inferSelect;

export function* enrolmentOf(tx: Tx, id: string): Body<Enrolment> {
	const [row] = yield* run(tx.select().from(enrolments).where(eq(enrolments.id, id)));
	if (!row) throw new Error(`no enrolment ${id}`);
	return row;
}

const early: readonly EnrolmentState[] = ["enrolled", "learning"];

/** Lessons move an enrolment up to "finished" only: what the exam decided stays. */
function* moveOn(
	tx: Tx,
	enrolment: Enrolment,
	place: Partial<Enrolment>,
	state: EnrolmentState = "learning",
): Body<void> {
	const set = early.includes(enrolment.state) ? { ...place, state } : place;
	if (Object.keys(set).length === 0) return;
	yield* run(tx.update(enrolments).set(set).where(eq(enrolments.id, enrolment.id)));
}

function* allRead(tx: Tx, enrolmentId: string, versionId: string): Body<boolean> {
	const [all] = yield* run(tx.select({ n: count() }).from(lessons).where(eq(lessons.versionId, versionId)));
	// Lessons of an earlier version, which a renewal has left behind, are none of these.
	const [read] = yield* run(
		tx
			.select({ n: count() })
			.from(lessonProgress)
			.innerJoin(lessons, eq(lessons.id, lessonProgress.lessonId))
			.where(and(eq(lessonProgress.enrolmentId, enrolmentId), eq(lessons.versionId, versionId))),
	);
	return (read?.n ?? 0) >= (all?.n ?? 0);
}
