import { createHash } from "node:crypto";
import { der, integer, octets, oid, sequence, setOf, type Value, valueAt, valuesIn } from "./der.ts";
import { ECDSA_SHA256, issuerAndSerial } from "./x509.ts";

const DATA = oid("1.2.840.113549.1.7.1");
const SHA256 = sequence(oid("2.16.840.1.101.3.4.2.1"));

export type CmsParts = { leaf: Buffer; authority: Buffer; digest: Buffer; signature: Buffer };

/**
 * What is signed of a document by its SHA-256 (RFC 5652, 5.4): the attributes of PAdES baseline B-B (EN 319 142-1, 6.3):
 * content type, message digest, signing-certificate-v2. The time stands in the PDF's dictionary.
 */
export function signedAttributes(leaf: Buffer, digest: Buffer): Buffer {
	const attribute = (id: string, value: Buffer) => sequence(oid(id), setOf(value));
	const certified = sequence(sequence(sequence(octets(createHash("sha256").update(leaf).digest()))));
	return setOf(
		attribute("1.2.840.113549.1.9.3", DATA),
		attribute("1.2.840.113549.1.9.4", octets(digest)),
		attribute("1.2.840.113549.1.9.16.2.47", certified),
	);
}

/** A detached SignedData (RFC 5652) with the signing certificate and its authority's. */
export function signedData({ leaf, authority, digest, signature }: CmsParts): Buffer {
	const attributes = signedAttributes(leaf, digest);
	const signer = sequence(
		integer(1),
		issuerAndSerial(leaf),
		SHA256,
		der(0xa0, valueAt(attributes).content),
		ECDSA_SHA256,
		octets(signature),
	);
	const certificates = der(0xa0, leaf, authority);
	const content = sequence(integer(1), setOf(SHA256), sequence(DATA), certificates, setOf(signer));
	return sequence(oid("1.2.840.113549.1.7.2"), der(0xa0, content));
}

/**
 * The parts of a SignedData as `signedData` writes it; null when it is another, or differs in a single byte: what no
 * signature covers is compared with what we would have written.
 */
export function readSignedData(cms: Buffer): CmsParts | null {
	try {
		const parts = partsOf(valueAt(cms));
		return parts && signedData(parts).equals(cms) ? parts : null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** Certificates in a SignedData of whatever make, as far as they can be found. */
export function certificatesIn(cms: Buffer): Buffer[] {
	try {
		const data = contentOf(valueAt(cms));
		return valuesIn(data[3]?.content ?? Buffer.alloc(0)).map(({ whole }) => whole);
	} catch (error) {
		if (error instanceof RangeError) return [];
		throw error;
	}
}

const contentOf = (info: Value): Value[] =>
	valuesIn(valueAt(valuesIn(info.content)[1]?.content ?? Buffer.alloc(0)).content);

function partsOf(info: Value): CmsParts | null {
	const [, , , certificates, signers] = contentOf(info);
	if (!certificates || !signers) return null;
	const [leaf, authority] = valuesIn(certificates.content);
	const [, , , attributes, , signature] = valuesIn(valueAt(signers.content).content);
	const digest = attributes && digestIn(attributes);
	if (!leaf || !authority || !signature || !digest) return null;
	return { leaf: leaf.whole, authority: authority.whole, digest, signature: signature.content };
}

function digestIn(attributes: Value): Buffer | null {
	const id = oid("1.2.840.113549.1.9.4");
	for (const { content } of valuesIn(attributes.content)) {
		const [kind, values] = valuesIn(content);
		if (kind?.whole.equals(id) && values) return valueAt(values.content).content;
	}
	return null;
}
