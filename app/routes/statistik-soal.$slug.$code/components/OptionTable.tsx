import type { Figure } from "#app/assessment/figure.ts";
import type { ItemFigures } from "#app/assessment/itemFigures.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ShareWithInterval } from "../../statistik-soal.$slug._index/components/FigureText.tsx";

type Row = { key: string; text: string; correct: boolean; all: Figure; thirds: readonly Figure[] };

/** What each third of the people chose. */
export function OptionTable({ item }: { item: ItemFigures }) {
	const t = useMessages(itemStatisticsMessages);
	const options = (item.options ?? []).map(
		({ id, text, correct, chosen, thirds }): Row => ({ key: `o-${id}`, text, correct, all: chosen, thirds }),
	);
	const empty = {
		key: "empty",
		text: t.empty,
		correct: false,
		all: item.omission,
		thirds: item.omittedThirds,
	};
	const third = (index: number, label: string) => ({
		key: `third${index}`,
		label: `${label} (${t.with(String(item.omittedThirds[index]?.n ?? 0))})`,
		numeric: true,
		cell: ({ thirds }: Row) => (thirds[index] ? <ShareWithInterval figure={thirds[index]} /> : "–"),
	});
	return (
		<section>
			<h2>{t.options}</h2>
			<p className="quiet">{t.optionsNote}</p>
			<DataTable
				caption={t.options}
				rows={[...options, empty]}
				rowKey={({ key }) => key}
				columns={[
					{
						key: "option",
						label: t.option,
						rowHeader: true,
						cell: ({ text, correct }) => (
							<>
								{text} {correct ? <Badge tone="good">{t.key}</Badge> : null}
							</>
						),
					},
					third(0, t.weak),
					third(1, t.middle),
					third(2, t.strong),
					{
						key: "all",
						label: `${t.all} (${t.with(String(item.n))})`,
						numeric: true,
						cell: ({ all }) => <ShareWithInterval figure={all} />,
					},
				]}
			/>
		</section>
	);
}
