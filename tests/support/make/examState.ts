import { asc, eq, inArray } from "drizzle-orm";
import { addCounts, deltaOf, noCounts } from "#app/readiness/delta.ts";
import { db } from "#db/client.server.ts";
import { activity, attemptItems, attempts, certificates, enrolments, jpLedger } from "#db/schema/index.ts";

/** All that follows from the answers to a version's exam: points, results, enrolments, valid certificates, hours, counts. */
export async function examState(versionId: string) {
	const own = await db
		.select()
		.from(attempts)
		.where(eq(attempts.versionId, versionId))
		.orderBy(asc(attempts.id));
	const sat = own.filter(({ state }) => state === "submitted");
	const people = sat.map(({ personId }) => personId);
	const ids = sat.map(({ id }) => id);
	const [points, places, papers, hours, facts] = await Promise.all([
		db.select().from(attemptItems).where(inArray(attemptItems.attemptId, ids)),
		db.select().from(enrolments).where(eq(enrolments.versionId, versionId)).orderBy(asc(enrolments.id)),
		db.select().from(certificates).where(eq(certificates.versionId, versionId)),
		db.select().from(jpLedger).where(inArray(jpLedger.personId, people)),
		db.select().from(activity).where(eq(activity.versionId, versionId)),
	]);
	const deltas = facts.flatMap((fact) => deltaOf(fact) ?? []);
	const { passed, certificates: issued, jp } = deltas.reduce(addCounts, noCounts);
	return {
		attempts: sat.map(({ id, personId, milliPoints, score, passed }) => ({
			id,
			personId,
			milliPoints,
			score,
			passed,
		})),
		points: points
			.map(({ attemptId, position, milliPoints, counts }) => ({ attemptId, position, milliPoints, counts }))
			.sort((a, b) =>
				a.attemptId === b.attemptId ? a.position - b.position : a.attemptId < b.attemptId ? -1 : 1,
			),
		enrolments: places.map(({ id, state, passedAt }) => ({ id, state, passedAt })),
		passedEnrolments: places.filter(({ state }) => state === "passed").map(({ id }) => id),
		standing: papers
			.filter(({ revokedAt }) => revokedAt === null)
			.map(({ enrolmentId }) => enrolmentId)
			.sort(),
		jp: hours.reduce((sum, one) => sum + one.jp, 0),
		counts: { passed, certificates: issued, jp },
	};
}
