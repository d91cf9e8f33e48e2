import type { Language } from "../i18n/language.ts";
import { itemFormMessages } from "../i18n/messages/itemForm.ts";
import { studioMessages } from "../i18n/messages/studio.ts";

type Path = readonly PropertyKey[];

/** The label of a form field without what stands in brackets; the row where the path names one. */
function label(words: Record<string, unknown>, name: string, path: Path, lang: Language): string {
	const text = words[name];
	const plain = typeof text === "string" ? text.replace(/\s*\(.*$/, "") : name;
	const row = path.find((step) => typeof step === "number");
	return typeof row === "number" ? `${plain}, ${studioMessages[lang].row(String(row + 1))}` : plain;
}

/** What the studio calls a field of a course's facts, e.g. "Nama penanda tangan sertifikat" of signatory.name. */
export function factName(path: Path, lang: Language): string {
	const [first, second] = path.map(String);
	const name =
		first === "signatory" ? (second === "position" ? "signatoryPosition" : "signatoryName") : undefined;
	const field = name ?? (first === "exam" ? (second ?? "blueprint") : (first ?? "title"));
	return label(studioMessages[lang], `f_${field}`, path, lang);
}

/** What the studio calls a field of an item. */
export function itemFieldName(path: Path, lang: Language): string {
	const [first = "stem", second] = path.map(String);
	const own: Record<string, string> = {
		feedback: second === "wrong" ? "fbWrong" : "fbCorrect",
		// A gap's keys stand in the text, and a picture's width and height in one field.
		gaps: "text",
		width: "size",
		height: "size",
	};
	return label(itemFormMessages[lang], own[first] ?? first, path, lang);
}
