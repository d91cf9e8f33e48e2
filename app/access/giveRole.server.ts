import { and, eq, isNull } from "drizzle-orm";
import { memberships, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Actor } from "../activity/audit.server.ts";
import { isPresent } from "../people/present.server.ts";
import { roleInForce } from "../people/roleInForce.server.ts";
import { type Held, mayGive, mayLend, type Span, type UnitsAbove, type Wish } from "./giving.ts";
import { grantRole, revokeGrant } from "./roles.server.ts";

type Giver = Actor & { id: string };
type Act = { giver: Giver; above: UnitsAbove; reason: string; now: number };
/** Why a role was not given, lent or taken. */
export type Refusal = "tooMuch" | "self" | "notHere" | "held" | "gone";

/** The grants of a person that count at `now`. */
export function* grantsOf(tx: Tx, personId: string, now: number): Body<Held[]> {
	const rows = yield* run(
		tx
			.select()
			.from(roleGrants)
			.where(and(eq(roleGrants.personId, personId), roleInForce(now))),
	);
	return rows.map(asHeld);
}

const asHeld = (row: typeof roleGrants.$inferSelect): Held => ({
	id: row.id,
	role: row.role,
	agencyId: row.agencyId,
	unitId: row.unitId,
	from: row.validFrom ?? row.grantedAt,
	till: row.validTo,
	isLent: row.lentFromId !== null,
});

/**
 * Gives a role of an agency or a unit of it to somebody who works there, as far as the giver has it; audited. `above` has
 * the units above the wished one. @returns null when it was given
 */
export function* giveRole(tx: Tx, personId: string, wish: Wish, act: Act): Body<Refusal | null> {
	const { giver, above, reason, now } = act;
	if (personId === giver.id) return "self";
	if (!mayGive(yield* grantsOf(tx, giver.id, now), wish, above)) return "tooMuch";
	if (wish.agencyId !== null && !(yield* worksIn(tx, personId, wish.agencyId))) return "notHere";
	const { from, till, ...role } = wish;
	const given = yield* grantRole(tx, {
		...role,
		personId,
		validFrom: from,
		validTo: till,
		actor: giver,
		reason,
		now,
	});
	return given ? null : "held";
}

/** Takes a grant that the actor could give; not one of their own. @returns null when it was taken */
export function* takeRole(tx: Tx, grantId: string, act: Act): Body<Refusal | null> {
	const { giver, above, reason, now } = act;
	const [row] = yield* run(
		tx
			.select()
			.from(roleGrants)
			.where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt))),
	);
	if (!row) return "gone";
	if (row.personId === giver.id) return "self";
	// How long it was to count is no matter where it ends now.
	const wish = { role: row.role, agencyId: row.agencyId, unitId: row.unitId, from: now, till: now + 1 };
	if (!mayGive(yield* grantsOf(tx, giver.id, now), wish, above)) return "gone";
	return (yield* revokeGrant(tx, { grantId, actor: giver, reason, now })) ? null : "gone";
}

type Loan = {
	giver: Giver & { agencyId: string | null };
	grantId: string;
	span: Span;
	reason: string;
	now: number;
};

/** Lends an own grant for a time to somebody who works in the same agency; audited. @returns null when it was lent */
export function* lendRole(
	tx: Tx,
	personId: string,
	{ giver, grantId, span, reason, now }: Loan,
): Body<Refusal | null> {
	if (personId === giver.id) return "self";
	const held = yield* grantsOf(tx, giver.id, now);
	const grant = held.find(({ id }) => id === grantId);
	if (!grant) return "gone";
	if (!mayLend(grant, span)) return "tooMuch";
	const agencyId = grant.agencyId ?? giver.agencyId;
	if (agencyId === null || !(yield* worksIn(tx, personId, agencyId))) return "notHere";
	const { role, unitId } = grant;
	const same = { personId, role, agencyId: grant.agencyId, unitId, lentFromId: grant.id };
	const lent = yield* grantRole(tx, {
		...same,
		validFrom: span.from,
		validTo: span.till,
		actor: giver,
		reason,
		now,
	});
	return lent ? null : "held";
}

/** Ends a loan of an own grant before its time. @returns null when it was ended */
export function* endLoan(
	tx: Tx,
	loanId: string,
	{ giver, reason, now }: Omit<Act, "above">,
): Body<Refusal | null> {
	const [loan] = yield* run(
		tx
			.select()
			.from(roleGrants)
			.where(and(eq(roleGrants.id, loanId), isNull(roleGrants.revokedAt))),
	);
	const [own] = loan?.lentFromId
		? yield* run(tx.select().from(roleGrants).where(eq(roleGrants.id, loan.lentFromId)))
		: [];
	if (own?.personId !== giver.id) return "gone";
	return (yield* revokeGrant(tx, { grantId: loanId, actor: giver, reason, now })) ? null : "gone";
}

function* worksIn(tx: Tx, personId: string, agencyId: string): Body<boolean> {
	const post = and(eq(memberships.personId, personId), eq(memberships.agencyId, agencyId), isPresent());
	return (yield* run(tx.select({ id: memberships.id }).from(memberships).where(post))).length > 0;
}
