import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { DemoAccount } from "./startSite.ts";

/**
 * A session of a person of the running site, written into its database as the program would: where signing in is not
 * what a test is about, it costs a hash of argon2id and two pages each time.
 * @returns the cookie's value
 */
export function directSession(identifier: string): string {
	const file = path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite");
	const client = new Database(file, { timeout: 10_000 });
	const token = randomBytes(32).toString("base64url");
	const id = createHash("sha256").update(token).digest("hex");
	const now = Date.now();
	// The demo's list shows numbers in groups.
	const plain = identifier.includes("@") ? identifier : identifier.replaceAll(" ", "");
	const { changes } = client
		.prepare(
			`INSERT INTO sessions (id, person_id, expires_at, created_at, last_seen_at, device)
			SELECT ?, person_id, ?, ?, ?, 'uji' FROM identifiers WHERE value = ? AND valid_to IS NULL`,
		)
		.run(id, now + 14 * 86_400_000, now, now, plain);
	client.close();
	if (changes !== 1) throw new Error(`nobody has the identifier ${identifier}`);
	return token;
}

/** Gives the browser a session of that person. */
export async function enterAs(context: BrowserContext, identifier: string): Promise<void> {
	const url = process.env.SITE_URL ?? "";
	await context.addCookies([{ name: "session", value: directSession(identifier), url }]);
}

/** Opens an address as that person, without the form that other journeys go through. */
export async function openAs(page: Page, account: DemoAccount, address: string): Promise<void> {
	await enterAs(page.context(), account.identifier);
	await page.goto(address);
}
