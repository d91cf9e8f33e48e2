import type Database from "better-sqlite3";
import { type Column, getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { connection } from "./client.server.ts";
import { dialect } from "./config.ts";
import { SqliteWork } from "./group-commit.server.ts";
import { type Body, run, type Tx } from "./transaction.server.ts";

type Row = Record<string, unknown>;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

function preparedOf(client: Database.Database, text: string): Database.Statement {
	const own = prepared.get(client) ?? new Map<string, Database.Statement>();
	prepared.set(client, own);
	const statement = own.get(text) ?? client.prepare(text);
	own.set(text, statement);
	return statement;
}

/**
 * Inserts many rows. On SQLite by a statement that is prepared once and run for each row: a statement of hundreds of rows
 * costs several times as much to build and to parse as to run.
 * @param skipsKnown rows whose key is there already are left as they are
 */
export function* insertMany<T extends PgTable>(
	tx: Tx,
	table: T,
	rows: readonly T["$inferInsert"][],
	{ skipsKnown = false }: { skipsKnown?: boolean } = {},
): Body<void> {
	if (rows.length === 0) return;
	const verb = skipsKnown ? "INSERT OR IGNORE" : "INSERT";
	if (dialect() === "sqlite")
		return void (yield new SqliteWork((client) => insertEach(client, verb, table, rows)));
	for (const some of byStatement(rows)) {
		const inserted = tx.insert(table).values(some as never);
		yield* run(skipsKnown ? inserted.onConflictDoNothing() : inserted);
	}
}

/** PostgreSQL takes 65,535 parameters a statement. */
const MOST_A_STATEMENT = 1000;

function* byStatement<T>(rows: readonly T[]): Generator<readonly T[]> {
	for (let at = 0; at < rows.length; at += MOST_A_STATEMENT) yield rows.slice(at, at + MOST_A_STATEMENT);
}

function insertEach(client: Database.Database, verb: string, table: PgTable, rows: readonly Row[]): void {
	const entries = Object.entries(getTableColumns(table));
	const names = entries.map(([, column]) => `"${column.name}"`).join(", ");
	const places = entries.map(() => "?").join(", ");
	const statement = preparedOf(client, `${verb} INTO "${getTableName(table)}" (${names}) VALUES (${places})`);
	for (const row of rows) statement.run(entries.map(([key, column]) => encoded(column, row[key])));
}

function encoded(column: Column, value: unknown): unknown {
	const given = value === undefined ? (column.default ?? null) : value;
	return given === null ? null : column.mapToDriverValue(given);
}

type Updating<T extends PgTable> = {
	/** The columns of its primary key. */
	keys: [PgColumn, ...PgColumn[]];
	set: readonly (keyof T["$inferInsert"] & string)[];
	/** Whole enough to be inserted: PostgreSQL looks at that before it finds the row. */
	rows: readonly T["$inferInsert"][];
};

/** Updates many rows that are there, each with values of its own. */
export function* updateMany<T extends PgTable>(
	tx: Tx,
	table: T,
	{ keys, set, rows }: Updating<T>,
): Body<void> {
	if (rows.length === 0) return;
	if (dialect() === "sqlite")
		return void (yield new SqliteWork((client) => updateEach(client, table, { keys, set, rows })));
	const columns: Record<string, Column> = getTableColumns(table);
	const excluded = set.map((key) => [key, sql.raw(`excluded."${columns[key]?.name}"`)]);
	for (const some of byStatement(rows)) {
		const inserted = tx.insert(table).values(some as never);
		yield* run(inserted.onConflictDoUpdate({ target: keys, set: Object.fromEntries(excluded) }));
	}
}

function updateEach<T extends PgTable>(
	client: Database.Database,
	table: T,
	{ keys, set, rows }: Updating<T>,
): void {
	const columns: Record<string, Column> = getTableColumns(table);
	const isKey = (column: Column) => keys.some(({ name }) => name === column.name);
	const entries = Object.entries(columns);
	const wanted: readonly string[] = set;
	const used = [
		...entries.filter(([key]) => wanted.includes(key)),
		...entries.filter(([, one]) => isKey(one)),
	];
	const assigned = used.filter(([, one]) => !isKey(one)).map(([, { name }]) => `"${name}" = ?`);
	const where = used.filter(([, one]) => isKey(one)).map(([, { name }]) => `"${name}" = ?`);
	const text = `UPDATE "${getTableName(table)}" SET ${assigned.join(", ")} WHERE ${where.join(" AND ")}`;
	const statement = preparedOf(client, text);
	for (const row of rows as readonly Row[])
		statement.run(used.map(([key, column]) => encoded(column, row[key])));
}

/**
 * Whether the column holds one of the values: as one parameter, however many they are, so that the statement is the same
 * each time.
 */
export function among(column: Column, values: readonly string[] | readonly number[]): SQL {
	if (dialect() === "sqlite")
		return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
	const array = typeof values[0] === "number" ? sql`int[]` : sql`text[]`;
	return sql`${column} = any(${sql.param(values)}::${array})`;
}

/** Texts as a table with the column `value`, to be joined: one parameter, however many they are. */
export function listed(values: readonly string[], name: "birth"): SQL {
	const alias = sql.identifier(name);
	if (dialect() === "sqlite") return sql`json_each(${JSON.stringify(values)}) as ${alias}`;
	return sql`unnest(${sql.param(values)}::text[]) as ${alias}(value)`;
}

let version: number | undefined;

/** Whether anybody else has written to the database since this was last asked; on PostgreSQL nobody waits for a writer. */
export function isWrittenByOthers(): boolean {
	const open = connection();
	if (open.dialect !== "sqlite") return false;
	const before = version;
	version = open.client.pragma("data_version", { simple: true }) as number;
	return before !== undefined && before !== version;
}
