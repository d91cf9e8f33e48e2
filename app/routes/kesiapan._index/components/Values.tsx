import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { measures } from "#app/readiness/delta.ts";
import type { Cell, Cells, Figure, Figures } from "#app/readiness/suppress.ts";
import { cellWords, figureWords } from "#app/readiness/words.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { Column } from "#app/ui/table.tsx";

/** A count, or how it is hidden, also said to screen readers. */
export function CellText({ cell }: { cell: Cell | undefined }) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	if (cell === undefined) return <Spoken seen={t.noneShort} said={t.noneMonth} />;
	const words = cellWords(cell, lang);
	if (cell === "few") return <Spoken seen={words} said={t.fewSpoken} />;
	if (cell === "closed") return <Spoken seen={words} said={t.closedSpoken} />;
	return <>{words}</>;
}

export function FigureText({ figure }: { figure: Figure | null }) {
	const t = useMessages(readinessMessages);
	const words = figureWords(figure, useLang());
	return figure ? words : <Spoken seen={words} said={t.noneMonth} />;
}

function Spoken({ seen, said }: { seen: string; said: string }) {
	return (
		<span className="unshown">
			<span aria-hidden="true">{seen}</span>
			<span className="visually-hidden">{said}</span>
		</span>
	);
}

/** The six measures as columns of a table. */
export function useMeasureColumns<Row>(cells: (row: Row) => Cells | Figures | null): Column<Row>[] {
	const t = useMessages(readinessMessages);
	return measures.map((measure) => ({
		key: measure,
		label: t[measure],
		numeric: true,
		cell: (row) => {
			const value = cells(row)?.[measure];
			return typeof value === "object" ? <FigureText figure={value} /> : <CellText cell={value} />;
		},
	}));
}

/** The six measures of the whole, large. */
export function Totals({ values }: { values: Cells | Figures }) {
	const t = useMessages(readinessMessages);
	return (
		<dl className="totals">
			{measures.map((measure) => {
				const value = values[measure];
				return (
					<div key={measure}>
						<dt>{t[measure]}</dt>
						<dd>{typeof value === "object" ? <FigureText figure={value} /> : <CellText cell={value} />}</dd>
					</div>
				);
			})}
		</dl>
	);
}
