import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { bits, der, integer, octets, oid, sequence, setOf, TAG, valuesIn } from "./der.ts";

export const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
const YEAR = 365.25 * 86_400_000;

type Wanted = {
	/** Of both, at most 64 characters. */
	subject: string;
	subjectKey: KeyObject;
	/** null: it vouches for itself. */
	issuer: { name: string; key: KeyObject } | null;
	now: number;
	years: number;
};

/** An X.509 certificate (RFC 5280), DER: of an authority when it vouches for itself, else of a key that signs documents. */
export function makeCertificate({ subject, subjectKey, issuer, now, years }: Wanted): Buffer {
	const publicKey = createPublicKey(subjectKey).export({ type: "spki", format: "der" });
	const issuing = issuer?.key ?? subjectKey;
	const identifier = keyIdentifier(createPublicKey(issuing).export({ type: "spki", format: "der" }));
	const tbs = sequence(
		der(0xa0, integer(2)),
		integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
		ECDSA_SHA256,
		name(issuer?.name ?? subject),
		// A clock that is put right by some hours must not make the first certificates too early.
		sequence(time(now - 86_400_000), time(now + years * YEAR)),
		name(subject),
		publicKey,
		der(0xa3, sequence(...extensions(issuer === null, keyIdentifier(publicKey), identifier))),
	);
	return sequence(tbs, ECDSA_SHA256, bits(sign("sha256", tbs, issuing)));
}

/** Issuer and serial number as a certificate has them: by these CMS names it. */
export function issuerAndSerial(certificate: Buffer): Buffer {
	const tbs = valuesIn(valuesIn(certificate)[0]?.content ?? Buffer.alloc(0))[0];
	const [, serial, , issuer] = valuesIn(tbs?.content ?? Buffer.alloc(0));
	if (!serial || !issuer) throw new RangeError("not a certificate");
	return sequence(issuer.whole, serial.whole);
}

function extensions(isAuthority: boolean, own: Buffer, issuers: Buffer): Buffer[] {
	const usage = isAuthority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6);
	const common = [
		extension("2.5.29.14", octets(own)),
		extension("2.5.29.35", sequence(der(0x80, issuers))),
		extension("2.5.29.15", usage, true),
	];
	if (isAuthority)
		return [...common, extension("2.5.29.19", sequence(der(TAG.boolean, Buffer.from([0xff]))), true)];
	// Signing of documents (RFC 9336), and of mail, which older readers ask for.
	return [...common, extension("2.5.29.37", sequence(oid("1.3.6.1.5.5.7.3.36"), oid("1.3.6.1.5.5.7.3.4")))];
}

function extension(id: string, value: Buffer, isCritical = false): Buffer {
	const critical = isCritical ? [der(TAG.boolean, Buffer.from([0xff]))] : [];
	return sequence(oid(id), ...critical, octets(value));
}

const name = (commonName: string): Buffer =>
	sequence(setOf(sequence(oid("2.5.4.3"), der(TAG.utf8, Buffer.from(commonName)))));

/** GeneralizedTime for every year: RFC 5280 wants UTCTime before 2050. */
function time(at: number): Buffer {
	const text = `${new Date(at).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
	return Number(text.slice(0, 4)) < 2050
		? der(0x17, Buffer.from(text.slice(2)))
		: der(TAG.time, Buffer.from(text));
}

/** RFC 5280, 4.2.1.2 (1): SHA-1 of the key's bits, here an identifier and no protection. */
function keyIdentifier(publicKey: Buffer): Buffer {
	const bitString = valuesIn(valuesIn(publicKey)[0]?.content ?? Buffer.alloc(0))[1];
	return createHash("sha1")
		.update(bitString?.content.subarray(1) ?? "")
		.digest();
}
