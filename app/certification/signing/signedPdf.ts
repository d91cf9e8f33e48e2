import { createHash, verify, X509Certificate } from "node:crypto";
import { type CmsParts, certificatesIn, readSignedData, signedAttributes, signedData } from "./cms.ts";
import { valueAt } from "./der.ts";

/** Bytes of a signature's place: ours takes some 1,300. */
export const PLACE = 3072;
const RANGE = /\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]/g;

/** The range as a document has it until it is signed; each number ten digits long. */
export const UNSIGNED_RANGE = [0, 9_999_999_999, 9_999_999_999, 9_999_999_999];

/** Who signs: certificate and authority (DER), and the signature (ECDSA P-256, DER) over what is given. */
export type Sealer = {
	leaf: Buffer;
	authority: Buffer;
	seal: (attributes: Buffer) => Buffer;
};

/**
 * Signs a PDF that has an empty place for a signature, over all its bytes but that place (EN 319 142-1, 5.3).
 * @throws Error when it has no place
 */
export function signPdf(pdf: Buffer, { leaf, authority, seal }: Sealer): Buffer {
	const bytes = Buffer.from(pdf);
	const start = bytes.indexOf(`<${"00".repeat(PLACE)}>`);
	const range = bytes.indexOf(`[${UNSIGNED_RANGE.join(" ")}]`);
	if (start < 0 || range < 0) throw new Error("the document has no place for a signature");
	const end = start + 2 + PLACE * 2;
	const ten = (value: number) => String(value).padStart(10, "0");
	const numbers = `[0 ${ten(start)} ${ten(end)} ${ten(bytes.length - end)}]`;
	bytes.write(numbers.padEnd(UNSIGNED_RANGE.join(" ").length + 2), range, "latin1");
	const digest = digestOf(bytes, start, end);
	const signature = seal(signedAttributes(leaf, digest));
	const cms = signedData({ leaf, authority, digest, signature });
	if (cms.length > PLACE) throw new Error("the signature is longer than its place");
	bytes.write(cms.toString("hex"), start + 1, "latin1");
	return bytes;
}

export type Reading =
	/** `authority`: the certificate (DER) of whoever vouches for the signer. */
	| { kind: "intact"; authority: Buffer }
	/** Signed by one of the authorities, but not what was signed any more. */
	| { kind: "changed" }
	| { kind: "foreign" | "unsigned" | "no-pdf" };

/**
 * What the bytes themselves say, without a database: intact only when the one signature covers the whole file and every
 * byte of the signature too is as we write it.
 * @param authorities certificates (DER) that are trusted
 */
export function readSignedPdf(bytes: Buffer, authorities: readonly Buffer[]): Reading {
	if (!bytes.subarray(0, 1024).includes("%PDF-")) return { kind: "no-pdf" };
	const text = bytes.toString("latin1");
	const ranges = [...text.matchAll(RANGE)].map((range) => range.slice(1).map(Number));
	const known = ranges.map(([start = 0, end = 0]) => placeOf(text.slice(start, end)));
	const isOurs = known.some((place) => place && isFrom(place.cms, authorities));
	if (!isOurs) return { kind: looksSigned(text, authorities) };
	const [range] = ranges;
	const [place] = known;
	if (ranges.length !== 1 || !range || !place?.isCanonical) return { kind: "changed" };
	const [start = 0, end = 0, rest = 0] = range;
	const parts = end + rest === bytes.length ? readSignedData(place.cms) : null;
	if (!parts?.digest.equals(digestOf(bytes, start, end)) || !isSealed(parts)) return { kind: "changed" };
	return { kind: "intact", authority: parts.authority };
}

/** A signature's place: the CMS in it, and whether it is written as `signPdf` writes it. */
function placeOf(text: string): { cms: Buffer; isCanonical: boolean } | null {
	const hex = text.slice(1, -1);
	const whole = Buffer.from(hex, "hex");
	try {
		const { whole: cms } = valueAt(whole);
		const written = `<${cms.toString("hex").padEnd(PLACE * 2, "0")}>`;
		return { cms, isCanonical: written === text };
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

const isFrom = (cms: Buffer, authorities: readonly Buffer[]): boolean =>
	certificatesIn(cms).some((one) => authorities.some((authority) => authority.equals(one)));

/** Of a file whose signature cannot be read: the authority's certificate in it tells that it was one of ours. */
function looksSigned(text: string, authorities: readonly Buffer[]): "changed" | "foreign" | "unsigned" {
	if (authorities.some((authority) => text.includes(authority.toString("hex")))) return "changed";
	return /\/ByteRange|\/SubFilter/.test(text) ? "foreign" : "unsigned";
}

function isSealed({ leaf, authority, digest, signature }: CmsParts): boolean {
	const signer = new X509Certificate(leaf);
	const voucher = new X509Certificate(authority);
	if (!signer.checkIssued(voucher) || !signer.verify(voucher.publicKey)) return false;
	return verify("sha256", signedAttributes(leaf, digest), signer.publicKey, signature);
}

function digestOf(bytes: Buffer, start: number, end: number): Buffer {
	return createHash("sha256").update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest();
}
