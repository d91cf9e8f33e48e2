import { formatMonth } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { barsOf } from "#app/readiness/bars.ts";
import type { Measure } from "#app/readiness/delta.ts";
import type { Month } from "#app/readiness/month.ts";
import type { Cells } from "#app/readiness/suppress.ts";
import { cellWords } from "#app/readiness/words.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { MonthChart } from "../../kesiapan._index/components/MonthChart.tsx";
import { MonthTable } from "../../kesiapan._index/components/MonthTable.tsx";

type ByMonthProps = { months: readonly { month: Month; cells: Cells | null }[]; measure: Measure };

/** The twelve months as a chart of one measure and as a table of all. */
export function ByMonth({ months, measure }: ByMonthProps) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const named = months.map(({ month, cells }) => {
		const cell = cells?.[measure] ?? null;
		return { month, cell, words: cell === null ? t.noneShort : cellWords(cell, lang) };
	});
	const [from = "", to = ""] = [months.at(0), months.at(-1)].map((one) =>
		formatMonth(one?.month ?? "", lang),
	);
	return (
		<section aria-labelledby="bulanan">
			<h2 id="bulanan">{t.byMonth}</h2>
			<MonthChart bars={barsOf(named, ({ cell }) => cell)} label={t.chartLabel(t[measure], from, to)} />
			<MonthTable months={months.map(({ month, cells }) => ({ month, values: cells }))} />
		</section>
	);
}
