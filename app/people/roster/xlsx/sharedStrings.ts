import type { Package } from "./package.ts";
import { readWhole } from "./parts.ts";
import { LONGEST_CELL, StringStore } from "./stringStore.ts";

/** The texts that cells refer to by number. */
export async function sharedStrings(file: Package, part: string): Promise<StringStore> {
	const strings = new StringStore();
	if (!file.has(part)) return strings;
	let text = "";
	let isText = false;
	let phonetic = false;
	await readWhole(file, part, {
		open(name) {
			if (name === "si") text = "";
			else if (name === "rPh") phonetic = true;
			else if (name === "t") isText = !phonetic;
		},
		text(piece) {
			if (isText && text.length < LONGEST_CELL) text += piece;
		},
		close(name) {
			if (name === "t") isText = false;
			else if (name === "rPh") phonetic = false;
			else if (name === "si") strings.add(unescaped(text));
		},
	});
	return strings;
}

/** Excel writes characters that XML cannot hold as "_x000D_". */
export const unescaped = (text: string): string =>
	text.includes("_x")
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
		: text;
