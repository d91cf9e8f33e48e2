import { and, desc, eq, gte, like, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";

/** Whose acts: of the nation, or of one agency. */
type AuditScope = { kind: "nation" } | { kind: "agency" | "unit"; agencyId: string };

export type AuditRow = typeof auditLog.$inferSelect;
export type AuditFilter = {
	scope: AuditScope;
	/** Beginning of an action, e.g. "role." */
	action: string;
	/** Part of the actor's name, in either case. */
	actor: string;
	/** UTC milliseconds, from (inclusive) and till (exclusive). */
	from: number | null;
	till: number | null;
};
/** Where a page ended: the next begins below it. */
export type AuditCursor = { at: number; id: string };

/** The latest administrative acts first. Pages follow a cursor: later pages cost no more than the first. */
export async function auditRows(
	filter: AuditFilter,
	after: AuditCursor | null,
	limit: number,
): Promise<AuditRow[]> {
	const below =
		after && or(lt(auditLog.at, after.at), and(eq(auditLog.at, after.at), lt(auditLog.id, after.id)));
	return db
		.select()
		.from(auditLog)
		.where(and(below ?? undefined, ...conditions(filter)))
		.orderBy(desc(auditLog.at), desc(auditLog.id))
		.limit(limit);
}

function conditions({ scope, action, actor, from, till }: AuditFilter): (SQL | undefined)[] {
	return [
		scope.kind === "nation" ? undefined : eq(auditLog.agencyId, scope.agencyId),
		action ? like(auditLog.action, `${escaped(action)}%`) : undefined,
		actor ? like(sql`lower(${auditLog.actorName})`, `%${escaped(actor.toLowerCase())}%`) : undefined,
		from === null ? undefined : gte(auditLog.at, from),
		till === null ? undefined : lt(auditLog.at, till),
	];
}

// Not part of what LIKE may be asked here: a sign of its own would find everything.
const escaped = (text: string) => text.replace(/[%_\\]/g, "");
