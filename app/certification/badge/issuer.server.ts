import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies } from "#db/schema/index.ts";
import { installationKey, knownKeys } from "../../http/installationKey.server.ts";
import { issuerAddress } from "./addresses.ts";
import { OPEN_BADGES } from "./contexts.ts";
import { multikeyOf } from "./multikey.ts";

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
