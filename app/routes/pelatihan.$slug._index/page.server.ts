import type { Viewer } from "#app/access/viewer.server.ts";
import { rulesFor } from "#app/assessment/openRenewal.server.ts";
import { itemCount } from "#app/assessment/versionDifference.ts";
import { findOpenCourse, findVersion, outlineOf, type Version } from "#app/catalog/findCourse.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { type RenewalStanding, renewalStanding } from "#app/certification/renewal/standing.server.ts";
import { findEnrolment, lessonsRead } from "#app/learning/findEnrolment.server.ts";
import { reading } from "#db/transaction.server.ts";

/** What the course page shows: of the version that the viewer is on, or that new learners get. */
export type CoursePage = NonNullable<Awaited<ReturnType<typeof coursePage>>>;

export async function coursePage(slug: string, viewer: Viewer | null, now: number) {
	const found = await findOpenCourse(slug, viewer?.agency?.id ?? null);
	if (!found) return null;
	const enrolment = viewer ? await findEnrolment(viewer.personId, slug) : null;
	const versionId = enrolment?.versionId ?? found.course.currentVersionId;
	const version = versionId ? await findVersion(versionId) : null;
	if (!version) return null;
	const read = enrolment ? await lessonsRead(enrolment.id) : new Set<string>();
	const standing = enrolment ? await reading((tx) => renewalStanding(tx, enrolment.id, now)) : null;
	const outline = await outlineOf(version.id);
	const lessons = outline.map(({ id, ...lesson }) => ({ ...lesson, isRead: read.has(id) }));
	const renewal = standing?.kind === "begun" ? standing.renewal : null;
	return {
		slug,
		ownerName: found.ownerName,
		...shownFacts({ ...version, exam: rulesFor(version.exam, renewal) }),
		lessons,
		signedIn: viewer !== null,
		enrolment: enrolment && { state: enrolment.state },
		renewal: standing && shownRenewal(standing),
		/** Where to go on: the first lesson that has not been read. */
		nextLesson: (lessons.find(({ isRead }) => !isRead) ?? lessons[0])?.slug ?? null,
	};
}

function shownRenewal(standing: RenewalStanding) {
	if (standing.kind === "offered")
		return { kind: standing.kind, validUntil: standing.validUntil, isExpired: standing.isExpired };
	if (standing.kind === "none") return null;
	return { kind: standing.kind, items: itemCount(standing.renewal.blueprint) };
}

function shownFacts(version: Version) {
	const { title, summary, outcomes, level, competences, jp, jpCalculation, authors, sources, reviewedOn } =
		version;
	const { durationMinutes, passMark, blueprint } = version.exam;
	const items = itemCount(blueprint);
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
