import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
} from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { keysFolder, knownValues, registerOwn, writeOnce } from "./keys.server.ts";

/** The Ed25519 key by which this installation signs, and how the public half is named. */
export type InstallationKey = {
	privateKey: KeyObject;
	/** SubjectPublicKeyInfo, DER, base64. */
	publicKey: string;
	/** sha256 of that DER, hexadecimal. */
	fingerprint: string;
};

const NAME = "key:installation";
const kept = new Map<string, InstallationKey>();

/** The key in KEYS_DIR, or in the data folder's `keys`; made on the first call, readable by this user only. */
export function installationKey(): InstallationKey {
	const file = path.join(keysFolder(), "installation.ed25519.pem");
	const known = kept.get(file);
	if (known) return known;
	if (!existsSync(file)) {
		const made = generateKeyPairSync("ed25519").privateKey;
		writeOnce(file, made.export({ type: "pkcs8", format: "pem" }).toString());
	}
	const privateKey = createPrivateKey(readFileSync(file));
	const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
	const key = { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
	kept.set(file, key);
	return key;
}

export function fingerprintOf(publicKey: string): string {
	return createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
}

/**
 * Makes the key known to the database, so that what it signed can be checked for ever.
 * @returns a sentence for the operator when the database knew another key before, else null
 * @throws Error when another node of one PostgreSQL signs with another key
 */
export function registerInstallationKey(): Promise<string | null> {
	const { publicKey: value, fingerprint } = installationKey();
	return registerOwn(NAME, { fingerprint, value });
}

/** The public keys with which this installation has ever signed, by fingerprint. */
export async function knownKeys(): Promise<Map<string, string>> {
	const before = await knownValues(NAME);
	const { fingerprint, publicKey } = installationKey();
	return new Map([
		...before.map((value) => [fingerprintOf(value), value] as const),
		[fingerprint, publicKey],
	]);
}
