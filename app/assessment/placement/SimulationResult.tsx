import { Fragment } from "react";
import { formatNumber, formatShare } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { simulationMessages } from "../../i18n/messages/simulation.ts";
import { useLang, useMessages } from "../../ui/context.tsx";
import { Badge } from "../../ui/Page.tsx";
import { DataTable } from "../../ui/table.tsx";
import { type Figure, figures, type Judged } from "./marks.ts";
import type { SimulationDone } from "./simulateBank.server.ts";

type Words = (typeof simulationMessages)[Language];

/** The figures of a simulation, each with its mark and what it means. */
export function SimulationResult({ report }: { report: SimulationDone }) {
	const t = useMessages(simulationMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	const length = report.figures.find(({ figure }) => figure === "meanLength")?.value ?? 0;
	const exposure = report.figures.find(({ figure }) => figure === "maxExposure");
	return (
		<section aria-labelledby="simulation-result">
			<h2 id="simulation-result">{t.result}</h2>
			<p>{t.caution}</p>
			<DataTable
				caption={t.basis(n(report.people), n(report.items))}
				rows={report.figures}
				rowKey={({ figure }) => figure}
				columns={[
					{ key: "figure", label: t.figure, rowHeader: true, cell: ({ figure }) => t[figure] },
					{ key: "value", label: t.value, cell: ({ figure, value }) => inUnits(figure, value, t, lang) },
					{ key: "mark", label: t.mark, cell: (judged) => markOf(judged, t, lang) },
					{ key: "verdict", label: t.verdict, cell: ({ isReached }) => <Verdict isReached={isReached} /> },
				]}
			/>
			{exposure && !exposure.isReached ? (
				<p>{t.exposureNeeds(formatNumber(length, lang, 1), n(report.itemsForExposure), n(report.items))}</p>
			) : null}
			<p>{report.fixedLength === null ? t.fixedNever : t.fixed(n(report.fixedLength))}</p>
			<h3>{t.meaning}</h3>
			<dl>
				{figures.map((figure) => (
					<Fragment key={figure}>
						<dt>{t[figure]}</dt>
						<dd>{t[`${figure}.means`]}</dd>
					</Fragment>
				))}
			</dl>
		</section>
	);
}

function Verdict({ isReached }: { isReached: boolean }) {
	const t = useMessages(simulationMessages);
	return <Badge tone={isReached ? "good" : "warm"}>{isReached ? t.reached : t.missed}</Badge>;
}

function inUnits(figure: Figure, value: number, t: Words, lang: Language): string {
	if (figure === "bias" || figure === "rmse") return t.logits(formatNumber(value, lang, 3));
	if (figure === "meanLength") return t.items(formatNumber(value, lang, 1));
	return formatShare(value, lang);
}

function markOf({ figure, from, to }: Judged, t: Words, lang: Language): string {
	const [least, most] = [inUnits(figure, from, t, lang), inUnits(figure, to, t, lang)];
	return from === 0 ? t.most(most) : t.fromTo(least, most);
}
