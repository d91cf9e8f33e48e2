import { and, eq, isNull } from "drizzle-orm";
import { roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { endMembership } from "../people/endMembership.server.ts";
import { revokeRole } from "./roles.server.ts";

type Leaving = { personId: string; agencyId: string; actor: Actor; now: number };

/**
 * Ends a person's post in the agency by an admin's act, and with it the roles that they held for it; audited.
 * @returns false when they hold no post; nothing is written then
 */
export function* endPost(tx: Tx, { personId, agencyId, actor, now }: Leaving): Body<boolean> {
	if (!(yield* endMembership(tx, { personId, now }))) return false;
	const subject = { subjectKind: "person", subjectId: personId };
	yield* recordAudit(tx, { ...subject, actor, action: "post.end", agencyId, at: now });
	const held = yield* run(
		tx
			.select({ role: roleGrants.role })
			.from(roleGrants)
			.where(
				and(
					eq(roleGrants.personId, personId),
					eq(roleGrants.agencyId, agencyId),
					isNull(roleGrants.revokedAt),
				),
			),
	);
	for (const { role } of held) yield* revokeRole(tx, { personId, role, agencyId, actor, now });
	return true;
}
