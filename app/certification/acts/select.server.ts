import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { certificates, identifiers, numberKinds } from "#db/schema/index.ts";
import { asCode } from "../code.ts";
import type { Certificate } from "../find.server.ts";

/** Which of an issuer's certificates are meant. Days are UTC milliseconds, from and before. */
export type CertificateFilter = {
	issuerId: string;
	/** A number, a code, or a holder's whole NIP; "" for all. */
	search: string;
	courseId: string;
	from: number | null;
	before: number | null;
	state: "" | "valid" | "revoked" | "replaced";
};

export type CertificateCursor = { issuedAt: number; id: string };

/** A page of the issuer's certificates, the latest first. */
export async function issuedCertificates(
	filter: CertificateFilter,
	after: CertificateCursor | null,
	limit: number,
): Promise<Certificate[]> {
	const { id, issuedAt } = certificates;
	const further =
		after === null
			? undefined
			: or(lt(issuedAt, after.issuedAt), and(eq(issuedAt, after.issuedAt), lt(id, after.id)));
	return db
		.select()
		.from(certificates)
		.where(and(await matching(filter), further))
		.orderBy(desc(issuedAt), desc(id))
		.limit(limit);
}

/** The ids of all that match, the earliest first, at most `limit`. */
export async function matchingIds(filter: CertificateFilter, limit: number): Promise<string[]> {
	const { id, issuedAt } = certificates;
	const rows = await db
		.select({ id })
		.from(certificates)
		.where(await matching(filter))
		.orderBy(asc(issuedAt), asc(id))
		.limit(limit);
	return rows.map((row) => row.id);
}

async function matching(filter: CertificateFilter): Promise<SQL | undefined> {
	const { issuerId, search, courseId, from, before, state } = filter;
	const { issuedAt, revokedAt, replacedById } = certificates;
	const isRevoked = isNotNull(revokedAt);
	const states = {
		"": undefined,
		valid: isNull(revokedAt),
		revoked: and(isRevoked, isNull(replacedById)),
		// What was replaced is revoked too: said so, the index of the few is used.
		replaced: and(isRevoked, isNotNull(replacedById)),
	};
	return and(
		search === ""
			? eq(certificates.issuerId, issuerId)
			: among(certificates.id, await foundBy(search, issuerId)),
		courseId === "" ? undefined : eq(certificates.courseId, courseId),
		from === null ? undefined : gte(issuedAt, from),
		before === null ? undefined : lt(issuedAt, before),
		states[state],
	);
}

/** The ids of the issuer's certificates of a number, a code or a holder's NIP, each looked up by its own index. */
async function foundBy(search: string, issuer: string): Promise<string[]> {
	const { personId, value, kind } = identifiers;
	const { id, number, code } = certificates;
	const own = isIssuedBy(issuer);
	const typed = search.replace(/\s/g, "");
	const named = (name: SQL) => db.select({ id }).from(certificates).where(and(name, own));
	const found = await Promise.all([
		named(eq(number, search)),
		named(eq(code, asCode(search) ?? "")),
		db
			.select({ id })
			.from(identifiers)
			.innerJoin(certificates, eq(certificates.personId, personId))
			.where(and(eq(value, typed), inArray(kind, [...numberKinds]), own)),
	]);
	return found.flat().map((row) => row.id);
}

/**
 * The issuer of what is looked up by other names. As an expression, since SQLite takes the index of the issuer before a
 * list of names, and would read all that it issued.
 */
export const isIssuedBy = (issuer: string): SQL => sql`${certificates.issuerId} || '' = ${issuer}`;

const AT_ONCE = 500;

/** The issuer's certificates of some numbers or codes, in their order, each once, and which of those are none. */
export async function namedCertificates(
	issuerId: string,
	given: readonly string[],
): Promise<{ ids: string[]; unknown: string[] }> {
	const found = new Map<string, string>();
	for (let at = 0; at < given.length; at += AT_ONCE) {
		const some = given.slice(at, at + AT_ONCE);
		const { id, number, code } = certificates;
		const own = isIssuedBy(issuerId);
		const by = (name: SQL) => db.select({ id, number, code }).from(certificates).where(and(name, own));
		const codes = some.flatMap((one) => asCode(one) ?? []);
		const rows = (await Promise.all([by(among(number, some)), by(among(code, codes))])).flat();
		for (const row of rows) for (const name of [row.number, row.code]) found.set(name, row.id);
	}
	const idOf = (name: string) => found.get(name) ?? found.get(asCode(name) ?? "");
	return {
		ids: [...new Set(given.flatMap((name) => idOf(name) ?? []))],
		unknown: given.filter((name) => idOf(name) === undefined),
	};
}

/** Of some ids those that are the issuer's, in their order. */
export async function ownCertificates(issuerId: string, ids: readonly string[]): Promise<string[]> {
	const own = and(isIssuedBy(issuerId), among(certificates.id, ids));
	const rows = await db.select({ id: certificates.id }).from(certificates).where(own);
	const found = new Set(rows.map(({ id }) => id));
	return [...new Set(ids)].filter((id) => found.has(id));
}

/** A page's worth of certificates by their ids. */
export async function certificatesByIds(ids: readonly string[]): Promise<Map<string, Certificate>> {
	if (ids.length === 0) return new Map();
	const rows = await db.select().from(certificates).where(among(certificates.id, ids));
	return new Map(rows.map((one) => [one.id, one]));
}
