import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
} from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq, like } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dataDir, dialect } from "#db/config.ts";
import { settings } from "#db/schema/index.ts";

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
	const folder = process.env.KEYS_DIR ? path.resolve(process.env.KEYS_DIR) : path.join(dataDir(), "keys");
	const file = path.join(folder, "installation.ed25519.pem");
	const known = kept.get(file);
	if (known) return known;
	if (!existsSync(file)) makeKey(folder, file);
	const privateKey = createPrivateKey(readFileSync(file));
	const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
	const key = { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
	kept.set(file, key);
	return key;
}

export function fingerprintOf(publicKey: string): string {
	return createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
}

function makeKey(folder: string, file: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(folder, 0o700);
	const { privateKey } = generateKeyPairSync("ed25519");
	const pem = privateKey.export({ type: "pkcs8", format: "pem" });
	// Two nodes that start at once on one folder must not each have a key of their own: the second finds the first's.
	try {
		writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}

/**
 * Makes the key known to the database, so that what it signed can be checked for ever.
 * @returns a sentence for the operator when the database knew another key before, else null
 * @throws Error when another node of one PostgreSQL signs with another key
 */
export async function registerInstallationKey(): Promise<string | null> {
	const { publicKey, fingerprint } = installationKey();
	const [current] = await db.select().from(settings).where(eq(settings.name, NAME));
	if (current?.value === fingerprint) return null;
	if (current && dialect() === "postgresql") {
		throw new Error(
			"Kunci tanda tangan di folder keys berbeda dari yang dipakai basis data ini. Salin kunci dari simpul pertama, atau tunjuk folder kuncinya dengan KEYS_DIR=….",
		);
	}
	await db
		.insert(settings)
		.values({ name: `${NAME}:${fingerprint}`, value: publicKey })
		.onConflictDoNothing();
	const row = { name: NAME, value: fingerprint };
	await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row });
	return current
		? "Kunci tanda tangan di folder keys bukan yang terakhir dipakai; yang baru dicatat, dan yang lama tetap dapat dipakai untuk memeriksa."
		: null;
}

/** The public keys with which this installation has ever signed, by fingerprint. */
export async function knownKeys(): Promise<Map<string, string>> {
	const rows = await db
		.select()
		.from(settings)
		.where(like(settings.name, `${NAME}:%`));
	const { fingerprint, publicKey } = installationKey();
	return new Map([
		...rows.map(({ value }) => [fingerprintOf(value), value] as const),
		[fingerprint, publicKey],
	]);
}
