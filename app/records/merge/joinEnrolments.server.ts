import { and, eq, inArray, sql } from "drizzle-orm";
import { attempts, certificates, enrolments, lessonProgress } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { creditJp } from "../../learning/creditJp.server.ts";
import { combineStanding, retractedOf } from "./combine.ts";
import type { Combined, MergeTrace } from "./trace.ts";

export type At = { id: string; keptId: string; goneId: string; now: number };
type Enrolment = typeof enrolments.$inferSelect;

/**
 * Gives the enrolments of the record that goes to the other. Of a course that both are in, the kept enrolment takes over
 * attempts, certificate, lessons and what was reached; the other row stays behind empty, and the log is told what had been
 * counted twice.
 */
export function* joinEnrolments(tx: Tx, at: At): Body<Pick<MergeTrace, "enrolmentIds" | "combined">> {
	const both = inArray(enrolments.personId, [at.keptId, at.goneId]);
	const all = yield* run(tx.select().from(enrolments).where(both));
	const mine = new Map(
		all.filter(({ personId }) => personId === at.keptId).map((one) => [one.courseId, one]),
	);
	const theirs = all.filter(({ personId }) => personId === at.goneId);
	const enrolmentIds = theirs.filter(({ courseId }) => !mine.has(courseId)).map(({ id }) => id);
	const combined: Combined[] = [];
	for (const gone of theirs) {
		const kept = mine.get(gone.courseId);
		if (kept) combined.push(yield* combine(tx, kept, gone, at));
	}
	if (enrolmentIds.length > 0)
		yield* run(
			tx.update(enrolments).set({ personId: at.keptId }).where(inArray(enrolments.id, enrolmentIds)),
		);
	return { enrolmentIds, combined };
}

function* combine(tx: Tx, kept: Enrolment, gone: Enrolment, at: At): Body<Combined> {
	const after = combineStanding(kept, gone);
	yield* run(tx.update(enrolments).set(after).where(eq(enrolments.id, kept.id)));
	const { certificateIds, retracted } = yield* joinCertificates(tx, kept, gone);
	const one = (isTwice: unknown) => (isTwice ? 1 : 0);
	const { agencyId, unitId, courseId, versionId } = gone;
	const combined: Combined = {
		goneId: gone.id,
		before: { id: kept.id, state: kept.state, finishedAt: kept.finishedAt, passedAt: kept.passedAt },
		after,
		attempts: yield* joinAttempts(tx, kept.id, gone.id),
		certificateIds,
		lessonIds: yield* joinLessons(tx, kept, gone),
		twice: {
			enrolled: 1,
			finished: one(kept.finishedAt !== null && gone.finishedAt !== null),
			passed: one(kept.passedAt !== null && gone.passedAt !== null),
			certificates: one(retracted),
			jp: retracted?.jp ?? 0,
		},
		place: { agencyId, unitId, courseId, versionId },
		retracted,
	};
	yield* tellCounts(tx, "record.merged", combined, at);
	return combined;
}

/** Tells the log what is counted once from now on ("record.merged"), or twice again. */
export function* tellCounts(
	tx: Tx,
	kind: "record.merged" | "record.unmerged",
	{ place, twice, retracted }: Pick<Combined, "place" | "twice" | "retracted">,
	{ id, keptId, now }: Pick<At, "id" | "keptId" | "now">,
): Body<void> {
	const { jp, ...data } = twice;
	const sign = kind === "record.merged" ? -1 : 1;
	const fact = { ...place, kind, personId: keptId, jp: sign * jp, data: { ...data, mergeId: id }, at: now };
	yield* recordActivity(tx, fact);
	if (!retracted) return;
	yield* creditJp(tx, {
		personId: keptId,
		agencyId: retracted.agencyId,
		jp: sign * retracted.jp,
		sourceKind: sign < 0 ? "merge" : "unmerge",
		sourceId: `${id}:${retracted.id}`,
		versionId: place.versionId,
		now,
		// The hours go back to the year that they were counted for.
		creditedFor: retracted.issuedAt,
	});
}

