import { and, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import { attempts, enrolments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import type { CourseRecord } from "./decideMember.ts";

/** Nothing known of a course. */
export const noRecord: CourseRecord = { openedDay: null, passedDay: null, notPassedDay: null };
export const recordKey = (personId: string, courseId: string) => `${personId} ${courseId}`;

/**
 * How people stand in courses, by `recordKey`; days in the zone of each (`zones`, by person). A pass counts by the last
 * attempt that passed, so that a course taken again counts again.
 */
export function* courseRecords(
	tx: Tx,
	people: readonly string[],
	courseIds: readonly string[],
	zones: ReadonlyMap<string, string>,
): Body<Map<string, CourseRecord>> {
	if (people.length === 0 || courseIds.length === 0) return new Map();
	const within = and(inArray(enrolments.personId, [...people]), inArray(enrolments.courseId, [...courseIds]));
	const tried = yield* triedAt(tx, within);
	const rows = yield* run(tx.select().from(enrolments).where(within));
	return new Map(
		rows.map(({ id, personId, courseId, state, passedAt, lastSeenAt, enrolledAt }) => {
			const zone = zones.get(personId) ?? "Asia/Jakarta";
			const day = (at: number | null) => (at === null ? null : dayIn(at, zone));
			const tries = tried.get(id);
			const isPassed = state === "passed";
			const isOpened = state !== "enrolled" && state !== "cancelled";
			const record = {
				openedDay: isOpened ? day(Math.max(lastSeenAt ?? enrolledAt, tries?.notPassed ?? 0)) : null,
				passedDay: isPassed ? day(Math.max(passedAt ?? 0, tries?.passed ?? 0)) : null,
				notPassedDay: day(tries?.notPassed ?? null),
			};
			return [recordKey(personId, courseId), record] as const;
		}),
	);
}

type Tried = { passed: number | null; notPassed: number | null };

function* triedAt(tx: Tx, within: ReturnType<typeof and>): Body<Map<string, Tried>> {
	const at = (passed: 0 | 1) =>
		max(sql<number | null>`case when ${attempts.passed} = ${passed} then ${attempts.submittedAt} end`);
	const rows = yield* run(
		tx
			.select({ id: attempts.enrolmentId, passed: at(1), notPassed: at(0) })
			.from(attempts)
			.innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
			.where(and(within, eq(attempts.state, "submitted"), isNotNull(attempts.submittedAt)))
			.groupBy(attempts.enrolmentId),
	);
	const number = (value: unknown) => (value === null ? null : Number(value));
	return new Map(
		rows.map(({ id, passed, notPassed }) => [id, { passed: number(passed), notPassed: number(notPassed) }]),
	);
}
