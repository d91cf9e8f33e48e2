import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { agencies, assignmentMembers, people } from "#db/schema/index.ts";
import { sessionZones } from "../../assessment/sessionWindow.ts";
import { dayIn } from "../../i18n/format.ts";

/**
 * Today on the clocks of each person: their own zone, else the agency's, else WIB. The query joins people and agencies.
 */
export function todayOfPerson(now: number): SQL<string> {
	const zone = sql`coalesce(${people.timeZone}, ${agencies.timeZone})`;
	const cases = sessionZones.map((name) => sql`when ${name} then ${dayIn(now, name)}`);
	return sql`case ${zone} ${sql.join(cases, sql` `)} else ${dayIn(now, "Asia/Jakarta")} end`;
}

/** Rows of people who have something to do: in, not exempt, not away, not done. */
export const isOwing: SQL | undefined = and(
	eq(assignmentMembers.state, "active"),
	isNull(assignmentMembers.exemptAt),
	isNull(assignmentMembers.awayFrom),
	ne(assignmentMembers.progress, "done"),
);

/** Those of them whose deadline, 23.59 of their own zone, is over. */
export const isLate = (now: number): SQL | undefined =>
	and(isOwing, sql`${assignmentMembers.dueDay} < ${todayOfPerson(now)}`);
