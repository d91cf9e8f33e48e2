import {
	createHash,
	createPrivateKey,
	generateKeyPairSync,
	type KeyObject,
	sign,
	X509Certificate,
} from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { keysFolder, knownValues, registerOwn, writeOnce } from "../../http/keys.server.ts";
import type { Sealer } from "./signedPdf.ts";
import { makeCertificate } from "./x509.ts";

const NAME = "key:documents";
const AUTHORITY = { name: "Cakap, otoritas dokumen pemasangan ini", years: 30 };
const SIGNER = { name: "Cakap, penanda tangan dokumen", years: 10 };
/** Each holds a key and its certificate, PEM, so that they are there together or not at all. */
const files = { authority: "documents-authority.pem", signer: "documents-signer.pem" } as const;
type File = keyof typeof files;

const kept = new Map<string, Sealer>();

/**
 * Who signs documents for this installation: a key that its own authority vouches for, both in KEYS_DIR or the data
 * folder's `keys`, made on the first call and readable by this user only.
 * @throws Error in Bahasa when a file is missing or does not belong to the others
 */
export function documentSigner(now: number): Sealer {
	const folder = keysFolder();
	const known = kept.get(folder);
	if (known) return known;
	if (!existsSync(place(folder, "authority"))) makeAuthority(folder, now);
	if (!existsSync(place(folder, "signer"))) makeSigner(folder, now);
	const signer = readSigner(folder);
	kept.set(folder, signer);
	return signer;
}

/**
 * Makes a new signing key under the same authority; what the old one has signed stays as it is, since each document
 * carries the certificate that it was signed with. @returns the new certificate's fingerprint
 */
export function rotateDocumentSigner(now: number): string {
	const folder = keysFolder();
	documentSigner(now);
	makeSigner(folder, now, true);
	kept.delete(folder);
	return fingerprint(documentSigner(now).leaf);
}

/**
 * Makes the authority known to the database, so that what it vouched for can be checked for ever.
 * @returns a sentence for the operator when the database knew another one before, else null
 * @throws Error when another node of one PostgreSQL signs under another authority
 */
export function registerAuthority(now: number): Promise<string | null> {
	const { authority } = documentSigner(now);
	return registerOwn(NAME, { fingerprint: fingerprint(authority), value: authority.toString("base64") });
}

/** Certificates (DER) of the authorities under which this installation has ever signed, the present one first. */
export async function knownAuthorities(now: number): Promise<Buffer[]> {
	const { authority } = documentSigner(now);
	const before = (await knownValues(NAME)).map((value) => Buffer.from(value, "base64"));
	return [authority, ...before.filter((one) => !one.equals(authority))];
}

/** A certificate as PEM. */
export const asPem = (certificate: Buffer): string => new X509Certificate(certificate).toString();

export const fingerprint = (certificate: Buffer): string =>
	createHash("sha256").update(certificate).digest("hex");

const place = (folder: string, file: File): string => path.join(folder, files[file]);

function makeAuthority(folder: string, now: number): void {
	// A signer without its authority is a folder that lost a file, and no new one.
	if (existsSync(place(folder, "signer"))) throw lost(folder, "authority");
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const { name, years } = AUTHORITY;
	const made = makeCertificate({ subject: name, subjectKey: privateKey, issuer: null, now, years });
	writeOnce(place(folder, "authority"), pemOf(privateKey, made));
}

function makeSigner(folder: string, now: number, replaces = false): void {
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const issuer = { name: AUTHORITY.name, key: readPair(folder, "authority").key };
	const { name, years } = SIGNER;
	const made = makeCertificate({ subject: name, subjectKey: privateKey, issuer, now, years });
	writeOnce(place(folder, "signer"), pemOf(privateKey, made), replaces);
}

function readSigner(folder: string): Sealer {
	const authority = readPair(folder, "authority");
	const signer = readPair(folder, "signer");
	if (!signer.certificate.verify(authority.certificate.publicKey)) throw lost(folder, "authority");
	return {
		leaf: signer.certificate.raw,
		authority: authority.certificate.raw,
		seal: (attributes) => sign("sha256", attributes, signer.key),
	};
}

function readPair(folder: string, file: File): { key: KeyObject; certificate: X509Certificate } {
	const pem = readFileSync(place(folder, file));
	try {
		const [key, certificate] = [createPrivateKey(pem), new X509Certificate(pem)];
		if (certificate.checkPrivateKey(key)) return { key, certificate };
	} catch {
		// Said below: whatever is wrong with it, the file is not what was written.
	}
	throw lost(folder, file);
}

const lost = (folder: string, file: File): Error =>
	new Error(
		`${files[file]} di ${folder} hilang, rusak, atau bukan pasangan berkas lainnya. Kembalikan kedua berkas documents-* dari cadangan yang sama; tanpa itu dokumen baru tidak dapat ditandatangani.`,
	);

const pemOf = (key: KeyObject, certificate: Buffer): string =>
	`${key.export({ type: "pkcs8", format: "pem" })}${asPem(certificate)}`;
