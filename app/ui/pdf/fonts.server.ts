import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Font } from "fontkit";

const require = createRequire(import.meta.url);
const faces = {
	regular: "400Regular/NotoSans_400Regular.ttf",
	bold: "700Bold/NotoSans_700Bold.ttf",
} as const;
export type Face = keyof typeof faces;
export const faceNames = Object.keys(faces) as Face[];

/** Words whose glyphs are known, with their places: finding them is most of what a line of text costs. */
type Layouts = Record<string, unknown>;
type Opened = { font: Font; layouts: Layouts; documents: number };
const opened = new Map<Face, Opened>();
/** After so many documents, of some words of their own each, it begins anew. */
const MOST_DOCUMENTS = 2000;

/** A face, read once in this process: it takes some 30 ms each time otherwise. */
export function faceOf(face: Face): Font {
	return open(face).font;
}

/** The words of a face that earlier documents laid out; one document's are the next one's. */
export function layoutsOf(face: Face): Layouts {
	const known = open(face);
	if (++known.documents % MOST_DOCUMENTS === 0) known.layouts = Object.create(null) as Layouts;
	return known.layouts;
}

type Decoding = { _decode: () => unknown };

/** A glyph's outline is decoded once, and not again for each document whose part of the font it comes into. */
function keepDecoded(font: Font): void {
	const getGlyph = font.getGlyph.bind(font);
	const seen = new WeakSet<object>();
	font.getGlyph = (...asked) => {
		const glyph = getGlyph(...asked);
		if (seen.has(glyph)) return glyph;
		seen.add(glyph);
		const inner = glyph as unknown as Decoding;
		const decode = inner._decode.bind(glyph);
		let decoded: unknown;
		inner._decode = () => {
			decoded ??= decode();
			return decoded;
		};
		return glyph;
	};
}

function open(face: Face): Opened {
	const known = opened.get(face);
	if (known) return known;
	const fontkit: typeof import("fontkit") = require("fontkit");
	// Beside the package's own entry, wherever node_modules are.
	const folder = path.dirname(require.resolve("@expo-google-fonts/noto-sans/package.json"));
	const font = fontkit.create(readFileSync(path.join(folder, faces[face]))) as Font;
	keepDecoded(font);
	const made = { font, layouts: Object.create(null) as Layouts, documents: 0 };
	opened.set(face, made);
	return made;
}
