import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { db } from "#db/client.server.ts";
import { items } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx } from "#db/transaction.server.ts";
import { askedHash, canonical } from "../catalog/askedHash.ts";
import { contentFolder } from "../catalog/contentFolder.server.ts";
import { competenceList } from "../catalog/framework.server.ts";
import { FrameworkFileError, readFrameworkFile } from "../catalog/frameworkFile.ts";
import { itemOf } from "./drawnItems.server.ts";
import { type Item, itemSchema } from "./item.ts";

/** An item version of the national bank that is in use. */
export type NationalItem = { id: string; askedHash: string; item: Item };

const bankFile = z.looseObject({ items: z.array(itemSchema).min(1) });

/** An item and where it is written: "D1.yaml, baris 12". */
type Placed = { item: Item; place: string };

/**
 * The national bank as content/framework/placement/*.yaml writes it: each file a list `items` like a course's bank.yaml.
 * What is wrong comes as sentences in Bahasa, naming file and line.
 */
export function readNationalBank(folder = path.join(contentFolder(), "framework/placement")): {
	items: Item[];
	problems: string[];
} {
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : [];
	const read = files.sort().map((name) => readBankFile(path.join(folder, name), name));
	const placed = read.flatMap(({ placed: list }) => list);
	return {
		items: placed.map(({ item }) => item),
		problems: [...read.flatMap(({ problems }) => problems), ...looseEnds(placed)],
	};
}

function readBankFile(file: string, name: string): { placed: Placed[]; problems: string[] } {
	const text = readFileSync(file, "utf8");
	try {
		const { items: list } = readFrameworkFile(bankFile, text, name);
		return { placed: inPlace(list, text, name), problems: [] };
	} catch (error) {
		if (error instanceof FrameworkFileError) return { placed: [], problems: [error.message] };
		throw error;
	}
}

function inPlace(list: Item[], text: string, name: string): Placed[] {
	const lines = text.split("\n").flatMap((line, index) => (/^\s*(- )?code:/.test(line) ? [index + 1] : []));
	// A code that does not stand on a line of its own would shift all that follow.
	const known = lines.length === list.length;
	return list.map((item, index) => ({ item, place: known ? `${name}, baris ${lines[index]}` : name }));
}

function looseEnds(placed: readonly Placed[]): string[] {
	const known = new Set(competenceList().map(({ code }) => code));
	const seen = new Set<string>();
	return placed.flatMap(({ item, place }) => {
		const { code, competence, pictures } = item;
		const twice = seen.has(code);
		seen.add(code);
		return [
			...(twice ? [`${place}: soal ${code} ada lebih dari sekali; beri kode lain.`] : []),
			...(pictures || item.type === "areas"
				? [`${place}: soal ${code} menyebut gambar; bank nasional tidak memiliki gambar.`]
				: []),
			...(known.has(competence)
				? []
				: [`${place}: soal ${code} menyebut kompetensi ${competence} yang tidak ada.`]),
		];
	});
}

/**
 * Makes the items in use those of `bank`: what is new or was changed becomes a new item version, what it replaces or is
 * gone is retired and stays for the attempts that drew it. A second call with the same bank changes nothing.
 */
export function* loadNationalBank(
	tx: Tx,
	bank: readonly Item[],
	now: number,
): Body<{ added: number; retired: number }> {
	const held = yield* itemsInUse(tx);
	const wanted = new Set(bank.map((item) => canonical(item)));
	const kept = new Set<string>();
	let retired = 0;
	for (const { id, item } of held) {
		const text = canonical(item);
		if (wanted.has(text)) {
			kept.add(text);
			continue;
		}
		yield* run(tx.update(items).set({ retiredAt: now }).where(eq(items.id, id)));
		retired++;
	}
	const added = bank.filter((item) => !kept.has(canonical(item)));
	for (const item of added) yield* insertItem(tx, item);
	return { added: added.length, retired };
}

function* insertItem(tx: Tx, item: Item): Body<void> {
	const { code, type, competence, level } = item;
	const row = { code, type, competence, level, content: item, askedHash: askedHash(item) };
	yield* run(tx.insert(items).values({ ...row, id: uuid(), versionId: null }));
}

/** The items of the national bank that are in use, by code. */
export function nationalItems(): Promise<NationalItem[]> {
	return reading(itemsInUse);
}

/** Another text whenever the items in use change: items are only ever added and retired, so both counts only grow. */
export async function nationalBankStamp(): Promise<string> {
	const national = isNull(items.versionId);
	const counts = { all: count(), retired: count(items.retiredAt) };
	const [row] = await db.select(counts).from(items).where(national);
	return `${row?.all} ${row?.retired}`;
}

function* itemsInUse(tx: Tx): Body<NationalItem[]> {
	const rows = yield* run(
		tx
			.select({ id: items.id, askedHash: items.askedHash, content: items.content })
			.from(items)
			.where(and(isNull(items.versionId), isNull(items.retiredAt)))
			.orderBy(asc(items.code)),
	);
	return rows.map(({ content, ...row }) => ({ ...row, item: itemOf({ id: row.id, content }) }));
}
