import { inflateSync } from "node:zlib";

/** The pieces of text that a PDF of pdfkit shows, read through the tables that its embedded fonts bring along. */
export function pdfText(pdf: Buffer): string[] {
	const { pieces, tables } = partsOf(pdf);
	// A piece does not say here which of the fonts it is in: it is read in each.
	return pieces.flatMap((piece) => tables.map((letters) => decoded(piece, letters)));
}

/** The whole text, without spaces, as it reads in each of the document's fonts: what is in that font stands in it. */
export function pdfTexts(pdf: Buffer): string[] {
	const { pieces, tables } = partsOf(pdf);
	return tables.map((letters) =>
		pieces
			.map((piece) => decoded(piece, letters))
			.join("")
			.replace(/\s+/g, ""),
	);
}

function partsOf(pdf: Buffer): { pieces: string[]; tables: Map<number, string>[] } {
	const streams = streamsOf(pdf);
	const tables = streams.filter((text) => text.includes("beginbfrange")).map(lettersOf);
	const pieces = streams.flatMap((text) =>
		[...text.matchAll(/\[([^\]]*)\] TJ/g)].map(([, piece = ""]) => piece),
	);
	return { pieces, tables };
}

function streamsOf(pdf: Buffer): string[] {
	const text = pdf.toString("latin1");
	return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
		if (text.slice(index - 3, index) === "end") return [];
		try {
			return [inflateSync(pdf.subarray(index + mark.length)).toString("latin1")];
		} catch {
			return [];
		}
	});
}

function lettersOf(table: string): Map<number, string> {
	const letters = new Map<number, string>();
	for (const [, begin = "", list = ""] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
		const codes = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = ""]) => hex.replaceAll(" ", ""));
		codes.forEach((hex, i) => {
			const units = hex.match(/.{4}/g) ?? [];
			letters.set(
				Number.parseInt(begin, 16) + i,
				String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
			);
		});
	}
	return letters;
}

function decoded(piece: string, letters: Map<number, string>): string {
	const glyphs = [...piece.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
	return glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? "?").join("");
}
