import { lte } from "drizzle-orm";
import { forgetOldKeys } from "../../app/access/accountKeys.server.ts";
import { INVITE_JOB, inviteAll } from "../../app/access/inviteMany.server.ts";
import { RESET_JOB, sendReset } from "../../app/access/requestReset.server.ts";
import { refreshStaleStatistics, refreshStatistics } from "../../app/assessment/examStatistics.server.ts";
import { rollUpExposure } from "../../app/assessment/placement/exposure.server.ts";
import { proposeRecalibration } from "../../app/assessment/placement/proposals.server.ts";
import { competenceName } from "../../app/catalog/framework.server.ts";
import { advanceAct } from "../../app/certification/acts/advance.server.ts";
import { CERTIFICATE_ACT_JOB, forgetOldPlans } from "../../app/certification/acts/plan.server.ts";
import { advanceRepair } from "../../app/certification/advanceRepair.server.ts";
import { closeExpiredAttempts } from "../../app/certification/closeExpired.server.ts";
import { DOCUMENT_JOB } from "../../app/certification/document/ask.server.ts";
import { tellEnding } from "../../app/certification/renewal/tellEnding.server.ts";
import { environment, siteOrigin } from "../../app/http/env.server.ts";
import { forgetHalfWritten } from "../../app/http/files.server.ts";
import { forgetEndedWindows } from "../../app/http/throttle.server.ts";
import { forgetOldMail } from "../../app/jobs/mail/mailActs.server.ts";
import { MAIL_JOB } from "../../app/jobs/mail/queueMail.server.ts";
import { sendDue } from "../../app/jobs/mail/sendDue.server.ts";
import { connectSmtp } from "../../app/jobs/mail/smtp.server.ts";
import { forgetOldJobs } from "../../app/jobs/queue.server.ts";
import type { Recurring } from "../../app/jobs/schedule.server.ts";
import type { Handlers } from "../../app/jobs/work.server.ts";
import { followFacts, recheckAll } from "../../app/learning/assignments/follow.server.ts";
import { advancePass, PASS_JOB } from "../../app/learning/assignments/pass.server.ts";
import { handOutMessage, MESSAGE_JOB } from "../../app/learning/reminders/lateMessage.server.ts";
import { remindAll } from "../../app/learning/reminders/remind.server.ts";
import { DUPLICATES_JOB, findDuplicates } from "../../app/people/duplicates/sweep.server.ts";
import { advanceRoster } from "../../app/people/roster/advanceRoster.server.ts";
import { forgetOldRosters } from "../../app/people/roster/forgetRows.server.ts";
import { READ_JOB, readUpload } from "../../app/people/roster/readUpload.server.ts";
import { ROSTER_JOB } from "../../app/people/roster/rosterActs.server.ts";
import { foldAll } from "../../app/readiness/foldActivity.server.ts";
import { doDueActs, PERSON_ACTS_JOB } from "../../app/records/acts/dueActs.server.ts";
import { REORGANISATION_JOB } from "../../app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "../../app/records/reorganisation/advance.server.ts";
import { advanceSiasnExport } from "../../app/records/siasn/advance.server.ts";
import { SIASN_JOB } from "../../app/records/siasn/begin.server.ts";
import { pushExport, SIASN_PUSH_JOB } from "../../app/records/siasn/push.server.ts";
import { siasnAccess } from "../../app/records/siasn/service.server.ts";
import { forgetOldImports } from "../../app/studio/exchange/imports.server.ts";
import { db } from "../../db/client.server.ts";
import { sessions } from "../../db/schema/index.ts";
import { transaction } from "../../db/transaction.server.ts";

