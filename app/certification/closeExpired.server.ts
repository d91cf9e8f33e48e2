import { and, asc, eq, lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { GRACE_MS } from "../assessment/answerLog.ts";
import { finishExam } from "./finishExam.server.ts";

const AT_ONCE = 200;

/**
 * Submits, with what was given in time, the attempts that nobody handed in, once the window for answers that are still
 * on a device is over too: a person who passed has the certificate without coming back. Each in a transaction of its
 * own, the longest waiting first.
 * @returns how many were closed, at most 200
 */
export async function closeExpiredAttempts(
	competenceName: (code: string) => string,
	now: number,
): Promise<number> {
	const expired = await db
		.select({ attemptId: attempts.id, personId: attempts.personId })
		.from(attempts)
		.where(isOver(now))
		.orderBy(asc(attempts.deadlineAt))
		.limit(AT_ONCE);
	for (const { attemptId, personId } of expired)
		await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));
	return expired.length;
}

/** By its deadline alone the index finds what may be over; the window then decides. */
function isOver(now: number) {
	const ended = sql<number>`${attempts.deadlineAt} + ${attempts.lateWindowMs}`;
	return and(eq(attempts.state, "open"), lt(attempts.deadlineAt, now - GRACE_MS), lt(ended, now - GRACE_MS));
}
