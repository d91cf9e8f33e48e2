import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { itemImportRows, itemImports } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import type { Note } from "../../assessment/exchange/notes.ts";
import type { Format } from "../../assessment/exchange/reading.ts";
import type { By } from "../write.server.ts";
import type { Outcome } from "./settle.ts";
import type { StoredRow } from "./store.server.ts";
import { auditImport } from "./takeAll.server.ts";
import { type Done, ROWS_AT_ONCE, takeRow } from "./takeRows.server.ts";

const DAY = 86_400_000;
const STAGED_AT_ONCE = 100;
const PAGE = 50;

type Read = { fileName: string; format: Format; notes: Note[]; rows: readonly StoredRow[] };
type Staged = { draftId: string; personId: string; now: number };

/** Keeps what a file holds, to be shown and then taken; nothing of it is in the draft yet. @returns its id */
export async function stageImport(
	{ fileName, format, notes, rows }: Read,
	{ draftId, personId, now }: Staged,
): Promise<string> {
	const id = uuid();
	const head = { id, draftId, fileName, format, notes, createdBy: personId, createdAt: now };
	await transaction(function* (tx) {
		yield* run(tx.insert(itemImports).values(head));
	});
	const values = rows.map((row, index) => ({ importId: id, position: index + 1, outcome: row.outcome, row }));
	for (let at = 0; at < values.length; at += STAGED_AT_ONCE)
		await transaction(function* (tx) {
			yield* run(tx.insert(itemImportRows).values(values.slice(at, at + STAGED_AT_ONCE)));
		});
	await transaction(function* (tx) {
		yield* run(tx.update(itemImports).set({ readyAt: now }).where(eq(itemImports.id, id)));
	});
	return id;
}

/** A staged import of that draft, with how many questions of each outcome it holds; null when there is none. */
export async function findImport(draftId: string, id: string) {
	const here = and(eq(itemImports.id, id), eq(itemImports.draftId, draftId), isNotNull(itemImports.readyAt));
	const [head] = await db.select().from(itemImports).where(here);
	if (!head) return null;
	const { outcome } = itemImportRows;
	const counted = await db
		.select({ outcome, n: count() })
		.from(itemImportRows)
		.where(eq(itemImportRows.importId, id))
		.groupBy(outcome);
	const counts: Record<Outcome, number> = { taken: 0, adapted: 0, present: 0, refused: 0 };
	for (const { outcome: name, n } of counted) counts[name] = n;
	return { ...head, notes: head.notes as Note[], counts };
}

/** Fifty of its questions, in the order of the file, of one outcome or of all; pages count from 1. */
export async function rowsOfImport(importId: string, outcome: Outcome | null, page: number) {
	const of = and(
		eq(itemImportRows.importId, importId),
		outcome ? eq(itemImportRows.outcome, outcome) : undefined,
	);
	const rows = await db
		.select()
		.from(itemImportRows)
		.where(of)
		.orderBy(asc(itemImportRows.position))
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	return rows.map(({ position, row }) => ({ ...(row as StoredRow), position }));
}

export const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / PAGE));

export type Applied = { written: number; left: number; isClosed: boolean };

/** Takes what was shown into the draft, a few at once; begun again after a stop it goes on where it was. */
export async function applyImport(importId: string, by: By): Promise<Applied> {
	const sum: Applied = { written: 0, left: 0, isClosed: false };
	for (;;) {
		const done = await transaction((tx) => takeSome(tx, importId, by));
		if (done === "closed") return { ...sum, isClosed: true };
		if (done.length === 0) return sum;
		for (const one of done) sum[one]++;
	}
}

function* takeSome(tx: Tx, importId: string, by: By): Body<Done[] | "closed"> {
	const open = and(
		eq(itemImportRows.importId, importId),
		isNull(itemImportRows.done),
		inArray(itemImportRows.outcome, ["taken", "adapted"]),
	);
	const { position, row } = itemImportRows;
	const rows = yield* run(
		tx.select({ position, row }).from(itemImportRows).where(open).orderBy(asc(position)).limit(ROWS_AT_ONCE),
	);
	const all: Done[] = [];
	for (const one of rows) {
		const done = yield* takeRow(tx, by, one.row as StoredRow);
		if (done === "closed") return "closed";
		const here = and(eq(itemImportRows.importId, importId), eq(position, one.position));
		yield* run(tx.update(itemImportRows).set({ done }).where(here));
		all.push(done);
	}
	return all;
}

type Close = Parameters<typeof auditImport>[1] & { importId: string };

/** Notes that an import is done, and who did it. */
export function* closeImport(tx: Tx, act: Close, sum: Applied): Body<void> {
	yield* run(tx.update(itemImports).set({ appliedAt: act.now }).where(eq(itemImports.id, act.importId)));
	yield* auditImport(tx, act, sum);
}

/** Forgets what was read more than a day ago, taken or not. */
export async function forgetOldImports(now: number): Promise<void> {
	const old = await db
		.select({ id: itemImports.id })
		.from(itemImports)
		.where(lt(itemImports.createdAt, now - DAY));
	for (const { id } of old) {
		while ((await transaction((tx) => forgetSome(tx, id))) > 0);
		await db.delete(itemImports).where(eq(itemImports.id, id));
	}
}

function* forgetSome(tx: Tx, importId: string): Body<number> {
	const mine = eq(itemImportRows.importId, importId);
	const [last] = yield* run(
		tx
			.select({ position: itemImportRows.position })
			.from(itemImportRows)
			.where(mine)
			.orderBy(asc(itemImportRows.position))
			.offset(STAGED_AT_ONCE)
			.limit(1),
	);
	const before = last
		? and(mine, lt(itemImportRows.position, last.position))
		: and(mine, gt(itemImportRows.position, 0));
	const gone = yield* run(
		tx.delete(itemImportRows).where(before).returning({ position: itemImportRows.position }),
	);
	return gone.length;
}
