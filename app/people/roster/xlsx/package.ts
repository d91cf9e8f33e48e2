import { pipeline, type Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { type Entry, open, type ZipFile } from "yauzl";
import { refusal } from "../refusals.ts";
import { RosterRefused } from "../rosterLine.ts";

const MOST_ENTRIES = 2000;
/** A sheet of 250,000 people is about 900 MB; it is never in memory as a whole. */
const MOST_BYTES = 1.5 * 1024 ** 3;
/** What is kept in memory: texts that cells share, and the small parts. */
const MOST_SHARED = 320 * 1024 ** 2;
const MOST_SMALL = 16 * 1024 ** 2;
/** Sheets of repeated words reach a hundred. */
const MOST_RATIO = 200;
const HARMLESS = 1024 ** 2;
const PIECE = 128 * 1024;

/** The parts of a workbook by name, read from the disk one at a time; what they claim to hold is held against them. */
export type Package = {
	has(name: string): boolean;
	/** @throws RosterRefused where there is no such part, or where it is not as the directory says */
	pieces(name: string): AsyncGenerator<Buffer>;
	close(): void;
};

/** @throws RosterRefused when it is no sound ZIP, is far larger inside, is locked, or names what lies outside of it */
export async function openPackage(path: string): Promise<Package> {
	try {
		const zip = await opened(path);
		const entries = await entriesOf(zip).catch((error) => {
			zip.close();
			throw error;
		});
		return {
			has: (name) => entries.has(name),
			pieces: (name) => piecesOf(zip, entries.get(name)),
			close: () => zip.close(),
		};
	} catch (error) {
		throw asRefusal(error);
	}
}

function opened(path: string): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		const options = { lazyEntries: true, validateEntrySize: true, autoClose: false };
		open(path, options, (error, zip) => (error ? reject(error) : resolve(zip)));
	});
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>();
	let claimed = 0;
	return new Promise((resolve, reject) => {
		zip.on("error", reject);
		zip.on("end", () => resolve(entries));
		zip.on("entry", (entry: Entry) => {
			claimed += entry.uncompressedSize;
			if (entries.size >= MOST_ENTRIES || claimed > MOST_BYTES || isBloated(entry))
				return reject(refusal("zipBomb"));
			if (entry.isEncrypted()) return reject(refusal("password"));
			if (entries.has(entry.fileName)) return reject(refusal("truncated"));
			entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
}

function isBloated({ fileName, compressedSize, uncompressedSize }: Entry): boolean {
	if (uncompressedSize > HARMLESS && uncompressedSize > compressedSize * MOST_RATIO) return true;
	if (/sharedStrings[^/]*\.xml$/i.test(fileName)) return uncompressedSize > MOST_SHARED;
	return /\.(xml|rels)$/i.test(fileName) && !/sheets\//.test(fileName) && uncompressedSize > MOST_SMALL;
}

/** yauzl would inflate by itself, but in pieces of 16 KB, of which a sheet has tens of thousands. */
async function* piecesOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
	if (!entry || ![0, 8].includes(entry.compressionMethod)) throw refusal("truncated");
	let size = 0;
	try {
		const packed = await packedStream(zip, entry);
		const stream = entry.compressionMethod === 0 ? packed : inflated(packed);
		for await (const piece of stream as AsyncIterable<Buffer>) {
			size += piece.length;
			if (size > entry.uncompressedSize) throw refusal("zipBomb");
			yield piece;
		}
	} catch (error) {
		throw asRefusal(error);
	}
	if (size < entry.uncompressedSize) throw refusal("truncated");
}

function packedStream(zip: ZipFile, entry: Entry): Promise<Readable> {
	return new Promise((resolve, reject) => {
		const options = { decodeFileData: false };
		zip.openReadStream(entry, options, (error, stream) => (error ? reject(error) : resolve(stream)));
	});
}

/** Errors of either reach the reader of the last stream, which is destroyed with them. */
const inflated = (packed: Readable): Readable =>
	pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => undefined);

/** yauzl says which name leads out of the package; anything else it finds wrong is a file that is not sound. */
function asRefusal(error: unknown): unknown {
	if (error instanceof RosterRefused) return error;
	const message = error instanceof Error ? error.message : "";
	if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(message))
		return refusal("unsafeName");
	return refusal("truncated");
}