/** Every job's name with what it does: here, where the program starts, so that no job imports upward. */
export const handlers: Handlers = {
	"readiness.fold": async (_payload, now) => void (await foldAll(now)),
	"exam.close-expired": async (_payload, now) => void (await closeExpiredAttempts(competenceName, now)),
	"placement.exposure": async (_payload, now) => rollUpExposure(now),
	"placement.recalibration": async (_payload, now) => proposeRecalibration(now),
	"exam.item-statistics": async ({ versionId }, now) =>
		void (await (typeof versionId === "string"
			? refreshStatistics(versionId, now)
			: refreshStaleStatistics(now))),
	[CERTIFICATE_ACT_JOB]: async ({ actId }) => advanceAct(String(actId), Date.now),
	"exam.item-repair": async ({ repairId }) => advanceRepair(String(repairId), competenceName, Date.now),
	[READ_JOB]: async ({ runId }, _now, hold) => readUpload(String(runId), { now: Date.now, hold }),
	[ROSTER_JOB]: async ({ runId }) => advanceRoster(String(runId), Date.now),
	[SIASN_JOB]: ({ exportId }) => advanceSiasnExport(String(exportId), Date.now),
	[SIASN_PUSH_JOB]: async ({ exportId }) => {
		const access = siasnAccess(process.env);
		if (access) await pushExport(String(exportId), access, Date.now);
	},
	[REORGANISATION_JOB]: async ({ id }) => advanceReorganisation(String(id), Date.now),
	[DUPLICATES_JOB]: async (_payload, now) => findDuplicates(now),
	[PERSON_ACTS_JOB]: async (_payload, now) => doDueActs(now),
	[MAIL_JOB]: async () => {
		const { mail } = environment();
		await sendDue(mail && (() => connectSmtp(mail.url, mail.from)), Date.now);
	},
	[INVITE_JOB]: (payload) => inviteAll(payload, Date.now),
	[RESET_JOB]: (payload, now) => transaction((tx) => sendReset(tx, payload, now)),
	[PASS_JOB]: async ({ assignmentId }) => advancePass(String(assignmentId), Date.now),
	[MESSAGE_JOB]: ({ messageId }) => handOutMessage(String(messageId), siteOrigin(), Date.now),
	"learning.remind": async (_payload, now) => void (await remindAll(now, siteOrigin())),
	"certification.tell-ending": async (_payload, now) => void (await tellEnding(now, siteOrigin())),
	"learning.assignments-follow": async (_payload, now) => void (await followFacts(now)),
	"learning.assignments-recheck": async (_payload, now) => recheckAll(now),
	"housekeeping.forget": async (_payload, now) => {
		await transaction((tx) => forgetOldJobs(tx, now));
		await transaction((tx) => forgetOldMail(tx, now));
		await transaction((tx) => forgetOldKeys(tx, now));
		await transaction((tx) => forgetEndedWindows(tx, now));
		await forgetOldPlans(now);
		await forgetOldImports(now);
		await forgetOldRosters(now);
		await forgetHalfWritten(now);
		await db.delete(sessions).where(lte(sessions.expiresAt, now));
	},
};

/** What reads a file for a minute: nothing else is to wait for it. */
export const LONG_JOBS = [READ_JOB];
/** What is done many at once, by a lane of its own: `printWaiting`. */
export const PRINT_JOBS = [DOCUMENT_JOB];

export const recurring: Recurring[] = [
	{ name: "readiness.fold", everyMs: 15_000 },
	{ name: MAIL_JOB, everyMs: 15_000 },
	{ name: PERSON_ACTS_JOB, everyMs: 300_000 },
	{ name: DUPLICATES_JOB, everyMs: 60_000 },
	{ name: "exam.close-expired", everyMs: 60_000 },
	{ name: "placement.exposure", everyMs: 60_000 },
	{ name: "placement.recalibration", everyMs: 7 * 86_400_000 },
	{ name: "exam.item-statistics", everyMs: 900_000 },
	{ name: "learning.assignments-follow", everyMs: 5_000 },
	{ name: "learning.remind", everyMs: 900_000 },
	{ name: "certification.tell-ending", everyMs: 3_600_000 },
	{ name: "learning.assignments-recheck", everyMs: 86_400_000 },
	{ name: "housekeeping.forget", everyMs: 3_600_000 },
];
