import { and, isNull, or, type SQL, sql } from "drizzle-orm";
import { type identifiers, memberships, rosterImports } from "#db/schema/index.ts";

type RunColumn = typeof memberships.beginRunId | typeof memberships.endRunId | typeof identifiers.beginRunId;

/** Whether the roster import that the column names is in force. */
export function inForce(runId: RunColumn): SQL {
	const { id, state } = rosterImports;
	const states = sql`${state} in ('settling', 'applied', 'undoing')`;
	return sql`exists (select 1 from ${rosterImports} where ${id} = ${runId} and ${states})`;
}

/** A row that no import still has to bring, or one whose import is in force. */
export const hasBegun = (beginRunId: RunColumn): SQL | undefined =>
	or(isNull(beginRunId), inForce(beginRunId));

/**
 * Posts that people hold now. A roster import writes the posts that it begins and marks those that it ends beforehand, so
 * that all of them turn at the one moment at which its state does; afterwards the marks are taken away.
 */
export function isPresent(): SQL | undefined {
	const { validTo, beginRunId, endRunId } = memberships;
	return and(isNull(validTo), hasBegun(beginRunId), or(isNull(endRunId), sql`not ${inForce(endRunId)}`));
}
