import path from "node:path";
import Database from "better-sqlite3";

/** Rows of the running site's database, read beside it. */
export function siteRows<Row>(text: string, ...parameters: unknown[]): Row[] {
	const file = path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite");
	const client = new Database(file, { readonly: true });
	try {
		return client.prepare(text).all(...parameters) as Row[];
	} finally {
		client.close();
	}
}
