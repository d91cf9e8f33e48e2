import { decodeText } from "../decode.ts";
import { FileRefused, type Note, note } from "../notes.ts";
import { type Element, parseXml } from "../xml.ts";
import { withOlderNames } from "./names.ts";

/** The outermost element of a file, in the names of QTI 2. */
export function qtiRoot(bytes: Uint8Array, file: string | null): { root: Element; notes: Note[] } {
	const { text, notes } = decodeText(bytes);
	if (!text.trimStart().startsWith("<")) throw new FileRefused(note("file.notXml"), 1, file);
	return { root: withOlderNames(parseXml(text, file)), notes };
}
