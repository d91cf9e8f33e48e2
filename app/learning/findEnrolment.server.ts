import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { prepared } from "#db/prepared.server.ts";
import {
	checkAnswers,
	courses,
	courseVersions,
	enrolments,
	lessonProgress,
	lessons,
} from "#db/schema/index.ts";

export type Enrolment = typeof enrolments.$inferSelect;

const enrolmentRows = () =>
	prepared("enrolment-in-course", (on, name) =>
		on
			.select({ enrolment: enrolments })
			.from(enrolments)
			.innerJoin(courses, eq(courses.id, enrolments.courseId))
			.where(
				and(eq(enrolments.personId, sql.placeholder("personId")), eq(courses.slug, sql.placeholder("slug"))),
			)
			.prepare(name),
	);

/** The person's enrolment in the course of that slug; null when there is none. */
export async function findEnrolment(personId: string, slug: string): Promise<Enrolment | null> {
	const [row] = await enrolmentRows().execute({ personId, slug });
	return row?.enrolment ?? null;
}

const lessonRows = () =>
	prepared("lesson-of-learner", (on, name) =>
		on
			.select({
				enrolmentId: enrolments.id,
				versionId: enrolments.versionId,
				courseTitle: courseVersions.title,
				lessonId: lessons.id,
				position: lessons.position,
				title: lessons.title,
				minutes: lessons.minutes,
				objective: lessons.objective,
				source: lessons.source,
				sourceHash: lessons.sourceHash,
			})
			.from(enrolments)
			.innerJoin(courses, eq(courses.id, enrolments.courseId))
			.innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
			.innerJoin(lessons, eq(lessons.versionId, enrolments.versionId))
			.where(
				and(
					eq(enrolments.personId, sql.placeholder("personId")),
					eq(courses.slug, sql.placeholder("slug")),
					eq(lessons.slug, sql.placeholder("lesson")),
				),
			)
			.prepare(name),
	);

/** A lesson as its enrolled learner has it: of the version that they joined on. null when not enrolled or no such lesson. */
export async function findLesson(personId: string, slug: string, lesson: string) {
	const [row] = await lessonRows().execute({ personId, slug, lesson });
	return row ?? null;
}

const readRows = () =>
	prepared("lessons-read", (on, name) =>
		on
			.select({ lessonId: lessonProgress.lessonId })
			.from(lessonProgress)
			.where(eq(lessonProgress.enrolmentId, sql.placeholder("enrolmentId")))
			.prepare(name),
	);

/** Ids of the lessons that have been read. */
export async function lessonsRead(enrolmentId: string): Promise<Set<string>> {
	return new Set((await readRows().execute({ enrolmentId })).map(({ lessonId }) => lessonId));
}

const answerRows = () =>
	prepared("check-answers", (on, name) =>
		on
			.select({ checkId: checkAnswers.checkId, chosen: checkAnswers.chosen })
			.from(checkAnswers)
			.where(
				and(
					eq(checkAnswers.enrolmentId, sql.placeholder("enrolmentId")),
					eq(checkAnswers.lessonId, sql.placeholder("lessonId")),
				),
			)
			.prepare(name),
	);

/** The last answers to a lesson's questions, by check. */
export async function answersOf(enrolmentId: string, lessonId: string): Promise<Map<string, string[]>> {
	const rows = await answerRows().execute({ enrolmentId, lessonId });
	return new Map(rows.map(({ checkId, chosen }) => [checkId, chosen]));
}

/** The person's enrolments with course and version, the latest first. */
export async function enrolmentsOf(personId: string) {
	return db
		.select({ enrolment: enrolments, slug: courses.slug, version: courseVersions })
		.from(enrolments)
		.innerJoin(courses, eq(courses.id, enrolments.courseId))
		.innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
		.where(eq(enrolments.personId, personId))
		.orderBy(desc(sql`coalesce(${enrolments.lastSeenAt}, ${enrolments.enrolledAt})`));
}
