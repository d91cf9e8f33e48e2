import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { enrolments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../activity/record.server.ts";

type Enrolment = {
	personId: string;
	courseId: string;
	versionId: string;
	agencyId: string;
	unitId: string | null;
	now: number;
};

/** Enrols a person in a course on that version; a second call gives the first enrolment. */
export function* enrol(tx: Tx, { now, ...who }: Enrolment): Body<{ enrolmentId: string }> {
	const [made] = yield* run(
		tx
			.insert(enrolments)
			.values({ ...who, id: uuid(), state: "enrolled", enrolledAt: now })
			.onConflictDoNothing({ target: [enrolments.personId, enrolments.courseId] })
			.returning({ enrolmentId: enrolments.id }),
	);
	if (made) {
		yield* recordActivity(tx, {
			...who,
			kind: "course.enrolled",
			data: { enrolmentId: made.enrolmentId },
			at: now,
		});
		return made;
	}
	const same = and(eq(enrolments.personId, who.personId), eq(enrolments.courseId, who.courseId));
	const [existing] = yield* run(tx.select({ enrolmentId: enrolments.id }).from(enrolments).where(same));
	if (!existing) throw new Error("an enrolment that conflicts must exist");
	return existing;
}

/** Enrols several people at once; who is enrolled already stays on their version. */
export function* enrolAll(
	tx: Tx,
	people: readonly { personId: string; unitId: string | null }[],
	course: { courseId: string; versionId: string; agencyId: string; now: number },
): Body<void> {
	if (people.length === 0) return;
	const { now, ...where } = course;
	const made = yield* run(
		tx
			.insert(enrolments)
			.values(
				people.map(({ personId, unitId }) => ({
					...where,
					personId,
					unitId,
					id: uuid(),
					state: "enrolled" as const,
					enrolledAt: now,
				})),
			)
			.onConflictDoNothing({ target: [enrolments.personId, enrolments.courseId] })
			.returning({ enrolmentId: enrolments.id, personId: enrolments.personId, unitId: enrolments.unitId }),
	);
	if (made.length === 0) return;
	yield* recordActivity(
		tx,
		...made.map(({ enrolmentId, ...who }) => ({
			...who,
			...where,
			kind: "course.enrolled" as const,
			data: { enrolmentId },
			at: now,
		})),
	);
}
