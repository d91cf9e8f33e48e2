import { and, eq, gt, isNull, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Role, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";

type RoleChange = { personId: string; role: Role; agencyId: string | null; actor: Actor; now: number };
export type NewRole = RoleChange & {
	/** The unit for which, with all below, the role is held; absent or null: the whole agency. */
	unitId?: string | null;
	/** UTC ms; absent: from now on, until it is revoked. */
	validFrom?: number;
	validTo?: number | null;
	/** The grant that its holder lends. */
	lentFromId?: string | null;
	reason?: string;
};

const ofAgency = (agencyId: string | null) =>
	agencyId === null ? isNull(roleGrants.agencyId) : eq(roleGrants.agencyId, agencyId);
const isSame = ({ personId, role, agencyId }: Omit<RoleChange, "actor" | "now">) =>
	and(
		eq(roleGrants.personId, personId),
		eq(roleGrants.role, role),
		ofAgency(agencyId),
		isNull(roleGrants.revokedAt),
	);

/**
 * Gives a person a role, of an agency, of a unit of it or (null) of the nation; audited. Nothing happens when they hold the
 * same, or are to.
 * @returns whether it is new
 */
export function* grantRole(tx: Tx, change: NewRole): Body<boolean> {
	const { personId, role, agencyId, actor, now, unitId = null, validTo = null, lentFromId = null } = change;
	const unit = unitId === null ? isNull(roleGrants.unitId) : eq(roleGrants.unitId, unitId);
	const loan = lentFromId === null ? isNull(roleGrants.lentFromId) : eq(roleGrants.lentFromId, lentFromId);
	const still = or(isNull(roleGrants.validTo), gt(roleGrants.validTo, now));
	const same = and(isSame({ personId, role, agencyId }), unit, loan, still);
	if ((yield* run(tx.select({ id: roleGrants.id }).from(roleGrants).where(same))).length > 0) return false;
	const validFrom = change.validFrom ?? null;
	const row = { id: uuid(), personId, role, agencyId, unitId, grantedAt: now, grantedBy: actor.id };
	yield* run(tx.insert(roleGrants).values({ ...row, validFrom, validTo, lentFromId }));
	const detail = { role, unitId, from: validFrom, till: validTo, reason: change.reason ?? null };
	yield* auditRole(tx, lentFromId === null ? "role.grant" : "role.lend", change, detail);
	return true;
}

type GrantEnd = { grantId: string; actor: Actor; reason: string; now: number };

/** Takes one grant away, and with it what was lent from it; audited. @returns false when it was not there */
export function* revokeGrant(tx: Tx, { grantId, actor, reason, now }: GrantEnd): Body<boolean> {
	const one = and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt));
	const [grant] = yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(one).returning());
	if (!grant) return false;
	const { personId, role, agencyId, unitId, lentFromId } = grant;
	const action = lentFromId === null ? "role.revoke" : "role.loan-end";
	yield* auditRole(tx, action, { personId, role, agencyId, actor, now }, { role, unitId, reason });
	return true;
}

type Detail = Record<string, string | number | null>;

function* auditRole(
	tx: Tx,
	action: string,
	{ personId, agencyId, actor, now }: RoleChange,
	detail: Detail,
): Body<void> {
	const known = Object.fromEntries(
		Object.entries(detail).filter(([, value]) => value !== null && value !== ""),
	);
	const subject = { subjectKind: "person", subjectId: personId };
	yield* recordAudit(tx, { ...subject, actor, action, agencyId, detail: known, at: now });
}
