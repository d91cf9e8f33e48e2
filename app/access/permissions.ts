import type { AgencyScope } from "../agencies/scope.ts";

/** Mirrors `roles` of db/schema/access.ts, which the browser must not import. */
export type Role =
	| "learner"
	| "training-admin"
	| "reviewer"
	| "agency-admin"
	| "unit-head"
	| "analyst"
	| "auditor"
	| "system-admin";

/** A role that someone holds; agencyId null: for the whole nation; unitId: for that unit and all below it only. */
export type Grant = { role: Role; agencyId: string | null; unitId?: string | null };

/** Everything that a guard can ask for. The one vocabulary of server and interface. */
export type Permission =
	| "course.learn"
	| "studio.open"
	| "course.write"
	| "draft.review"
	| "version.withdraw"
	| "people.read"
	| "people.manage"
	/** Of two records that are one person's. */
	| "people.merge"
	| "agency.manage"
	| "nip.reveal"
	| "certificate.revoke"
	| "assignment.manage"
	| "exam.supervise"
	| "exam.mark"
	| "readiness.nation"
	| "readiness.agency"
	| "audit.read"
	| "system.read"
	| "calendar.manage"
	| "mail.manage"
	| "role.grant"
	| "role.give"
	| "placement.calibrate";

const granted: Record<Role, readonly Permission[]> = {
	learner: ["course.learn"],
	"training-admin": ["studio.open", "course.write"],
	reviewer: ["studio.open", "draft.review", "version.withdraw", "exam.supervise", "exam.mark"],
	"agency-admin": [
		"people.read",
		"people.manage",
		"people.merge",
		"agency.manage",
		"nip.reveal",
		"certificate.revoke",
		"assignment.manage",
		"exam.supervise",
		"readiness.agency",
		"role.give",
	],
	"unit-head": ["readiness.agency", "people.read"],
	analyst: ["readiness.nation"],
	auditor: ["audit.read"],
	"system-admin": [
		"people.read",
		"people.merge",
		"agency.manage",
		"system.read",
		"calendar.manage",
		"mail.manage",
		"role.grant",
		"placement.calibrate",
	],
};

/** What can be done in a part of an agency: whoever reads by one of these keeps to the scope's units. The rest needs all of it. */
const inPart: ReadonlySet<Permission> = new Set([
	"people.read",
	"people.manage",
	"nip.reveal",
	"readiness.agency",
	"assignment.manage",
	"role.give",
]);

type Holder = { grants: readonly Grant[] };

/** Whether a grant of the role holds the permission, when it reaches only a part of an agency or all of it. */
export const holds = (role: Role, permission: Permission, isPart: boolean): boolean =>
	granted[role].includes(permission) && (!isPart || inPart.has(permission));

type Reach = { role: Role; isPart: boolean };

/** Whether everything that the other role allows, in a part of an agency or all of it, is allowed by the first where it is held. */
export const allows = (held: Reach, other: Reach): boolean =>
	granted[other.role]
		.filter((permission) => holds(other.role, permission, other.isPart))
		.every((permission) => holds(held.role, permission, held.isPart));

const isPart = ({ unitId }: Grant): boolean => typeof unitId === "string";

/**
 * Whether one of the grants allows it, for this agency when one is given. A national grant (agencyId null)
 * reaches every agency.
 */
export function can(holder: Holder, permission: Permission, agencyId?: string): boolean {
	if (permission === "course.learn") return true;
	return holder.grants.some(
		(grant) =>
			holds(grant.role, permission, isPart(grant)) &&
			(agencyId === undefined || grant.agencyId === null || grant.agencyId === agencyId),
	);
}

/** The agencies in which roles are held, in their order. */
export const agenciesOf = ({ grants }: Holder): string[] => [
	...new Set(grants.flatMap(({ agencyId }) => agencyId ?? [])),
];

/** The grants with those of the agency that is acted for first, else in the order in which they were granted. */
export function actingFor<T extends Grant & { grantedAt: number }>(
	grants: readonly T[],
	agencyId: string | null,
): T[] {
	const rank = (grant: T) => (grant.agencyId === agencyId ? 0 : 1);
	return [...grants].sort((a, b) => rank(a) - rank(b) || a.grantedAt - b.grantedAt);
}

/**
 * The agencies that the permission reaches for this holder, or the units of one; null when it is not held at all. Of
 * several agencies that of the first grant counts: `actingFor` puts the one first that is acted for.
 */
export function scopeFor(holder: Holder, permission: Permission): AgencyScope | null {
	const held = holder.grants.filter((grant) => holds(grant.role, permission, isPart(grant)));
	if (held.some((grant) => grant.agencyId === null)) return { kind: "nation" };
	const agencyId = held[0]?.agencyId;
	if (!agencyId) return null;
	const units = held.filter((grant) => grant.agencyId === agencyId).map(({ unitId }) => unitId ?? null);
	if (units.includes(null)) return { kind: "agency", agencyId };
	return { kind: "unit", agencyId, unitIds: units.filter((unitId) => unitId !== null) };
}