/** The attempts of both are numbered on, so that how many there may be is counted over both. */
function* joinAttempts(tx: Tx, keptId: string, goneId: string): Body<Combined["attempts"]> {
	const { id, number, enrolmentId } = attempts;
	const mine = yield* run(tx.select({ number }).from(attempts).where(eq(enrolmentId, keptId)));
	const theirs = yield* run(tx.select({ id, number }).from(attempts).where(eq(enrolmentId, goneId)));
	const last = Math.max(0, ...mine.map((one) => one.number));
	const joined = { enrolmentId: keptId, number: sql`${number} + ${last}` };
	if (theirs.length > 0) yield* run(tx.update(attempts).set(joined).where(eq(enrolmentId, goneId)));
	return theirs;
}

function* joinCertificates(tx: Tx, kept: Enrolment, gone: Enrolment) {
	const both = inArray(certificates.enrolmentId, [kept.id, gone.id]);
	const all = yield* run(tx.select().from(certificates).where(both));
	const mine = all.filter(({ enrolmentId }) => enrolmentId === kept.id);
	const theirs = all.filter(({ enrolmentId }) => enrolmentId === gone.id);
	const bars = (one: (typeof all)[number]) => one.revokedByRepairId === null && one.replacedById === null;
	const isBarred = mine.some(bars);
	const certificateIds = theirs.filter((one) => !isBarred || !bars(one)).map(({ id }) => id);
	if (certificateIds.length > 0)
		yield* run(
			tx.update(certificates).set({ enrolmentId: kept.id }).where(inArray(certificates.id, certificateIds)),
		);
	const found = retractedOf(mine, theirs);
	const retracted = found && {
		...{ id: found.id, agencyId: found.agencyId, jp: found.jp, issuedAt: found.issuedAt },
	};
	return { certificateIds, retracted };
}

/** Lessons that only the other record had read, when both are on one version. */
function* joinLessons(tx: Tx, kept: Enrolment, gone: Enrolment): Body<string[]> {
	if (kept.versionId !== gone.versionId) return [];
	const own = inArray(lessonProgress.enrolmentId, [kept.id, gone.id]);
	const read = yield* run(tx.select().from(lessonProgress).where(own));
	const mine = new Set(
		read.filter(({ enrolmentId }) => enrolmentId === kept.id).map(({ lessonId }) => lessonId),
	);
	const more = read.filter(({ enrolmentId, lessonId }) => enrolmentId === gone.id && !mine.has(lessonId));
	if (more.length === 0) return [];
	const rows = more.map(({ lessonId, readAt }) => ({ enrolmentId: kept.id, lessonId, readAt }));
	yield* run(tx.insert(lessonProgress).values(rows));
	return more.map(({ lessonId }) => lessonId);
}

/** The mirror image of `joinEnrolments`. */
export function* partEnrolments(tx: Tx, { enrolmentIds, combined }: MergeTrace, at: At): Body<void> {
	if (enrolmentIds.length > 0)
		yield* run(
			tx.update(enrolments).set({ personId: at.goneId }).where(inArray(enrolments.id, enrolmentIds)),
		);
	for (const one of combined) {
		const { id: keptId, ...before } = one.before;
		yield* run(tx.update(enrolments).set(before).where(eq(enrolments.id, keptId)));
		for (const { id, number } of one.attempts)
			yield* run(tx.update(attempts).set({ enrolmentId: one.goneId, number }).where(eq(attempts.id, id)));
		const over = inArray(certificates.id, one.certificateIds);
		if (one.certificateIds.length > 0)
			yield* run(tx.update(certificates).set({ enrolmentId: one.goneId }).where(over));
		const copied = and(
			eq(lessonProgress.enrolmentId, keptId),
			inArray(lessonProgress.lessonId, one.lessonIds),
		);
		if (one.lessonIds.length > 0) yield* run(tx.delete(lessonProgress).where(copied));
		yield* tellCounts(tx, "record.unmerged", one, at);
	}
}
