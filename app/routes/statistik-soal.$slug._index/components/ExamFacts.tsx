import type { ExamStatistics } from "#app/assessment/examStatistics.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { WholeFigure } from "./FigureText.tsx";

/** What is known of the exam as a whole. */
export function ExamFacts({ exam }: { exam: Omit<ExamStatistics, "items"> }) {
	const t = useMessages(itemStatisticsMessages);
	const lang = useLang();
	const { mean, standardDeviation, reliability } = exam;
	return (
		<section>
			<h2>{t.exam}</h2>
			<dl className="facts">
				<dt>{t.mean}</dt>
				<dd>
					<WholeFigure figure={mean} scale={100} digits={1} />
				</dd>
				<dt>{t.sd}</dt>
				<dd>{standardDeviation === null ? "–" : formatNumber(standardDeviation * 100, lang, 1)}</dd>
				<dt>{t[reliability.kind]}</dt>
				<dd>
					<WholeFigure figure={reliability.value} />
				</dd>
				<dt>{t.sem}</dt>
				<dd>
					<WholeFigure figure={reliability.sem} scale={100} digits={1} />
				</dd>
			</dl>
		</section>
	);
}
