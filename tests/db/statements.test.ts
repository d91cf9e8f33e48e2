import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import { openSqlite } from "#db/client.server.ts";
import { keepingStatements } from "#db/statements.ts";

const words = sqliteTable("words", { id: integer("id").primaryKey(), word: text("word").notNull() });

function ground(most?: number) {
	const plain = openSqlite(":memory:");
	plain.exec("create table words (id integer primary key, word text not null)");
	let prepared = 0;
	const counted = Object.create(plain, {
		prepare: {
			value: (sql: string) => {
				prepared++;
				return plain.prepare(sql);
			},
		},
	});
	const client = keepingStatements(counted, most);
	return { client, db: drizzle(client), prepared: () => prepared };
}

it("a query of the same text is prepared once, whatever its values, and sees what was written since", () => {
	const { db, prepared } = ground();
	for (let id = 1; id <= 5; id++) {
		db.insert(words)
			.values({ id, word: `kata ${id}` })
			.run();
		expect(db.select().from(words).where(eq(words.id, id)).all()).toEqual([{ id, word: `kata ${id}` }]);
	}
	expect(prepared()).toBe(2);
});

it("rows come as each asks for them, though one asked for arrays before", () => {
	const { client, db } = ground();
	db.insert(words).values({ id: 1, word: "satu" }).run();
	const { sql } = db.select().from(words).toSQL();
	expect(client.prepare(sql).raw().all()).toEqual([[1, "satu"]]);
	expect(client.prepare(sql).all()).toEqual([{ id: 1, word: "satu" }]);
	expect(db.select().from(words).all()).toEqual([{ id: 1, word: "satu" }]);
});

it("keeps no more than it may, and drops what was not used for longest", () => {
	const { client, prepared } = ground(2);
	for (const text of ["select 1", "select 2", "select 1", "select 3", "select 1"]) client.prepare(text);
	expect(prepared()).toBe(3);
	client.prepare("select 2");
	expect(prepared()).toBe(4);
});

it("belongs to the same transaction, and takes a table that changes", () => {
	const { client, db } = ground();
	const write = client.transaction(() => {
		db.insert(words).values({ id: 1, word: "satu" }).run();
		throw new Error("undone");
	});
	expect(write).toThrow("undone");
	expect(db.select().from(words).all()).toEqual([]);
	client.exec("alter table words add column extra text default 'x'");
	db.insert(words).values({ id: 2, word: "dua" }).run();
	expect(db.select().from(words).all()).toEqual([{ id: 2, word: "dua" }]);
});
