import { allows, can, type Grant, holds, type Role } from "./permissions.ts";

/** From when (inclusive) till when (exclusive) something counts, UTC ms; till null: until it is revoked. */
export type Span = { from: number; till: number | null };
/** A grant as its holder has it. */
export type Held = Grant & Span & { id: string; isLent: boolean };
/** What somebody wants to give. */
export type Wish = { role: Role; agencyId: string | null; unitId: string | null } & Span;
/** Each unit with those above it, itself first. */
export type UnitsAbove = ReadonlyMap<string, readonly string[]>;

/** Roles that can be held for a part of an agency. */
export const ofUnits: readonly Role[] = ["agency-admin", "unit-head"];
/** The longest that a role can be lent. */
export const LOAN_MS = 92 * 86_400_000;

const isSpan = ({ from, till }: Span): boolean => till === null || till > from;
const spans = (outer: Span, inner: Span): boolean =>
	isSpan(inner) &&
	outer.from <= inner.from &&
	(outer.till === null || (inner.till !== null && inner.till <= outer.till));

/** Whether the wish reaches no further than the grant: in agency, units and time. */
export function reaches(grant: Grant & Span, wish: Wish, above: UnitsAbove): boolean {
	const isAgency = grant.agencyId === null || grant.agencyId === wish.agencyId;
	const isUnit =
		typeof grant.unitId !== "string" ||
		(wish.unitId !== null && (above.get(wish.unitId) ?? []).includes(grant.unitId));
	return isAgency && isUnit && spans(grant, wish);
}

/**
 * Whether somebody may give the role: nobody gives more than they have. One grant of theirs must hold all that the role
 * allows, reach as far and as long, and let them give; a lent one does not. A system-admin, whose role is to give roles,
 * gives any.
 */
export function mayGive(held: readonly Held[], wish: Wish, above: UnitsAbove): boolean {
	if (!isSpan(wish) || (wish.unitId !== null && !ofUnits.includes(wish.role))) return false;
	const own = held.filter(({ isLent }) => !isLent);
	if (can({ grants: own }, "role.grant")) return true;
	return own.some((grant) => {
		const isPart = typeof grant.unitId === "string";
		return (
			holds(grant.role, "role.give", isPart) &&
			allows({ role: grant.role, isPart }, { role: wish.role, isPart: wish.unitId !== null }) &&
			reaches(grant, wish, above)
		);
	});
}

/** Whether the holder may lend the grant for that time: only their own, for three months at most, and never beyond it. */
export function mayLend(grant: Held, span: Span): boolean {
	if (grant.isLent || span.till === null || span.till - span.from > LOAN_MS) return false;
	return spans(grant, span);
}
