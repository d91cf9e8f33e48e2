import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
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
export function issuedCertificates(
	filter: CertificateFilter,
	after: CertificateCursor | null,
	limit: number,
): PromiseLike<Certificate[]> {
	const { id, issuedAt } = certificates;
	const further =
		after === null
			? undefined
			: or(lt(issuedAt, after.issuedAt), and(eq(issuedAt, after.issuedAt), lt(id, after.id)));
	return db
		.select()
		.from(certificates)
		.where(and(matching(filter), further))
		.orderBy(desc(issuedAt), desc(id))
		.limit(limit);
}

/** The ids of all that match, the earliest first, at most `limit`. */
export async function matchingIds(filter: CertificateFilter, limit: number): Promise<string[]> {
	const { id, issuedAt } = certificates;
	const rows = await db
		.select({ id })
		.from(certificates)
		.where(matching(filter))
		.orderBy(asc(issuedAt), asc(id))
		.limit(limit);
	return rows.map((row) => row.id);
}

function matching({ issuerId, search, courseId, from, before, state }: CertificateFilter): SQL | undefined {
	const { issuedAt, revokedAt, replacedById } = certificates;
	const states = {
		"": undefined,
		valid: isNull(revokedAt),
		revoked: and(isNotNull(revokedAt), isNull(replacedById)),
		replaced: isNotNull(replacedById),
	};
	return and(
		eq(certificates.issuerId, issuerId),
		search === "" ? undefined : named(search),
		courseId === "" ? undefined : eq(certificates.courseId, courseId),
		from === null ? undefined : gte(issuedAt, from),
		before === null ? undefined : lt(issuedAt, before),
		states[state],
	);
}

function named(search: string): SQL | undefined {
	const { personId, value, kind } = identifiers;
	const code = asCode(search);
	const holders = db
		.select({ personId })
		.from(identifiers)
		.where(and(eq(value, search.replace(/\s/g, "")), inArray(kind, [...numberKinds])));
	return or(
		eq(certificates.number, search),
		code ? eq(certificates.code, code) : undefined,
		inArray(certificates.personId, holders),
	);
}

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
		const codes = some.flatMap((one) => asCode(one) ?? []);
		const rows = await db
			.select({ id, number, code })
			.from(certificates)
			.where(and(eq(certificates.issuerId, issuerId), or(among(number, some), among(code, codes))));
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
	const own = and(eq(certificates.issuerId, issuerId), among(certificates.id, ids));
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
