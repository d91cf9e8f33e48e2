import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq, like } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dataDir, dialect } from "#db/config.ts";
import { settings } from "#db/schema/index.ts";

/** Where this installation's keys lie: KEYS_DIR, or the data folder's `keys`. */
export function keysFolder(): string {
	return process.env.KEYS_DIR ? path.resolve(process.env.KEYS_DIR) : path.join(dataDir(), "keys");
}

/**
 * Writes a file of keys, whole or not at all, readable by this user only. Two nodes that start at once on one folder must
 * not each have a key of their own: the second finds the first's.
 * @returns whether it was written: always when it `replaces` the one that is there
 */
export function writeOnce(file: string, text: string, replaces = false): boolean {
	const folder = path.dirname(file);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(folder, 0o700);
	const temporary = `${file}.${process.pid}.tmp`;
	writeFileSync(temporary, text, { mode: 0o600 });
	try {
		if (replaces) renameSync(temporary, file);
		else linkSync(temporary, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	} finally {
		rmSync(temporary, { force: true });
	}
}

/** What is public of a key, by its fingerprint. */
type Public = { fingerprint: string; value: string };

/**
 * Makes a key known to the database under a name, so that what it signed can be checked for ever.
 * @returns a sentence for the operator when the database knew another key before, else null
 * @throws Error when another node of one PostgreSQL signs with another key
 */
export async function registerOwn(name: string, { fingerprint, value }: Public): Promise<string | null> {
	const [current] = await db.select().from(settings).where(eq(settings.name, name));
	if (current?.value === fingerprint) return null;
	if (current && dialect() === "postgresql") {
		throw new Error(
			"Kunci tanda tangan di folder keys berbeda dari yang dipakai basis data ini. Salin kunci dari simpul pertama, atau tunjuk folder kuncinya dengan KEYS_DIR=….",
		);
	}
	await db
		.insert(settings)
		.values({ name: `${name}:${fingerprint}`, value })
		.onConflictDoNothing();
	const row = { name, value: fingerprint };
	await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row });
	return current
		? "Kunci tanda tangan di folder keys bukan yang terakhir dipakai; yang baru dicatat, dan yang lama tetap dapat dipakai untuk memeriksa."
		: null;
}

/** What is public of the keys that were ever registered under the name. */
export async function knownValues(name: string): Promise<string[]> {
	const rows = await db
		.select()
		.from(settings)
		.where(like(settings.name, `${name}:%`));
	return rows.map(({ value }) => value);
}
