import { readGift } from "./gift/readGift.ts";
import { readMoodle } from "./moodle/readMoodle.ts";
import { FileRefused, note } from "./notes.ts";
import { readQti } from "./qti/readQti.ts";
import type { Format, ReadFile } from "./reading.ts";
import { isZip } from "./zip.ts";

export const FILE_LIMIT = 10 * 1024 * 1024;
const MOST = 5000;

/**
 * All questions of a file of that format.
 * @throws FileRefused when the file as a whole cannot be read, is longer than FILE_LIMIT or holds more than 5000
 */
export async function readItems(bytes: Uint8Array, format: Format): Promise<ReadFile> {
	if (bytes.length === 0) throw new FileRefused(note("file.empty"));
	if (bytes.length > FILE_LIMIT)
		throw new FileRefused(note("file.tooLarge", String(FILE_LIMIT / 1024 / 1024)));
	if (isZip(bytes) && format !== "qti") throw new FileRefused(note("file.zipForQti"));
	const read = await readers[format](bytes);
	if (read.questions.length > MOST) throw new FileRefused(note("file.tooMany", String(MOST)));
	return read;
}

const readers = { gift: readGift, "moodle-xml": readMoodle, qti: readQti };
