import { certificationMessages } from "../../i18n/messages/certification.ts";
import { finishedPdf, newPdf, type Pdf } from "../../ui/pdf/document.server.ts";
import { placeForSignature } from "../signing/signaturePlace.ts";
import { writeBack } from "./backLeaf.ts";
import { type Document, writeFront } from "./frontLeaf.ts";

/** The document's fonts lack letters of what it has to say: rather none than one with boxes in a name. */
export class UnprintableLetters extends Error {
	readonly letters: string;
	constructor(letters: string) {
		super(`no font has ${letters}`);
		this.letters = letters;
	}
}

/**
 * A certificate as a tagged PDF of two leaves (more only when it has very many subjects).
 * @param signedAt the time that its signature will claim, UTC milliseconds; null: without a place for one
 * @throws UnprintableLetters
 */
export async function certificatePdf(document: Document, signedAt: number | null): Promise<Buffer> {
	const { lang, number, print } = document;
	const title = `${certificationMessages[lang].title} ${number}: ${print.courseTitle}`;
	const at = signedAt === null ? undefined : new Date(signedAt);
	const pdf = newPdf({ title, lang, at });
	requireLetters(pdf, JSON.stringify({ ...document, logo: null }));
	writeFront(pdf, document);
	if (at) placeForSignature(pdf, { name: print.issuerName, at });
	writeBack(pdf, document);
	return finishedPdf(pdf);
}

type Inner = { _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } } };

function requireLetters(pdf: Pdf, text: string): void {
	const letters = new Set(text.normalize("NFC"));
	const lacking = new Set<string>();
	for (const name of ["regular", "bold"]) {
		const { font } = (pdf.font(name) as unknown as Inner)._font;
		for (const letter of letters)
			if (!font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) lacking.add(letter);
	}
	if (lacking.size > 0) throw new UnprintableLetters([...lacking].join(""));
}
