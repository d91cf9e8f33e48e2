import { and, eq, gte, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, badges, certificates } from "#db/schema/index.ts";
import { issuerAddress, statusAddress } from "./addresses.ts";
import { CREDENTIALS } from "./contexts.ts";
import { instant } from "./instant.ts";
import { signingFor } from "./issuer.server.ts";
import { withProof } from "./proof.server.ts";
import { encodedList, LIST_LENGTH } from "./statusList.ts";

type List = { agencyCode: string; list: number; origin: string; now: number };

/** Which credentials of an issuer's n-th list (from 1) are revoked now, signed; null when there is no such list. */
export async function statusListCredential({ agencyCode, list, origin, now }: List) {
	const first = (list - 1) * LIST_LENGTH;
	const { issuerId, statusIndex } = badges;
	const within = and(gte(statusIndex, first), lt(statusIndex, first + LIST_LENGTH));
	const own = and(eq(agencies.code, agencyCode), within);
	const [some] = await db
		.select({ issuerId })
		.from(badges)
		.innerJoin(agencies, eq(agencies.id, issuerId))
		.where(own)
		.limit(1);
	if (!some) return null;
	const rows = await db
		.select({ index: statusIndex })
		.from(badges)
		.innerJoin(certificates, eq(certificates.id, badges.certificateId))
		.where(and(eq(issuerId, some.issuerId), within, isNotNull(certificates.revokedAt)));
	const issuer = issuerAddress(origin, agencyCode);
	const id = statusAddress(issuer, list);
	const credential = {
		"@context": [CREDENTIALS],
		id,
		type: ["VerifiableCredential", "BitstringStatusListCredential"],
		issuer,
		validFrom: instant(now),
		credentialSubject: {
			id: `${id}#list`,
			type: "BitstringStatusList",
			statusPurpose: "revocation",
			encodedList: encodedList(rows.map(({ index }) => index - first)),
		},
	};
	return withProof(credential, signingFor(issuer, now));
}

type Signed = Awaited<ReturnType<typeof statusListCredential>>;

/** So long the same signed list is given out: signing it for each who asks would let anyone keep the server busy. */
export const FRESH_MS = 30_000;
const MOST_KEPT = 500;
const kept = new Map<string, { at: number; list: Promise<Signed> }>();

/** The same, signed anew at most every half minute. */
export function freshStatusList(asked: List): Promise<Signed> {
	const key = `${asked.origin} ${asked.agencyCode} ${asked.list}`;
	const known = kept.get(key);
	if (known && asked.now - known.at < FRESH_MS && asked.now >= known.at) return known.list;
	const list = statusListCredential(asked);
	if (kept.size >= MOST_KEPT) kept.clear();
	kept.set(key, { at: asked.now, list });
	// What failed is asked for anew by the next.
	list.catch(() => kept.delete(key));
	return list;
}
