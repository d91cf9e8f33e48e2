import { formatNumber } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import type { SortKey } from "#app/readiness/agencyList.ts";
import { type ListState, listAddress } from "#app/readiness/listState.ts";
import type { AgencyLine } from "#app/readiness/nation.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState } from "#app/ui/Page.tsx";
import { type Column, DataTable, Pager } from "#app/ui/table.tsx";
import { useMeasureColumns } from "./Values.tsx";

type AgencyTableProps = {
	state: ListState;
	lines: readonly AgencyLine[];
	count: number;
	page: number;
	pages: number;
};

/** The agencies of one page; each column's heading sorts by it, numbers from the largest first. */
export function AgencyTable({ state, lines, count, page, pages }: AgencyTableProps) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const measured = useMeasureColumns<AgencyLine>((line) => line.cells);
	if (count === 0) return <EmptyState>{t.listNone}</EmptyState>;
	const columns: Column<AgencyLine>[] = [
		{
			key: "name",
			label: t.agency,
			rowHeader: true,
			cell: (line) => <Name line={line} month={state.month} />,
		},
		...measured,
	];
	const sorted = columns.map((column) => ({ ...column, sort: sortLink(state, column.key as SortKey) }));
	return (
		<>
			<DataTable
				caption={t.listTable(formatNumber(count, lang))}
				columns={sorted}
				rows={lines}
				rowKey={(line) => line.code}
			/>
			<Pager page={page} pages={pages} to={(to) => `${listAddress({ ...state, page: to })}#instansi`} />
		</>
	);
}

function Name({ line, month }: { line: AgencyLine; month: string }) {
	const t = useMessages(readinessMessages);
	return (
		<>
			<a href={`/kesiapan/${line.code}?bulan=${month}`}>{line.name}</a>
			{line.cells ? null : <span className="quiet none-note"> {t.none}</span>}
		</>
	);
}

function sortLink(state: ListState, by: SortKey) {
	const isCurrent = state.sort.by === by;
	const descending = isCurrent ? !state.sort.descending : by !== "name";
	const direction = state.sort.descending ? ("descending" as const) : ("ascending" as const);
	return {
		to: `${listAddress({ ...state, page: 1, sort: { by, descending } })}#instansi`,
		direction: isCurrent ? direction : null,
	};
}
