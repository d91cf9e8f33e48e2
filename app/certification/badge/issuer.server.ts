import { and, eq, gte, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, badges, certificates } from "#db/schema/index.ts";
import { installationKey, knownKeys } from "../../http/installationKey.server.ts";
import { issuerAddress, statusAddress } from "./addresses.ts";
import { CREDENTIALS, OPEN_BADGES } from "./contexts.ts";
import { instant } from "./instant.ts";
import { multikeyOf } from "./multikey.ts";
import { withProof } from "./proof.server.ts";
import { encodedList, LIST_LENGTH } from "./statusList.ts";

/** Terms of documents that tell of keys. The first one stands first: verifiers know such a document by it. */
const CONTROLLERS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"];

/** How a credential of that issuer is signed now. */
export function signingFor(issuer: string, at: number) {
	const { privateKey, publicKey } = installationKey();
	return { key: privateKey, verificationMethod: `${issuer}#${multikeyOf(publicKey)}`, at };
}

/**
 * An agency as an issuer: its profile, with the public keys by which this installation has ever signed for it. null when
 * there is no agency of that code.
 */
export async function issuerProfile(agencyCode: string, origin: string) {
	const [agency] = await db.select().from(agencies).where(eq(agencies.code, agencyCode));
	if (!agency) return null;
	const id = issuerAddress(origin, agency.code);
	const keys = [...(await knownKeys()).values()].map(multikeyOf);
	return {
		"@context": [...CONTROLLERS, OPEN_BADGES],
		id,
		type: ["Profile"],
		name: agency.name,
		url: origin,
		assertionMethod: keys.map((publicKeyMultibase) => ({
			id: `${id}#${publicKeyMultibase}`,
			type: "Multikey",
			controller: id,
			publicKeyMultibase,
		})),
	};
}

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
