import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import * as schema from "#db/schema/index.ts";

type AnyTable = typeof schema.people;
type Row = Record<string, unknown>;

/** Every table of the schema, with those that others refer to before these. */
export function allTables(): AnyTable[] {
	const tables = Object.values(schema).filter((value): value is AnyTable => is(value, Table));
	const ordered: AnyTable[] = [];
	const visit = (table: AnyTable) => {
		if (ordered.includes(table)) return;
		for (const { parent } of referencesOf(table)) if (parent !== table) visit(parent);
		ordered.push(table);
	};
	for (const table of tables) visit(table);
	return ordered;
}

/** Puts one row into each table, each reference pointing to the row that is there. */
export async function fillEveryTable(): Promise<Map<string, Row>> {
	const rows = new Map<string, Row>();
	for (const table of allTables()) {
		const row = rowFor(table, rows);
		await db.insert(table).values(row as never);
		rows.set(getTableName(table), row);
	}
	return rows;
}

/** The columns of a table that refer to another one. */
export function referencesOf(table: AnyTable): { column: string; parent: AnyTable; parentColumn: string }[] {
	const config = dialect() === "sqlite" ? sqliteConfig(table as never) : postgresConfig(table);
	return config.foreignKeys.flatMap((key) => {
		const { columns, foreignColumns, foreignTable } = key.reference();
		return columns.map((column, i) => ({
			column: column.name,
			parent: foreignTable as unknown as AnyTable,
			parentColumn: foreignColumns[i]?.name ?? "",
		}));
	});
}

function rowFor(table: AnyTable, rows: Map<string, Row>): Row {
	const references = new Map(referencesOf(table).map((reference) => [reference.column, reference]));
	const entries = Object.entries(getTableColumns(table)).map(([key, column]) => {
		const reference = references.get(column.name);
		if (reference) return [key, valueAt(reference.parent, reference.parentColumn, rows)];
		const values: Row = { string: `${column.name}-1`, number: 1, bigint: 1, boolean: true, json: { a: 1 } };
		return [key, values[column.dataType] ?? `${column.name}-1`];
	});
	return Object.fromEntries(entries);
}

function valueAt(table: AnyTable, column: string, rows: Map<string, Row>): unknown {
	const key = Object.entries(getTableColumns(table)).find(([, one]) => one.name === column)?.[0] ?? "";
	return rows.get(getTableName(table))?.[key];
}
