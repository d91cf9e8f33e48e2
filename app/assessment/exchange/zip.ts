import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { FileRefused, note } from "./notes.ts";

const MOST_FILES = 5000;
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_RATIO = 200;
/** Small files of one letter repeated compress well without harm. */
const HARMLESS = 1024 * 1024;

export const isZip = ([p, k, a, b]: Uint8Array): boolean =>
	p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));

/**
 * The files of a ZIP by name, all in memory. What a file claims to hold is added up before anything is inflated, and
 * held to while it is.
 * @throws FileRefused when it is no sound ZIP, is far larger inside, is locked, or names what lies outside of it
 */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
	try {
		const zip = await opened(bytes);
		const entries = await entriesOf(zip);
		const files = new Map<string, Uint8Array>();
		for (const entry of entries) files.set(entry.fileName, await contentOf(zip, entry));
		return files;
	} catch (error) {
		throw error instanceof FileRefused ? error : refusalOf(error);
	}
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		const options = { lazyEntries: true, validateEntrySize: true, autoClose: false };
		fromBuffer(Buffer.from(bytes), options, (error, zip) => (error ? reject(error) : resolve(zip)));
	});
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
	const entries: Entry[] = [];
	const names = new Set<string>();
	let claimed = 0;
	return new Promise((resolve, reject) => {
		zip.on("error", reject);
		zip.on("end", () => resolve(entries));
		zip.on("entry", (entry: Entry) => {
			claimed += entry.uncompressedSize;
			const refusal = refusalOfEntry(entry, names, claimed, entries.length);
			if (refusal) return reject(refusal);
			names.add(entry.fileName);
			if (!entry.fileName.endsWith("/")) entries.push(entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
}

function refusalOfEntry(entry: Entry, names: ReadonlySet<string>, claimed: number, files: number) {
	const { fileName: name, compressedSize, uncompressedSize } = entry;
	const isBloated = uncompressedSize > HARMLESS && uncompressedSize > compressedSize * MOST_RATIO;
	if (claimed > MOST_BYTES || isBloated || files >= MOST_FILES) return new FileRefused(note("file.zipBomb"));
	if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
		return new FileRefused(note("file.zipLink", name));
	if (entry.isEncrypted()) return new FileRefused(note("file.zipEncrypted"));
	return names.has(name) ? new FileRefused(note("file.zipTwice", name)) : null;
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) return reject(error);
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("error", reject);
			stream.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
		});
	});
}

/** yauzl says which name leads out of the package; anything else it finds wrong is a ZIP that is not sound. */
function refusalOf(error: unknown): FileRefused {
	const outside = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(
		error instanceof Error ? error.message : "",
	);
	return new FileRefused(outside ? note("file.zipPath", outside[1] ?? "") : note("file.notZip"));
}
