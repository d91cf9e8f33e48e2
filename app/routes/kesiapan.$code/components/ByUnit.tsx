import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { unitName } from "#app/readiness/csv.ts";
import type { UnitLine } from "#app/readiness/unitTree.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { useMeasureColumns } from "../../kesiapan._index/components/Values.tsx";

/** The agency's units in two levels. */
export function ByUnit({ lines }: { lines: readonly UnitLine[] }) {
	const t = useMessages(readinessMessages);
	const measured = useMeasureColumns<UnitLine>((line) => line.cells);
	const lang = useLang();
	const name: Column<UnitLine> = {
		key: "name",
		label: t.unit,
		rowHeader: true,
		cell: (line) => <span className={`unit-level-${line.level}`}>{unitName(line, lang)}</span>,
	};
	return (
		<section aria-labelledby="unit">
			<h2 id="unit">{t.byUnit}</h2>
			{lines.length === 0 ? (
				<p className="quiet">{t.noUnits}</p>
			) : (
				<DataTable
					caption={t.unitTable}
					columns={[name, ...measured]}
					rows={lines}
					rowKey={(line) => line.id}
				/>
			)}
		</section>
	);
}
