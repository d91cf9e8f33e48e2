import type { Pdf } from "../../ui/pdf/document.server.ts";

/** A4 in points, and what stays free around it. */
export const SHEET = { width: 595.28, height: 841.89, margin: 62 };
export const INK = "#16202c";
export const QUIET = "#4a5a6a";
export const ACCENT = "#0b5f7d";

export type Kind = "P" | "H1" | "H2";
/** One paragraph of a leaf: its structure, font, size in points, the gap below it. */
export type Block = {
	kind?: Kind;
	text: string;
	font?: "regular" | "bold";
	size: number;
	gap: number;
	color?: string;
};

/** No paragraph becomes smaller than this share of its size: below it nobody reads it on paper. */
const SMALLEST = 0.5;

export type Place = { x: number; y: number; width: number; height: number; align: "left" | "center" };

/**
 * Writes the blocks one below the other into a place, each as an element of the document's structure: in their size, or
 * all of them as much smaller as it takes for them to fit, so that no name, however long, is cut or overlaps. Free height
 * is left in the proportion `above`.
 * @throws RangeError when they do not fit even at half their size
 */
export function writeBlocks(
	pdf: Pdf,
	section: PDFKit.PDFStructureElement,
	blocks: readonly Block[],
	place: Place & { above: number },
): void {
	const { x, y, width, height, align, above } = place;
	const { share, heights } = sizeThatFits(pdf, blocks, place);
	let top = y + (height - sum(heights)) * above;
	for (const [index, block] of blocks.entries()) {
		const { kind = "P", text, font = "regular", size, color = INK } = block;
		const at = top;
		section.add(
			pdf.struct(kind, {}, () => {
				pdf
					.font(font)
					.fontSize(size * share)
					.fillColor(color)
					.text(text, x, at, { width, align });
			}),
		);
		top += heights[index] ?? 0;
	}
}

/** The greatest share of their sizes at which the blocks fit, and how high each is then; laying out is most of the work. */
function sizeThatFits(
	pdf: Pdf,
	blocks: readonly Block[],
	place: Place,
): { share: number; heights: number[] } {
	for (let share = 1; share >= SMALLEST; share -= 0.02) {
		const heights = blocks.map((block) => heightOf(pdf, block, place, share));
		if (sum(heights) <= place.height) return { share, heights };
	}
	throw new RangeError("the text does not fit on its leaf");
}

const sum = (heights: readonly number[]): number => heights.reduce((all, one) => all + one, 0);

function heightOf(
	pdf: Pdf,
	{ text, font = "regular", size, gap }: Block,
	{ width, align }: Place,
	share: number,
): number {
	return (
		pdf
			.font(font)
			.fontSize(size * share)
			.heightOfString(text, { width, align }) +
		gap * share
	);
}

/** What is only to be looked at: a screen reader passes it by. */
export function asDecoration(pdf: Pdf, draw: () => void): void {
	pdf.markContent("Artifact", { type: "Layout" });
	draw();
	pdf.endMarkedContent();
}

/** Begins a leaf with its frame: two fine lines, and no emblem, which only the state may print. */
export function newLeaf(pdf: Pdf): void {
	const { width, height } = SHEET;
	// Every line has its place: pdfkit must not begin a page of its own below a margin.
	pdf.addPage({ size: "A4", margins: { top: 0, bottom: 0, left: 0, right: 0 } });
	asDecoration(pdf, () => {
		pdf
			.lineWidth(1.4)
			.strokeColor(ACCENT)
			.rect(30, 30, width - 60, height - 60)
			.stroke();
		pdf
			.lineWidth(0.5)
			.rect(36, 36, width - 72, height - 72)
			.stroke();
	});
}
