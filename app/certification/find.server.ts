import { and, desc, eq, isNull, or, type SQL } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { certificates } from "#db/schema/index.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { inUnits } from "../agencies/unitsWithin.server.ts";
import { asCode } from "./code.ts";

export type Certificate = typeof certificates.$inferSelect;

/** The certificate if it is this person's, or lies in the scope (of its holder's or its issuer's agency); else null. */
export async function findCertificate(
	id: string,
	personId: string,
	scope: AgencyScope | null,
): Promise<Certificate | null> {
	const mine = eq(certificates.personId, personId);
	const reach = scope ? or(mine, within(scope)) : mine;
	const [found] = await db
		.select()
		.from(certificates)
		.where(and(eq(certificates.id, id), reach));
	return found ?? null;
}

/** Persons open to admins of an agency only: the nation's scope opens no certificate. */
function within(scope: AgencyScope): SQL | undefined {
	if (scope.kind === "nation") return undefined;
	const agency = or(eq(certificates.agencyId, scope.agencyId), eq(certificates.issuerId, scope.agencyId));
	return scope.kind === "unit" ? and(agency, inUnits(certificates.unitId, scope)) : agency;
}

/** A certificate with the number of the one that was issued in its stead; null: none was. */
export type KnownCertificate = Certificate & { replacedByNumber: string | null };

/** The certificate of a code as typed or scanned; null when there is none, or when it cannot be a code. */
export async function verifyCode(typed: string): Promise<KnownCertificate | null> {
	const code = asCode(typed);
	if (!code) return null;
	const [found] = await db.select().from(certificates).where(eq(certificates.code, code));
	return found ? withReplacement(found) : null;
}

/** The certificate as whoever checks it is told of it. */
export async function withReplacement(certificate: Certificate): Promise<KnownCertificate> {
	const { replacedById } = certificate;
	const next = replacedById === null ? null : await numberOf(replacedById);
	return { ...certificate, replacedByNumber: next };
}

/** The number of a certificate; null when there is none of that id. */
export async function numberOf(id: string): Promise<string | null> {
	return (await numbersOf([id])).get(id) ?? null;
}

/** The numbers of some certificates, by id. */
export async function numbersOf(ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const { id, number } = certificates;
	const rows = await db.select({ id, number }).from(certificates).where(among(id, ids));
	return new Map(rows.map((row) => [row.id, row.number]));
}

/** A person's certificates, the latest first. */
export async function certificatesOf(personId: string): Promise<Certificate[]> {
	return db
		.select()
		.from(certificates)
		.where(eq(certificates.personId, personId))
		.orderBy(desc(certificates.issuedAt));
}

/** The certificate that an enrolment ended in; null while it has none. */
export async function certificateOfEnrolment(enrolmentId: string): Promise<Certificate | null> {
	const standing = and(eq(certificates.enrolmentId, enrolmentId), isNull(certificates.replacedById));
	const own = db.select().from(certificates).where(standing);
	// One that fell with the repair of an item is told of only while no other was earned.
	const all = await own.orderBy(desc(certificates.issuedAt));
	const found = all.find(({ revokedByRepairId }) => revokedByRepairId === null) ?? all[0];
	return found ?? null;
}
