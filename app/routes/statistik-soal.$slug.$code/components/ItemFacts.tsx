import { flagWords } from "#app/assessment/flagWords.ts";
import type { ItemFigures } from "#app/assessment/itemFigures.ts";
import type { Flag } from "#app/assessment/itemFlags.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { WholeFigure } from "../../statistik-soal.$slug._index/components/FigureText.tsx";

/** The flags of an item with their reasons, and its figures with intervals. */
export function ItemFacts({ item }: { item: ItemFigures & { flags: Flag[] } }) {
	const t = useMessages(itemStatisticsMessages);
	const lang = useLang();
	const figures = [
		[t.facility, <WholeFigure key="p" figure={item.facility} />],
		[t.itemRest, <WholeFigure key="r" figure={item.itemRest} />],
		[t.upperLower, <WholeFigure key="d" figure={item.upperLower} />],
		[t.omission, <WholeFigure key="o" figure={item.omission} scale={100} unit="%" digits={1} />],
		[t.seconds, <WholeFigure key="s" figure={item.seconds} digits={0} />],
	] as const;
	return (
		<>
			{item.flags.length === 0 ? null : (
				<section>
					<h2>{t.flags}</h2>
					<ul>
						{item.flags.map((flag) => {
							const { label, why } = flagWords(flag, lang);
							return (
								<li key={flag.kind}>
									<strong>{label}</strong>: {why}
								</li>
							);
						})}
					</ul>
				</section>
			)}
			<dl className="facts">
				{figures.flatMap(([label, figure]) => [
					<dt key={`t-${label}`}>{label}</dt>,
					<dd key={`d-${label}`}>{figure}</dd>,
				])}
			</dl>
		</>
	);
}
