import { asc, eq } from "drizzle-orm";
import { courses, courseVersions, lessons } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { bankFor } from "../../assessment/bank.server.ts";
import { passedVersion } from "../../assessment/passedVersion.server.ts";
import { versionDifference } from "../../assessment/versionDifference.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { dayIn } from "../../i18n/format.ts";
import { jpPolicies } from "../../learning/policy.server.ts";
import { differenceWork, type RenewalWork, wholeWork } from "./work.ts";

export type RenewalOffer = {
	/** Today's version of the course. */
	versionId: string;
	whole: RenewalWork;
	/** null: the course does not offer it, or there is no such difference. */
	difference: RenewalWork | null;
	/** Lessons that the difference leaves out, since they were read in the same words. */
	knownLessonIds: string[];
};

/** The ways to renew a certificate of that version today; null while the course has no version to learn. */
export function* renewalOffer(
	tx: Tx,
	courseId: string,
	passedVersionId: string,
	now: number,
): Body<RenewalOffer | null> {
	const [version] = yield* run(
		tx
			.select({ row: courseVersions })
			.from(courses)
			.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
			.where(eq(courses.id, courseId)),
	);
	if (!version) return null;
	const { id: versionId, exam, jp, validity } = version.row;
	const outline = yield* run(
		tx.select().from(lessons).where(eq(lessons.versionId, versionId)).orderBy(asc(lessons.position)),
	);
	const { blueprint, durationMinutes } = exam;
	const whole = { lessons: outline.map(asLesson), blueprint, durationMinutes, jp };
	if (validity?.renewal !== "difference")
		return { versionId, whole: wholeWork(whole), difference: null, knownLessonIds: [] };
	const bank = yield* bankFor(tx, versionId, blueprint);
	const passed = yield* passedVersion(tx, passedVersionId);
	const part = versionDifference(passed, { lessons: outline, bank, blueprint });
	const fresh = new Set(part.lessons.map(({ id }) => id));
	return {
		versionId,
		whole: wholeWork(whole),
		difference: differenceWork(whole, { ...part, lessons: part.lessons.map(asLesson) }, minutesPerJpAt(now)),
		knownLessonIds: outline.map(({ id }) => id).filter((id) => !fresh.has(id)),
	};
}

const asLesson = ({ id, slug, title, minutes }: typeof lessons.$inferSelect) => ({
	id,
	slug,
	title,
	minutes,
});

/** How many minutes a training hour has by the policy of a time; 45 before the first one. */
export const minutesPerJpAt = (now: number): number =>
	policyFor(jpPolicies(), dayIn(now, "Asia/Jakarta"))?.minutesPerJp ?? 45;
