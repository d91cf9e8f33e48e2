import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";

/** The database of a site, asked beside it with the same text on both: `?` stands for a value. */
export type Rows = {
	ask: <Row>(text: string, ...values: unknown[]) => Promise<Row[]>;
	close: () => Promise<void>;
};

/** @param databaseUrl empty: the SQLite file in the data folder */
export async function rowsOf(dataDir: string, databaseUrl: string): Promise<Rows> {
	if (databaseUrl === "") {
		const file = new Database(path.join(dataDir, "cakap.sqlite"), { timeout: 10_000 });
		return {
			ask: async <Row>(text: string, ...values: unknown[]) => {
				const statement = file.prepare(text);
				if (statement.reader) return statement.all(...values) as Row[];
				statement.run(...values);
				return [];
			},
			close: async () => void file.close(),
		};
	}
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	return {
		ask: async <Row>(text: string, ...values: unknown[]) => {
			let n = 0;
			return (
				await client.query(
					text.replaceAll("?", () => `$${++n}`),
					values,
				)
			).rows as Row[];
		},
		close: () => client.end(),
	};
}
