import type { CellCoverage } from "#app/catalog/blueprint.ts";
import { bankMessages } from "#app/i18n/messages/bank.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** Each cell of the blueprint with what the bank has for it. */
export function Coverage({ cells }: { cells: CellCoverage[] }) {
	const t = useMessages(bankMessages);
	if (cells.length === 0) return <p>{t.noBlueprint}</p>;
	return (
		<DataTable
			caption={t.coverage}
			rows={cells}
			rowKey={({ competence, level, from }) => `${competence} ${level} ${from}`}
			columns={[
				{ key: "competence", label: t.competence, rowHeader: true, cell: ({ competence }) => competence },
				{ key: "level", label: t.level, numeric: true, cell: ({ level }) => level },
				{ key: "bank", label: t.bank, cell: ({ from }) => (from === "national" ? t.national : t.own) },
				{ key: "wanted", label: t.wanted, numeric: true, cell: ({ count }) => count },
				{ key: "items", label: t.items, numeric: true, cell: ({ items }) => items },
				{ key: "prototypes", label: t.prototypes, numeric: true, cell: ({ families }) => families },
				{
					key: "state",
					label: t.state,
					cell: ({ count, fillable }) =>
						fillable < count ? (
							<Badge tone="warm">{t.short(String(count - fillable))}</Badge>
						) : (
							<Badge tone="good">{t.enough}</Badge>
						),
				},
			]}
		/>
	);
}
