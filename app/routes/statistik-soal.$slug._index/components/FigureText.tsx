import type { Figure } from "#app/assessment/figure.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

type Props = {
	figure: Figure;
	/** Of the value: a share of 1 as per cent is 100. */
	scale?: number;
	unit?: string;
	digits?: number;
};

/** A figure with both intervals and its n; or why there is none. */
export function WholeFigure({ figure, scale = 1, unit = "", digits = 2 }: Props) {
	const t = useMessages(itemStatisticsMessages);
	const lang = useLang();
	if (figure.value === null) return <span className="quiet">{t[`reason.${figure.reason}`]}</span>;
	const shown = (value: number) => `${formatNumber(value * scale, lang, digits)}${unit}`;
	const intervals = [
		["90", figure.ci90],
		["95", figure.ci95],
	] as const;
	const told = intervals.flatMap(([level, ends]) =>
		ends ? t.interval(shown(ends[0]), shown(ends[1]), level) : [],
	);
	return (
		<>
			{shown(figure.value)}{" "}
			<span className="quiet">{[...told, t.with(formatNumber(figure.n, lang))].join("; ")}</span>
		</>
	);
}

/** The value alone, or a dash whose reason a screen reader and a pointer can find. */
export function ShortFigure({ figure, scale = 1, unit = "", digits = 2 }: Props) {
	const t = useMessages(itemStatisticsMessages);
	const lang = useLang();
	if (figure.value === null) return <span className="quiet">{t[`reason.${figure.reason}`]}</span>;
	return <>{`${formatNumber(figure.value * scale, lang, digits)}${unit}`}</>;
}

/** A share as per cent with its 95% interval in brackets. */
export function ShareWithInterval({ figure }: { figure: Figure }) {
	const lang = useLang();
	if (figure.value === null) return <>–</>;
	const percent = (value: number) => formatNumber(value * 100, lang, 0);
	const [low, high] = figure.ci95 ?? [figure.value, figure.value];
	return (
		<>
			{percent(figure.value)}% <span className="quiet">{`(${percent(low)}–${percent(high)})`}</span>
		</>
	);
}
