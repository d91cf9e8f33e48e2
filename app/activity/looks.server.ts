import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "./audit.server.ts";

const HOUR = 3_600_000;

/** Notes that somebody opened a person's page; once an hour for each of them. */
export function* recordLook(
	tx: Tx,
	{
		personId,
		agencyId,
		actor,
		now,
	}: { personId: string; agencyId: string | null; actor: Actor; now: number },
): Body<void> {
	const { subjectKind, subjectId, at } = auditLog;
	const own = and(eq(subjectKind, "person"), eq(subjectId, personId), gt(at, now - HOUR));
	const by = and(eq(auditLog.action, "person.look"), eq(auditLog.actorId, actor.id ?? ""));
	const recent = yield* run(tx.select({ id: auditLog.id }).from(auditLog).where(and(own, by)).limit(1));
	if (recent.length > 0) return;
	const subject = { subjectKind: "person", subjectId: personId, agencyId };
	yield* recordAudit(tx, { actor, action: "person.look", ...subject, at: now });
}

/** The latest looks at records of a person and acts on them, newest first. */
export async function looksAt(personIds: readonly string[], limit: number) {
	const { id, at, actorName, action } = auditLog;
	return db
		.select({ id, at, actorName, action })
		.from(auditLog)
		.where(and(eq(auditLog.subjectKind, "person"), inArray(auditLog.subjectId, [...personIds])))
		.orderBy(desc(at), desc(id))
		.limit(limit);
}
