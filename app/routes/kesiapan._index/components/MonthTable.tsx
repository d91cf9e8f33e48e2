import { formatMonth } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import type { Month } from "#app/readiness/month.ts";
import type { Cells, Figures } from "#app/readiness/suppress.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useMeasureColumns } from "./Values.tsx";

type Line = { month: Month; values: Cells | Figures | null };

/** What the chart draws, and the other measures, in numbers; newest first. */
export function MonthTable({ months }: { months: readonly Line[] }) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const measured = useMeasureColumns<Line>((line) => line.values);
	const name = {
		key: "month",
		label: t.month,
		rowHeader: true,
		cell: (line: Line) => <span className="month">{formatMonth(line.month, lang)}</span>,
	};
	return (
		<DataTable
			caption={t.monthTable}
			columns={[name, ...measured]}
			rows={[...months].reverse()}
			rowKey={(line) => line.month}
		/>
	);
}
