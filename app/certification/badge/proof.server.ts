import { createHash, type KeyObject, sign } from "node:crypto";
import jsonld from "jsonld";
import { loadContext } from "./contexts.ts";
import { instant } from "./instant.ts";
import { base58 } from "./multikey.ts";

export type Unsigned = { "@context": readonly string[] } & Record<string, unknown>;
export type Proof = {
	type: "DataIntegrityProof";
	cryptosuite: "eddsa-rdfc-2022";
	created: string;
	verificationMethod: string;
	proofPurpose: "assertionMethod";
	proofValue: string;
};

type Signing = {
	key: KeyObject;
	/** The address of the public key: the controller's, "#", the key. */
	verificationMethod: string;
	/** UTC milliseconds. */
	at: number;
};

/**
 * Signs a JSON-LD document by W3C's Data Integrity suite eddsa-rdfc-2022: both the document and what the proof says of
 * itself are put into RDF's canonical form, so that neither the order of keys nor white space matters.
 * @throws Error when a term of the document is in none of its contexts: it would not be signed
 */
export async function withProof<T extends Unsigned>(
	document: T,
	{ key, verificationMethod, at }: Signing,
): Promise<T & { proof: Proof }> {
	const options = {
		type: "DataIntegrityProof",
		cryptosuite: "eddsa-rdfc-2022",
		created: instant(at),
		verificationMethod,
		proofPurpose: "assertionMethod",
	} as const;
	const [said, whole] = await Promise.all([
		digest({ "@context": document["@context"], ...options }),
		digest(document),
	]);
	const proofValue = base58(sign(null, Buffer.concat([said, whole]), key));
	return { ...document, proof: { ...options, proofValue } };
}

// What the types of jsonld do not know yet: the present name of the algorithm, and that nothing may be dropped silently.
const canonical = {
	algorithm: "RDFC-1.0",
	format: "application/n-quads",
	documentLoader: loadContext,
	base: null,
	safe: true,
} as unknown as jsonld.Options.Normalize;

async function digest(document: Unsigned): Promise<Buffer> {
	const quads: string = await jsonld.canonize(document as jsonld.NodeObject, canonical);
	return createHash("sha256").update(quads).digest();
}
