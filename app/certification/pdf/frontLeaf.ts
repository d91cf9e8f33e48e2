import { encode } from "uqr";
import type { CertificatePrint } from "#db/schema/certification.ts";
import { formatDay } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { certificationMessages, formNames } from "../../i18n/messages/certification.ts";
import { groupIdentifier } from "../../people/nip.ts";
import type { Pdf } from "../../ui/pdf/document.server.ts";
import { inWords } from "../words.ts";
import { ACCENT, type Block, INK, newLeaf, QUIET, SHEET, writeBlocks } from "./sheet.ts";

/** What a certificate's document says. `signedBy` is printed as it is: what the signature is, and nothing that it is not. */
export type Document = {
	print: CertificatePrint;
	number: string;
	code: string;
	/** ISO day; null: it does not run out. */
	validUntil: string | null;
	/** Where the QR code leads. */
	address: string;
	lang: Language;
	signedBy: string;
	/** The number of the certificate that this one replaces; "" for none. */
	replaces: string;
	/** The bytes of the issuer's logo, PNG or JPEG; null: it has none. */
	logo: Uint8Array | null;
};

/** The lower part of the leaf, down to the frame with some air. */
const FOOT = { top: 618, qr: 92, height: 176 };

const LOGO = { width: 140, height: 52, below: 6 };

/** The first leaf: who, what, how many hours, from whom, and how to check it. */
export function writeFront(pdf: Pdf, document: Document): void {
	newLeaf(pdf);
	const section = pdf.struct("Sect", { lang: document.lang === "id" ? "id-ID" : "en-GB" });
	pdf.addStructure(section);
	const x = SHEET.margin;
	const y = SHEET.margin + 8 + (document.logo ? LOGO.height + LOGO.below : 0);
	writeLogo(pdf, section, document);
	const whole = { x, y, width: SHEET.width - 2 * x, height: FOOT.top - y - 12 };
	writeBlocks(pdf, section, frontBlocks(document), { ...whole, align: "center", above: 0.35 });
	writeCheck(pdf, section, document);
	writeSignatory(pdf, section, document);
	section.end();
}

/** The one place for a logo: above everything, in a box that none can leave. The state's emblem has none. */
function writeLogo(pdf: Pdf, section: PDFKit.PDFStructureElement, { logo, print }: Document): void {
	if (!logo) return;
	const { width, height } = LOGO;
	const fit: [number, number] = [width, height];
	const figure = pdf.struct("Figure", { alt: `Logo ${print.unitName ?? print.issuerName}` }, () => {
		const x = (SHEET.width - width) / 2;
		pdf.image(Buffer.from(logo), x, SHEET.margin, { fit, align: "center", valign: "center" });
	});
	section.add(figure);
}

function frontBlocks({ print, number, lang, replaces }: Document): Block[] {
	const t = certificationMessages[lang];
	const day = (iso: string) => formatDay(iso, lang);
	const holder: [string, string][] = [
		[
			print.identifierKind === "NI_PPPK" ? t.niPppk : t.nip,
			print.identifier && groupIdentifier(print.identifier),
		],
		[t.grade, print.grade],
		[t.position, print.position],
		[t.agency, print.agencyName],
	];
	const facts = holder.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`);
	return [
		{ text: print.issuerName, font: "bold", size: 13, gap: print.unitName ? 3 : 22 },
		...(print.unitName ? [{ text: print.unitName, size: 11, gap: 22 }] : []),
		{ kind: "H1", text: t.heading, font: "bold", size: 25, gap: 4, color: ACCENT },
		{ text: t.number(number), size: 11, gap: replaces ? 4 : 22 },
		...(replaces ? [{ text: t.replaces(replaces), size: 9.5, gap: 22, color: QUIET }] : []),
		{ text: t.givenTo, size: 11, gap: 6, color: QUIET },
		{ text: print.name, font: "bold", size: 21, gap: 8 },
		...facts.map((text, index) => ({ text, size: 10.5, gap: index === facts.length - 1 ? 18 : 2 })),
		{ text: t.statement(String(print.score)), size: 11, gap: 8 },
		{ text: print.courseTitle, font: "bold", size: 16, gap: 8 },
		{
			text: t.form(formNames[print.form] ?? "", day(print.startedOn), day(print.finishedOn)),
			size: 10,
			gap: 8,
		},
		{ text: t.hours(String(print.jp), inWords(print.jp)), font: "bold", size: 13, gap: 0 },
	];
}

/** The QR code as squares, with the code and the address in letters beside it. */
function writeCheck(
	pdf: Pdf,
	section: PDFKit.PDFStructureElement,
	{ address, code, lang, signedBy }: Document,
): void {
	const t = certificationMessages[lang];
	const { data, size } = encode(address, { border: 1 });
	const module = FOOT.qr / size;
	const [left, top] = [SHEET.margin, FOOT.top];
	const figure = pdf.struct("Figure", { alt: t.qrAlt }, () => {
		pdf.fillColor(INK);
		for (const [row, cells] of data.entries())
			for (const [first, length] of darkRuns(cells))
				pdf.rect(left + first * module, top + row * module, length * module, module);
		pdf.fill();
	});
	section.add(figure);
	const said = [`${t.verifyHere} ${code}`, address.replace(/\?.*$/, ""), signedBy];
	const blocks = said.map((text): Block => ({ text, size: 8, gap: 2, color: QUIET }));
	const below = { x: left, y: top + FOOT.qr + 6, width: 225, height: FOOT.height - FOOT.qr - 6 };
	writeBlocks(pdf, section, blocks, { ...below, align: "left", above: 0 });
}

/** Dark modules side by side, as where they begin and how many they are: one rectangle instead of several. */
function darkRuns(cells: readonly boolean[]): [number, number][] {
	const runs: [number, number][] = [];
	for (const [column, isDark] of cells.entries()) {
		const last = runs.at(-1);
		if (!isDark) continue;
		if (last && last[0] + last[1] === column) last[1]++;
		else runs.push([column, 1]);
	}
	return runs;
}

function writeSignatory(
	pdf: Pdf,
	section: PDFKit.PDFStructureElement,
	{ print, validUntil, lang }: Document,
): void {
	const t = certificationMessages[lang];
	const x = SHEET.width / 2 + 20;
	const blocks: Block[] = [
		{ text: t.issued(formatDay(print.issuedOn, lang)), size: 10, gap: 3 },
		...(validUntil ? [{ text: t.validUntil(formatDay(validUntil, lang)), size: 10, gap: 3 }] : []),
		{ text: print.signatory.position, size: 10, gap: 26 },
		{ text: print.signatory.name, font: "bold", size: 10, gap: 0 },
	];
	const place = { x, y: FOOT.top, width: SHEET.width - SHEET.margin - x, height: FOOT.height };
	writeBlocks(pdf, section, blocks, { ...place, align: "left", above: 0 });
}
