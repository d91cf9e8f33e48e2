import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { settings } from "#db/schema/index.ts";
import { putFile, storeFolder } from "./files.server.ts";

const NAME = "files:store";
const MARKER = "store-id";

/**
 * Checks at start that the file store can be written and is the one that this database's files lie in: its folder holds
 * a name that the database knows, so that a node whose FILES_DIR is not the shared one is found before it loses files.
 * @returns a sentence for the operator, or null
 * @throws Error in a sentence for the operator
 */
export async function checkFileStore(): Promise<string | null> {
	const folder = storeFolder();
	await writable(folder);
	const [known] = await db.select().from(settings).where(eq(settings.name, NAME));
	const found = markerIn(folder);
	if (known && found === known.value) return unshared();
	if (known && dialect() === "postgresql")
		throw new Error(
			`Folder berkas ${folder} bukan folder yang dipakai simpul lain pada basis data ini; tunjuk folder bersama itu dengan FILES_DIR=….`,
		);
	await adopt(folder, found);
	if (!known) return unshared();
	return `Folder berkas ${folder} bukan yang terakhir dipakai basis data ini. Sertifikat, gambar, dan bukti lama tidak dapat dibuka sampai isinya disalin ke folder itu.`;
}

const unshared = (): string | null =>
	dialect() === "postgresql" && !process.env.FILES_DIR
		? `FILES_DIR belum diisi: berkas disimpan di ${storeFolder()}. Simpul kedua pada basis data ini baru dapat dijalankan setelah FILES_DIR menunjuk folder bersama.`
		: null;

async function writable(folder: string): Promise<void> {
	try {
		await putFile(Buffer.from("Cakap\n"));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`Folder berkas ${folder} tidak dapat ditulisi (${reason}); pilih yang lain dengan FILES_DIR=….`,
		);
	}
}

function markerIn(folder: string): string | null {
	const file = path.join(folder, MARKER);
	return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/** Gives the folder a name, unless it has one, and makes it the database's. */
async function adopt(folder: string, found: string | null): Promise<void> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const name = found ?? newMarker(folder);
	const row = { name: NAME, value: name };
	const insert = db.insert(settings).values(row);
	if (dialect() === "sqlite") {
		await insert.onConflictDoUpdate({ target: settings.name, set: row });
		return;
	}
	await insert.onConflictDoNothing();
	const [kept] = await db.select().from(settings).where(eq(settings.name, NAME));
	// Two nodes that start at once on folders of their own: the second is told.
	if (kept?.value !== name)
		throw new Error(
			`Folder berkas ${folder} bukan folder bersama; tunjuk folder bersama dengan FILES_DIR=….`,
		);
}

function newMarker(folder: string): string {
	try {
		writeFileSync(path.join(folder, MARKER), `${randomUUID()}\n`, { mode: 0o600, flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
	return markerIn(folder) ?? "";
}
