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

/** A role that someone holds; agencyId null: for the whole nation. */
export type Grant = { role: Role; agencyId: string | null };

/** Everything that a guard can ask for. The one vocabulary of server and interface. */
export type Permission =
	| "course.learn"
	| "studio.open"
	| "course.write"
	| "draft.review"
	| "version.withdraw"
	| "people.read"
	| "people.manage"
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
	| "mail.manage"
	| "role.grant"
	| "placement.calibrate";

const granted: Record<Role, readonly Permission[]> = {
	learner: ["course.learn"],
	"training-admin": ["studio.open", "course.write"],
	reviewer: ["studio.open", "draft.review", "version.withdraw", "exam.supervise", "exam.mark"],
	"agency-admin": [
		"people.read",
		"people.manage",
		"agency.manage",
		"nip.reveal",
		"certificate.revoke",
		"assignment.manage",
		"exam.supervise",
		"readiness.agency",
	],
	"unit-head": ["readiness.agency"],
	analyst: ["readiness.nation"],
	auditor: ["audit.read"],
	"system-admin": ["agency.manage", "system.read", "mail.manage", "role.grant", "placement.calibrate"],
};

type Holder = { grants: readonly Grant[] };

/**
 * Whether one of the grants allows it, for this agency when one is given. A national grant (agencyId null)
 * reaches every agency.
 */
export function can(holder: Holder, permission: Permission, agencyId?: string): boolean {
	if (permission === "course.learn") return true;
	return holder.grants.some(
		(grant) =>
			granted[grant.role].includes(permission) &&
			(agencyId === undefined || grant.agencyId === null || grant.agencyId === agencyId),
	);
}

/** The agencies that the permission reaches for this holder; null when it is not held at all. */
export function scopeFor(holder: Holder, permission: Permission): AgencyScope | null {
	const held = holder.grants.filter((grant) => granted[grant.role].includes(permission));
	if (held.some((grant) => grant.agencyId === null)) return { kind: "nation" };
	const agencyId = held[0]?.agencyId;
	return agencyId ? { kind: "agency", agencyId } : null;
}
