import { can, type Grant } from "./permissions.ts";

type Person = { grants: readonly Grant[]; agency: { code: string } | null };

/** Where a person begins after signing in, by their widest role. */
export function firstPage(person: Person): string {
	if (can(person, "system.read")) return "/sistem";
	if (can(person, "audit.read")) return "/audit";
	if (can(person, "readiness.nation")) return "/kesiapan";
	if (can(person, "readiness.agency") && person.agency) return `/kesiapan/${person.agency.code}`;
	if (can(person, "studio.open")) return "/studio";
	return "/beranda";
}
