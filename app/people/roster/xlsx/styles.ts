import type { Package } from "./package.ts";
import { readWhole } from "./parts.ts";

/** Of the formats that every Excel has, those of dates (ECMA-376 part 1, 18.8.30, with those of East Asia). */
const isBuiltInDate = (id: number) =>
	(id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The styles, by number, in which a number is shown as a date. */
export async function dateStyles(file: Package, part: string): Promise<ReadonlySet<number>> {
	const dates = new Set<number>();
	if (!file.has(part)) return dates;
	const own = new Map<number, string>();
	let inCells = false;
	let style = 0;
	await readWhole(file, part, {
		open(name, { numFmtId, formatCode = "" }) {
			const id = Number(numFmtId ?? 0);
			if (name === "numFmt") own.set(id, formatCode);
			else if (name === "cellXfs") inCells = true;
			else if (name === "xf" && inCells) {
				if (own.has(id) ? isDateFormat(own.get(id) ?? "") : isBuiltInDate(id)) dates.add(style);
				style++;
			}
		},
		close(name) {
			if (name === "cellXfs") inCells = false;
		},
	});
	return dates;
}

/** Whether a format shows a day or a year: quoted text, colours and escaped characters do not count. */
const isDateFormat = (code: string): boolean =>
	/[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ""));
