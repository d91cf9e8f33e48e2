import type { CsvCell } from "../http/csv.ts";
import type { Language } from "../i18n/language.ts";
import { readinessMessages } from "../i18n/messages/readiness.ts";
import type { AgencyReadiness } from "./agencyReadiness.server.ts";
import { measures } from "./delta.ts";
import type { Month } from "./month.ts";
import type { AgencyLine } from "./nation.server.ts";
import type { Cells } from "./suppress.ts";
import type { UnitLine } from "./unitTree.ts";
import { csvCell } from "./words.ts";

type Sheet = CsvCell[][];

const counts = (cells: Cells | null, lang: Language) =>
	measures.map((measure) => csvCell(cells?.[measure], lang));

/** The list of agencies as rows, with a heading. */
export function nationSheet(
	lines: readonly AgencyLine[],
	provinces: readonly { code: string; name: string }[],
	month: Month,
	lang: Language,
): Sheet {
	const t = readinessMessages[lang];
	const provinceOf = (code: string | null) => provinces.find((one) => one.code === code)?.name ?? "";
	return [
		[t.month, t.code, t.agency, t.kind, t.province, ...measures.map((measure) => t[measure])],
		...lines.map((line) => [
			month,
			line.code,
			line.name,
			t[`kind_${line.kind}`],
			provinceOf(line.provinceCode),
			...counts(line.cells, lang),
		]),
	];
}

/** One agency as rows: the whole, its units (with their level), its courses, its months. */
export function agencySheet(readiness: AgencyReadiness | null, month: Month, lang: Language): Sheet {
	const t = readinessMessages[lang];
	const head = [t.month, t.section, t.level, t.name, ...measures.map((measure) => t[measure])];
	if (!readiness) return [head, [month, t.whole, "", t.whole, ...counts(null, lang)]];
	return [
		head,
		[month, t.whole, "", t.whole, ...counts(readiness.total, lang)],
		...readiness.units.map((line) => [
			month,
			t.unit,
			line.level,
			unitName(line, lang),
			...counts(line.cells, lang),
		]),
		...readiness.courses.map((line) => [
			month,
			t.course,
			"",
			line.title,
			"",
			...counts(line.cells, lang).slice(1),
		]),
		...readiness.months.map((line) => [line.month, t.whole, "", t.monthTable, ...counts(line.cells, lang)]),
	];
}

/** What a line of the table by unit is called. */
export function unitName({ kind, name }: UnitLine, lang: Language): string {
	const t = readinessMessages[lang];
	return { unit: name, direct: t.direct(name), none: t.noUnit }[kind];
}
