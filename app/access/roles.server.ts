import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Role, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";

type RoleChange = { personId: string; role: Role; agencyId: string | null; actor: Actor; now: number };

const isSame = ({ personId, role, agencyId }: Omit<RoleChange, "actor" | "now">) =>
	and(
		eq(roleGrants.personId, personId),
		eq(roleGrants.role, role),
		agencyId === null ? isNull(roleGrants.agencyId) : eq(roleGrants.agencyId, agencyId),
		isNull(roleGrants.revokedAt),
	);

/** Gives a person a role, of an agency or (null) of the nation; audited. Nothing happens when they hold it. */
export function* grantRole(tx: Tx, { personId, role, agencyId, actor, now }: RoleChange): Body<void> {
	const held = yield* run(tx.select().from(roleGrants).where(isSame({ personId, role, agencyId })));
	if (held.length > 0) return;
	const row = { id: uuid(), personId, role, agencyId, grantedAt: now, grantedBy: actor.id };
	yield* run(tx.insert(roleGrants).values(row));
	yield* auditRole(tx, "role.grant", { personId, role, agencyId, actor, now });
}

/** Takes a role away; audited. @returns false when it was not held */
export function* revokeRole(tx: Tx, { personId, role, agencyId, actor, now }: RoleChange): Body<boolean> {
	const ended = yield* run(
		tx.update(roleGrants).set({ revokedAt: now }).where(isSame({ personId, role, agencyId })).returning(),
	);
	if (ended.length === 0) return false;
	yield* auditRole(tx, "role.revoke", { personId, role, agencyId, actor, now });
	return true;
}

function* auditRole(
	tx: Tx,
	action: string,
	{ personId, role, agencyId, actor, now }: RoleChange,
): Body<void> {
	const subject = { subjectKind: "person", subjectId: personId };
	yield* recordAudit(tx, { ...subject, actor, action, agencyId, detail: { role }, at: now });
}
