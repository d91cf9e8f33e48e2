import { certificationMessages } from "../../i18n/messages/certification.ts";
import type { Pdf } from "../../ui/pdf/document.server.ts";
import type { Document } from "./frontLeaf.ts";
import { ACCENT, asDecoration, INK, newLeaf, SHEET } from "./sheet.ts";

type Column = { label: string; width: number; align?: "left" | "right" };
type Table = { title: string; columns: Column[]; rows: string[][] };

const LAST = SHEET.height - SHEET.margin - 20;
const PADDING = 5;

/** The second leaf: the subjects with their hours, and the competences that were reached. */
export function writeBack(pdf: Pdf, { print, number, lang }: Document): void {
	const t = certificationMessages[lang];
	const width = SHEET.width - 2 * SHEET.margin;
	nextLeaf(pdf);
	const section = pdf.struct("Sect", { lang: lang === "id" ? "id-ID" : "en-GB" });
	pdf.addStructure(section);
	const jp = (hours: number) => String(hours);
	const rows = print.subjects.map((one, index) => [String(index + 1), one.subject, jp(one.jp)]);
	writeTable(pdf, section, {
		title: t.subjects,
		columns: [
			{ label: t.subjectNumber, width: 36 },
			{ label: t.subject, width: width - 96 },
			{ label: t.jp, width: 60, align: "right" },
		],
		rows: [...rows, ["", t.total, jp(print.jp)]],
	});
	if (print.competences.length > 0)
		writeTable(pdf, section, {
			title: t.competences,
			columns: [
				{ label: t.competence, width: width - 140 },
				{ label: t.level, width: 70, align: "right" },
				{ label: t.score, width: 70, align: "right" },
			],
			rows: print.competences.map(({ code, name, level, score }) => [
				`${code} ${name}`,
				String(level),
				String(score),
			]),
		});
	section.add(
		pdf.struct("P", {}, () => {
			pdf.font("regular").fontSize(8.5).fillColor(INK);
			pdf.text(`${t.number(number)} · ${print.name}`, SHEET.margin, LAST - 8, { width, align: "center" });
		}),
	);
	section.end();
}

function nextLeaf(pdf: Pdf): void {
	newLeaf(pdf);
	pdf.y = SHEET.margin + 8;
}

function writeTable(pdf: Pdf, section: PDFKit.PDFStructureElement, { title, columns, rows }: Table): void {
	const width = SHEET.width - 2 * SHEET.margin;
	section.add(
		pdf.struct("H2", {}, () => {
			pdf
				.font("bold")
				.fontSize(13)
				.fillColor(ACCENT)
				.text(title, SHEET.margin, pdf.y, { width, align: "center" });
		}),
	);
	pdf.y += 8;
	const table = pdf.struct("Table");
	section.add(table);
	writeRow(
		pdf,
		table,
		columns,
		columns.map(({ label }) => label),
		true,
	);
	for (const row of rows) writeRow(pdf, table, columns, row, false);
	table.end();
	pdf.y += 22;
}

function writeRow(
	pdf: Pdf,
	table: PDFKit.PDFStructureElement,
	columns: readonly Column[],
	cells: readonly string[],
	isHead: boolean,
): void {
	pdf.font(isHead ? "bold" : "regular").fontSize(10);
	const height = Math.max(
		...cells.map((text, index) => pdf.heightOfString(text || " ", { width: columns[index]?.width ?? 0 })),
	);
	if (pdf.y + height + 2 * PADDING > LAST - 20) nextLeaf(pdf);
	const top = pdf.y + PADDING;
	const row = pdf.struct("TR");
	table.add(row);
	let left = SHEET.margin;
	for (const [index, { width, align = "left" }] of columns.entries()) {
		const x = left;
		row.add(
			pdf.struct(isHead ? "TH" : "TD", {}, () => {
				pdf
					.font(isHead ? "bold" : "regular")
					.fontSize(10)
					.fillColor(INK);
				pdf.text(cells[index] ?? "", x, top, { width: width - 6, align });
			}),
		);
		left += width;
	}
	row.end();
	pdf.y = top + height + PADDING;
	const line = pdf.y;
	asDecoration(pdf, () => {
		pdf.lineWidth(isHead ? 1 : 0.4).strokeColor(INK);
		pdf
			.moveTo(SHEET.margin, line)
			.lineTo(SHEET.width - SHEET.margin, line)
			.stroke();
	});
}
