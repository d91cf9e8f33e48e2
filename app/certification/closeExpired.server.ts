import { and, asc, eq, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { GRACE_MS } from "../assessment/rules.ts";
import { finishExam } from "./finishExam.server.ts";

const AT_ONCE = 200;

/**
 * Submits, with what was saved in time, the attempts whose time is over and that nobody handed in: a person who passed
 * has the certificate without coming back. Each in a transaction of its own, the longest waiting first.
 * @returns how many were closed, at most 200
 */
export async function closeExpiredAttempts(
	competenceName: (code: string) => string,
	now: number,
): Promise<number> {
	const expired = await db
		.select({ attemptId: attempts.id, personId: attempts.personId })
		.from(attempts)
		.where(and(eq(attempts.state, "open"), lt(attempts.deadlineAt, now - GRACE_MS)))
		.orderBy(asc(attempts.deadlineAt))
		.limit(AT_ONCE);
	for (const { attemptId, personId } of expired)
		await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));
	return expired.length;
}
