import type { Viewer } from "#app/access/viewer.server.ts";
import { ownSeats } from "#app/assessment/ownSeats.server.ts";
import { enrolmentsWaitingForMarks } from "#app/assessment/pendingMarks.server.ts";
import { placementStanding } from "#app/assessment/placement/view.server.ts";
import { watchedRooms } from "#app/assessment/watchedRooms.server.ts";
import { outlineOf } from "#app/catalog/findCourse.server.ts";
import { certificatesOf } from "#app/certification/find.server.ts";
import { certificateState } from "#app/certification/validity.ts";
import { dayIn } from "#app/i18n/format.ts";
import { dueFirst } from "#app/learning/assignments/dueFirst.server.ts";
import { enrolmentsOf, lessonsRead } from "#app/learning/findEnrolment.server.ts";
import { periodAt } from "#app/learning/ledger/jpYear.ts";
import { jpRecords, yearOf } from "#app/learning/ledger/record.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import { reading } from "#db/transaction.server.ts";

export type Home = Awaited<ReturnType<typeof homeOf>>;

/** Everything on a learner's first page. */
export async function homeOf(viewer: Viewer, now: number) {
	const { personId, name } = viewer;
	const [due, notices, courses, hours, certificates, seats, watched, placement] = await Promise.all([
		dueFirst(personId, viewer.timeZone, now),
		openNotices(personId),
		coursesOf(personId),
		hoursOf(viewer, now),
		certificatesOf(personId),
		reading((tx) => ownSeats(tx, personId, now)),
		watchedRooms(personId, now),
		placementStanding(personId, now),
	]);
	return {
		name,
		due,
		notices: notices.map(({ id, kind, data }) => ({ id, kind, data })),
		placement,
		courses,
		seats,
		watched,
		hours,
		// Of one that was replaced the page of the new one tells.
		certificates: certificates
			.filter(({ replacedById }) => replacedById === null)
			.map(({ id, number, jp, issuedAt, print, ...standing }) => ({
				id,
				number,
				jp,
				issuedAt,
				validUntil: standing.validUntil,
				state: certificateState(standing, dayIn(now, "Asia/Jakarta")),
				title: print.courseTitle,
			})),
	};
}

async function coursesOf(personId: string) {
	const [rows, waiting] = await Promise.all([enrolmentsOf(personId), enrolmentsWaitingForMarks(personId)]);
	return Promise.all(
		rows.map(async ({ enrolment, slug, version }) => {
			const [outline, read] = await Promise.all([outlineOf(version.id), lessonsRead(enrolment.id)]);
			const next = outline.find(({ id }) => !read.has(id));
			return {
				slug,
				title: version.title,
				state: enrolment.state,
				isWaitingForMarks: waiting.has(enrolment.id),
				read: outline.filter(({ id }) => read.has(id)).length,
				lessons: outline.length,
				/** Where one stopped: the first lesson not read yet, then the exam. */
				resume: next ? { to: `/pelatihan/${slug}/${next.slug}`, title: next.title } : null,
			};
		}),
	);
}

async function hoursOf({ personId, timeZone }: Viewer, now: number) {
	const day = dayIn(now, timeZone);
	const records = await reading((tx) => jpRecords(tx, [personId], timeZone));
	const record = records.get(personId);
	const year = Number(day.slice(0, 4));
	const found = record ? yearOf(record, year) : null;
	return { year, earned: found?.earned ?? 0, standing: found ? periodAt(found, day) : null };
}
