import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";

/** The person's enrolments whose exam was handed in and waits for its free text to be marked. */
export async function enrolmentsWaitingForMarks(personId: string): Promise<Set<string>> {
	const waiting = and(eq(attempts.state, "submitted"), isNull(attempts.passed));
	const rows = await db
		.select({ id: attempts.enrolmentId })
		.from(attempts)
		.where(and(eq(attempts.personId, personId), waiting));
	return new Set(rows.map(({ id }) => id));
}
