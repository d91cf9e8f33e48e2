import type { CsvCell } from "../http/csv.ts";
import { formatNumber } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { readinessMessages } from "../i18n/messages/readiness.ts";
import { type Cell, type Figure, isShown, SMALLEST_SHOWN } from "./suppress.ts";

/** A cell as it is written: "1.208", "< 10", "ditutup". */
export function cellWords(cell: Cell, lang: Language): string {
	const t = readinessMessages[lang];
	return isShown(cell) ? formatNumber(cell, lang) : t[cell];
}

/** A sum as it is written: exact, "≥ 1.200" of the visible cells, "< 20" when both are few, "–" without data. */
export function figureWords(figure: Figure | null, lang: Language): string {
	const t = readinessMessages[lang];
	if (!figure) return t.noneShort;
	if (figure.exact) return formatNumber(figure.value, lang);
	if (figure.value > 0) return t.atLeast(formatNumber(figure.value, lang));
	return figure.few > 0 ? t.below(formatNumber(figure.few * SMALLEST_SHOWN, lang)) : t.closed;
}

/** A cell in a CSV: a plain number, or the words that stand for it. */
export function csvCell(cell: Cell | undefined, lang: Language): CsvCell {
	if (cell === undefined) return readinessMessages[lang].none;
	return isShown(cell) ? cell : cellWords(cell, lang);
}
