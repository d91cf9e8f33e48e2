import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { db } from "../../db/client.server.ts";
import { settings } from "../../db/schema/index.ts";

/** Does the work unless the folder's bytes are those of the last time that it succeeded (returned true). */
export async function onlyWhenChanged(
	name: string,
	folder: string,
	work: () => Promise<boolean>,
): Promise<void> {
	const key = `content:${name}`;
	const now = fingerprint(folder);
	const [stored] = await db.select().from(settings).where(eq(settings.name, key));
	if (stored?.value === now || !(await work())) return;
	const row = { name: key, value: now };
	await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row });
}

function fingerprint(folder: string): string {
	if (!existsSync(folder)) return "";
	const hash = createHash("sha256");
	for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
		const file = path.join(folder, name);
		if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
	}
	return hash.digest("hex");
}
