import type { Format } from "./reading.ts";
import { isZip } from "./zip.ts";

/** The format that a file seems to have: a ZIP and other XML are QTI, a quiz is Moodle's, and all else is GIFT. */
export function guessFormat(bytes: Uint8Array): Format {
	if (isZip(bytes)) return "qti";
	// Zeros are every other byte of UTF-16.
	const head = new TextDecoder("latin1").decode(bytes.subarray(0, 20_000)).replaceAll("\0", "");
	if (!/^[^<\w]{0,6}</.test(head)) return "gift";
	return /<(\w+:)?quiz[\s>]/.test(head) ? "moodle-xml" : "qti";
}
