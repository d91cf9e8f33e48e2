import type { CsvCell } from "../http/csv.ts";
import type { Language } from "../i18n/language.ts";
import type { ExamStatistics } from "./examStatistics.ts";
import type { Figure } from "./figure.ts";
import { flagWords } from "./flagWords.ts";
import type { ItemFigures, OptionFigures } from "./itemFigures.ts";

const HEAD = ["item", "option", "figure", "value", "n", "low90", "high90", "low95", "high95", "reason"];

/** Every figure of an exam on a line of its own; the exam's own have no item, and flags stand as words. */
export function statisticsSheet(exam: ExamStatistics, language: Language): CsvCell[][] {
	const { kind, value, sem } = exam.reliability;
	return [
		HEAD,
		line("", "", "mean", exam.mean),
		line("", "", kind, value),
		line("", "", "sem", sem),
		...exam.items.flatMap((item) => [
			...itemLines(item),
			...item.flags.map((flag): CsvCell[] => {
				const { label, why } = flagWords(flag, language);
				return [item.code, "", "flag", label, item.n, "", "", "", "", why];
			}),
		]),
	];
}

function itemLines(item: ItemFigures): CsvCell[][] {
	const figures = ["facility", "itemRest", "upperLower", "omission", "seconds"] as const;
	return [
		...figures.map((name) => line(item.code, "", name, item[name])),
		...(item.options ?? []).flatMap((option) => optionLines(item.code, option)),
	];
}

function optionLines(code: string, { id, chosen, thirds }: OptionFigures): CsvCell[][] {
	return [
		line(code, id, "chosen", chosen),
		...thirds.map((figure, index) => line(code, id, `chosen.third${index + 1}`, figure)),
	];
}

function line(code: string, option: string, name: string, figure: Figure): CsvCell[] {
	const ends = [...(figure.ci90 ?? ["", ""]), ...(figure.ci95 ?? ["", ""])];
	return [code, option, name, figure.value ?? "", figure.n, ...ends, figure.reason ?? ""];
}
