import { cpSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/** Copies the data folder of a site, which may be running. */
export async function copyData(from: string, to: string): Promise<void> {
	cpSync(from, to, { recursive: true, filter: (file) => !/\.sqlite/.test(file) });
	const client = new Database(path.join(from, "cakap.sqlite"), { readonly: true });
	await client.backup(path.join(to, "cakap.sqlite"));
	client.close();
}
