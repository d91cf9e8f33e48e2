import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { insertMany } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { dataDir } from "#db/config.ts";
import { isDiskFull } from "#db/errors.server.ts";
import { files } from "#db/schema/index.ts";
import { type Body, type Tx, transaction } from "#db/transaction.server.ts";

/** What is to be kept: its bytes at once, or as they come. */
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>;
/** `hash`: sha256 of the bytes, hexadecimal. */
export type StoredFile = { hash: string; bytes: number };

/** Nothing more fits on the disk of the store: whoever wanted to keep something tries again later. */
export class StoreFull extends Error {
	readonly code = "ENOSPC";
}
/** The source is longer than the caller allows; nothing of it is kept. */
export class FileTooLarge extends Error {}

/** Where files lie by the hash of their bytes: FILES_DIR shared by all nodes, or DATA_DIR/files. */
export function storeFolder(): string {
	return process.env.FILES_DIR ? path.resolve(process.env.FILES_DIR) : path.join(dataDir(), "files");
}

/** The place of a stored file. @throws RangeError when the hash is not one, so that no path can be smuggled in */
export function filePath(hash: string): string {
	if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a sha256");
	return path.join(storeFolder(), hash.slice(0, 2), hash);
}

/**
 * Keeps a file and makes it known to the database with its type; a second time it is the same file.
 * @throws StoreFull, FileTooLarge
 */
export async function keepFile(
	source: FileSource,
	about: { mediaType: string; maxBytes?: number; now: number },
): Promise<StoredFile> {
	const stored = await putFile(source, about.maxBytes);
	await transaction((tx) => recordFile(tx, { ...stored, mediaType: about.mediaType, now: about.now }));
	return stored;
}

/** Makes known what lies in the store, within the transaction of what refers to it. */
export function* recordFile(
	tx: Tx,
	{ hash, bytes, mediaType, now }: StoredFile & { mediaType: string; now: number },
): Body<void> {
	yield* recordFiles(tx, [{ hash, bytes }], { mediaType, now });
}

/** The same for several of one type. */
export function* recordFiles(
	tx: Tx,
	stored: readonly StoredFile[],
	{ mediaType, now }: { mediaType: string; now: number },
): Body<void> {
	const rows = stored.map(({ hash, bytes }) => ({ hash, bytes, mediaType, madeAt: now }));
	yield* insertMany(tx, files, rows, { skipsKnown: true });
}

/** What the database knows of a kept file; null when it was never kept. */
export async function findFile(hash: string): Promise<typeof files.$inferSelect | null> {
	const [found] = await db.select().from(files).where(eq(files.hash, hash));
	return found ?? null;
}

/**
 * Puts the bytes into the store, whole or not at all, durable when it resolves; needs no database.
 * @throws StoreFull, FileTooLarge
 */
export async function putFile(source: FileSource, maxBytes = Number.POSITIVE_INFINITY): Promise<StoredFile> {
	if (source instanceof Uint8Array && source.byteLength <= maxBytes) {
		const hash = createHash("sha256").update(source).digest("hex");
		if (await stat(filePath(hash)).catch(() => null)) return { hash, bytes: source.byteLength };
	}
	const temporary = path.join(storeFolder(), TEMPORARY, randomUUID());
	try {
		const stored = await written(temporary, source instanceof Uint8Array ? [source] : source, maxBytes);
		await moveInto(temporary, filePath(stored.hash));
		return stored;
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		if (isDiskFull(error)) throw new StoreFull("the file store is full", { cause: error });
		throw error;
	}
}

/** The bytes of a stored file as a stream; null when there is none. */
export async function openFile(hash: string): Promise<Readable | null> {
	const at = filePath(hash);
	return (await stat(at).catch(() => null)) ? createReadStream(at) : null;
}

/** The bytes of a stored file; null when there is none. */
export async function readStored(hash: string): Promise<Buffer | null> {
	return readFile(filePath(hash)).catch(() => null);
}

/** Removes what writers that were killed left behind a day ago. */
export async function forgetHalfWritten(now: number): Promise<void> {
	const folder = path.join(storeFolder(), TEMPORARY);
	for (const name of await readdir(folder).catch(() => [])) {
		const about = await stat(path.join(folder, name)).catch(() => null);
		if (about && about.mtimeMs < now - 86_400_000) await rm(path.join(folder, name), { force: true });
	}
}

/** In the store's own folder, since a rename is only whole within one file system. */
const TEMPORARY = "tmp";

async function written(
	target: string,
	source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
	maxBytes: number,
): Promise<StoredFile> {
	await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
	const handle = await open(target, "wx", 0o600);
	try {
		const stored = await copied(handle, source, maxBytes);
		await handle.datasync();
		return stored;
	} finally {
		await handle.close();
	}
}

async function copied(
	handle: FileHandle,
	source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
	maxBytes: number,
): Promise<StoredFile> {
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const part of source) {
		bytes += part.byteLength;
		if (bytes > maxBytes) throw new FileTooLarge(`longer than ${maxBytes} bytes`);
		hash.update(part);
		await handle.writeFile(part);
	}
	return { hash: hash.digest("hex"), bytes };
}

async function moveInto(temporary: string, target: string): Promise<void> {
	const folder = path.dirname(target);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await rename(temporary, target);
	// The name is durable only when its folder is.
	const handle = await open(folder, "r");
	await handle.sync().finally(() => handle.close());
}
