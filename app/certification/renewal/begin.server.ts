import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { enrolments, lessonProgress, renewals } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Renewal } from "../../assessment/openRenewal.server.ts";
import { renewalOffer } from "./offer.server.ts";
import { renewalStanding } from "./standing.server.ts";

type Begin = { enrolment: { id: string; courseId: string }; way: Renewal["way"]; now: number };
export type Begun = "begun" | "not-yet" | "no-version" | "no-difference";

/**
 * Begins the renewal of the certificate that an enrolment ended in: on today's version, with the work fixed as it is
 * offered now. By the difference, lessons whose words the person has read count as read. The old certificate stays valid
 * till its day. A second call while one is begun changes nothing.
 */
export function* beginRenewal(tx: Tx, { enrolment, way, now }: Begin): Body<Begun> {
	const standing = yield* renewalStanding(tx, enrolment.id, now);
	if (standing.kind === "begun") return "begun";
	if (standing.kind === "none") return "not-yet";
	const offer = yield* renewalOffer(tx, enrolment.courseId, standing.versionId, now);
	if (!offer) return "no-version";
	const work = way === "whole" ? offer.whole : offer.difference;
	if (!work) return "no-difference";
	const { versionId } = offer;
	yield* run(
		tx.insert(renewals).values({
			id: uuid(),
			enrolmentId: enrolment.id,
			certificateId: standing.certificateId,
			fromVersionId: standing.versionId,
			versionId,
			way,
			lessonIds: work.lessons.map(({ id }) => id),
			blueprint: work.blueprint,
			durationMinutes: work.durationMinutes,
			jp: work.jp,
			begunAt: now,
		}),
	);
	yield* run(tx.update(enrolments).set({ versionId }).where(eq(enrolments.id, enrolment.id)));
	if (way === "difference") yield* markKnown(tx, enrolment.id, offer.knownLessonIds, now);
	return "begun";
}

function* markKnown(tx: Tx, enrolmentId: string, lessonIds: readonly string[], now: number): Body<void> {
	if (lessonIds.length === 0) return;
	const rows = lessonIds.map((lessonId) => ({ enrolmentId, lessonId, readAt: now }));
	yield* run(tx.insert(lessonProgress).values(rows).onConflictDoNothing());
}
