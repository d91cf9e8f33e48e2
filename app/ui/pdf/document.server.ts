import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import { faceNames, faceOf, layoutsOf } from "./fonts.server.ts";

/** A document being written. Its structure, which a screen reader follows, is made as it is written. */
export type Pdf = PDFKit.PDFDocument;

const require = createRequire(import.meta.url);

/** What pdfkit keeps of the font that is in use. */
type InUse = { _font: { layoutCache: Record<string, unknown> } };

/** An A4 document without a page yet: tagged, with its language and title, its two fonts (`regular`, `bold`) embedded. */
export function newPdf({
	title,
	lang,
	at = new Date(),
}: {
	title: string;
	lang: "id" | "en";
	at?: Date;
}): Pdf {
	// Read with the first document: it takes half a second of every start otherwise.
	const Document: typeof PDFDocument = require("pdfkit");
	const pdf = new Document({
		size: "A4",
		margins: { top: 71, bottom: 57, left: 71, right: 71 },
		autoFirstPage: false,
		// None of the standard fonts, which are never embedded: reading the first of them takes a while.
		font: "",
		tagged: true,
		pdfVersion: "1.7",
		lang: lang === "id" ? "id-ID" : "en-GB",
		displayTitle: true,
		info: { Title: title, Creator: "Cakap", Producer: "Cakap", CreationDate: at },
	});
	for (const face of faceNames) {
		pdf.registerFont(face, faceOf(face) as unknown as Buffer);
		(pdf.font(face) as unknown as InUse)._font.layoutCache = layoutsOf(face);
	}
	return pdf;
}

/** Ends the document when all of it is written, and gives its bytes. */
export async function finishedPdf(pdf: Pdf): Promise<Buffer> {
	const chunks: Buffer[] = [];
	pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise<void>((resolve, reject) => {
		pdf.once("end", resolve);
		pdf.once("error", reject);
	});
	pdf.end();
	await ended;
	return Buffer.concat(chunks);
}

/** The bytes as a download; `fileName` is ASCII without quotes. */
export function pdfResponse(fileName: string, bytes: Buffer): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename="${fileName}"`,
			"Cache-Control": "no-store",
		},
	});
}
