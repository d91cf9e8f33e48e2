import type { Viewer } from "#app/access/viewer.server.ts";
import { findOpenCourse, findVersion, outlineOf, type Version } from "#app/catalog/findCourse.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { findEnrolment, lessonsRead } from "#app/learning/findEnrolment.server.ts";

/** What the course page shows: of the version that the viewer is on, or that new learners get. */
export type CoursePage = NonNullable<Awaited<ReturnType<typeof coursePage>>>;

export async function coursePage(slug: string, viewer: Viewer | null) {
	const found = await findOpenCourse(slug, viewer?.agency?.id ?? null);
	if (!found) return null;
	const enrolment = viewer ? await findEnrolment(viewer.personId, slug) : null;
	const versionId = enrolment?.versionId ?? found.course.currentVersionId;
	const version = versionId ? await findVersion(versionId) : null;
	if (!version) return null;
	const read = enrolment ? await lessonsRead(enrolment.id) : new Set<string>();
	const outline = await outlineOf(version.id);
	const lessons = outline.map(({ id, ...lesson }) => ({ ...lesson, isRead: read.has(id) }));
	return {
		slug,
		ownerName: found.ownerName,
		...shownFacts(version),
		lessons,
		signedIn: viewer !== null,
		enrolment: enrolment && { state: enrolment.state },
		/** Where to go on: the first lesson that has not been read. */
		nextLesson: (lessons.find(({ isRead }) => !isRead) ?? lessons[0])?.slug ?? null,
	};
}

function shownFacts(version: Version) {
	const { title, summary, outcomes, level, competences, jp, jpCalculation, authors, sources, reviewedOn } =
		version;
	const { durationMinutes, passMark, blueprint } = version.exam;
	const items = blueprint.reduce((sum, { count }) => sum + count, 0);
	return {
		title,
		summary,
		outcomes,
		level,
		jp,
		jpCalculation,
		authors,
		sources,
		reviewedOn,
		withdrawnReason: version.withdrawnReason,
		competences: competences.map(({ code, level: reached }) => ({
			code,
			level: reached,
			name: competenceName(code),
		})),
		exam: { items, durationMinutes, passMark },
	};
}
