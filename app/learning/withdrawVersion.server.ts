import { and, eq, inArray, isNull } from "drizzle-orm";
import { courses, courseVersions, enrolments } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { recordActivity } from "../activity/record.server.ts";
import { notify } from "./notices.server.ts";

type Withdrawal = { versionId: string; reason: string; actor: Actor; now: number };

/**
 * Withdraws a published version with a reason: nobody new begins it, and those who were learning are told. What they
 * did stays. @returns false when it is not there or withdrawn already
 */
export function* withdrawVersion(tx: Tx, { versionId, reason, actor, now }: Withdrawal): Body<boolean> {
	const [version] = yield* run(
		tx
			.update(courseVersions)
			.set({ withdrawnAt: now, withdrawnReason: reason })
			.where(and(eq(courseVersions.id, versionId), isNull(courseVersions.withdrawnAt)))
			.returning({ courseId: courseVersions.courseId, title: courseVersions.title }),
	);
	if (!version) return false;
	const { courseId, title } = version;
	const [course] = yield* run(tx.select().from(courses).where(eq(courses.id, courseId)));
	const isCurrent = and(eq(courses.id, courseId), eq(courses.currentVersionId, versionId));
	yield* run(tx.update(courses).set({ currentVersionId: null }).where(isCurrent));
	yield* tellLearners(tx, versionId, { title, reason, slug: course?.slug ?? "" }, now);
	const agencyId = course?.agencyId ?? null;
	yield* recordActivity(tx, {
		kind: "version.withdrawn",
		agencyId,
		courseId,
		versionId,
		data: { reason },
		at: now,
	});
	const audited = { subjectKind: "version", subjectId: versionId, agencyId, detail: { reason }, at: now };
	yield* recordAudit(tx, { ...audited, actor, action: "version.withdraw" });
	return true;
}

function* tellLearners(tx: Tx, versionId: string, data: Record<string, string>, now: number): Body<void> {
	const learning = inArray(enrolments.state, ["enrolled", "learning", "finished", "not-passed"]);
	const rows = yield* run(
		tx
			.select({ personId: enrolments.personId })
			.from(enrolments)
			.where(and(eq(enrolments.versionId, versionId), learning)),
	);
	for (const { personId } of rows) yield* notify(tx, { personId, kind: "version-withdrawn", data, now });
}
