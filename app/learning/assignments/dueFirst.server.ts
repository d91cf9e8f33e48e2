import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	assignmentCourses,
	assignmentMembers,
	assignments,
	courses,
	courseVersions,
} from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { daysBetween } from "./days.ts";
import { courseRecords, noRecord, recordKey } from "./records.server.ts";

/** What somebody has to do, the soonest deadline first. */
export type Due = {
	assignmentId: string;
	title: string;
	reason: string;
	/** Until 23.59 of this ISO day in their zone. */
	dueDay: string;
	/** Below 0: so many days over it. */
	daysLeft: number;
	courses: number;
	passed: number;
	/** The first course not passed yet; `isAgain`: passed before, and to be passed again. */
	next: { slug: string; title: string; isAgain: boolean };
};

const MOST = 20;

/**
 * What a person has to do by their assignments, what is due first at the top; what they have passed this minute is out
 * already. Costs what the person has.
 */
export async function dueFirst(personId: string, timeZone: string, now: number): Promise<Due[]> {
	const t = assignmentMembers;
	const rows = await db
		.select({ member: t, title: assignments.title, reason: assignments.reason })
		.from(t)
		.innerJoin(assignments, eq(assignments.id, t.assignmentId))
		.where(
			and(
				eq(t.personId, personId),
				eq(t.state, "active"),
				isNull(t.exemptAt),
				isNull(t.awayFrom),
				isNull(assignments.endedAt),
			),
		)
		.orderBy(asc(t.dueDay), asc(t.assignmentId));
	const owing = rows.filter(({ member }) => member.progress !== "done").slice(0, MOST);
	if (owing.length === 0) return [];
	const steps = await stepsOf(owing.map(({ member }) => member.assignmentId));
	const zones = new Map([[personId, timeZone]]);
	const named = [...new Set(steps.map(({ courseId }) => courseId))];
	const records = await reading((tx) => courseRecords(tx, [personId], named, zones));
	const today = dayIn(now, timeZone);
	return owing.flatMap(({ member, title, reason }): Due[] => {
		const own = steps.filter(({ assignmentId }) => assignmentId === member.assignmentId);
		const open = own.filter(({ courseId }) => {
			const { passedDay } = records.get(recordKey(personId, courseId)) ?? noRecord;
			return passedDay === null || passedDay <= member.periodFrom;
		});
		const [next] = open;
		if (!next) return [];
		return [
			{
				assignmentId: member.assignmentId,
				title,
				reason,
				dueDay: member.dueDay,
				daysLeft: daysBetween(today, member.dueDay),
				courses: own.length,
				passed: own.length - open.length,
				next: {
					slug: next.slug,
					title: next.title ?? next.slug,
					isAgain: (records.get(recordKey(personId, next.courseId)) ?? noRecord).passedDay !== null,
				},
			},
		];
	});
}

async function stepsOf(ids: readonly string[]) {
	return db
		.select({
			assignmentId: assignmentCourses.assignmentId,
			courseId: courses.id,
			slug: courses.slug,
			title: courseVersions.title,
		})
		.from(assignmentCourses)
		.innerJoin(courses, eq(courses.id, assignmentCourses.courseId))
		.leftJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(inArray(assignmentCourses.assignmentId, [...ids]))
		.orderBy(asc(assignmentCourses.position));
}
