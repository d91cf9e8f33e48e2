import { v7 as uuid } from "uuid";
import { auditLog } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** Who acts: null id for the command line and for jobs. */
export type Actor = { id: string | null; name: string };

export type AuditEntry = {
	actor: Actor;
	/** `object.verb`, e.g. "nip.reveal", "version.publish", "role.grant", "session.end". */
	action: string;
	subjectKind: string;
	subjectId: string;
	agencyId?: string | null;
	/** Never a NIP, a password or a token. */
	detail?: Record<string, string | number | boolean | null>;
	at: number;
};

/** Writes an administrative act, or a look at personal data, in the transaction of the act itself. */
export function* recordAudit(tx: Tx, entry: AuditEntry): Body<void> {
	const { actor, detail, agencyId, ...rest } = entry;
	yield* run(
		tx.insert(auditLog).values({
			...rest,
			id: uuid(),
			actorId: actor.id,
			actorName: actor.name,
			agencyId: agencyId ?? null,
			detail: detail ?? {},
		}),
	);
}
