import { formatMonth } from "#app/i18n/format.ts";
import type { Bar } from "#app/readiness/bars.ts";
import type { Month } from "#app/readiness/month.ts";
import { useLang } from "#app/ui/context.tsx";

export type MonthBar = Bar<{ month: Month; words: string }>;

const WIDTH = 60;
const PLOT = 170;
const TOP = 28;

/** One bar a month with its number written over it; what is hidden has no bar. A narrow screen scrolls the box. */
export function MonthChart({ bars, label }: { bars: readonly MonthBar[]; label: string }) {
	return (
		<div className="table-box" tabIndex={0}>
			<Bars bars={bars} label={label} />
		</div>
	);
}

function Bars({ bars, label }: { bars: readonly MonthBar[]; label: string }) {
	const width = bars.length * WIDTH;
	return (
		<svg
			className="chart"
			viewBox={`0 0 ${width} ${TOP + PLOT + 48}`}
			width={width}
			height={TOP + PLOT + 48}
			role="img"
			aria-label={label}
		>
			<line x1="0" x2={width} y1={TOP + PLOT} y2={TOP + PLOT} className="axis" />
			{bars.map((bar, index) => (
				<OneBar key={bar.of.month} bar={bar} x={index * WIDTH} withYear={index === 0} />
			))}
		</svg>
	);
}

function OneBar({ bar, x, withYear }: { bar: MonthBar; x: number; withYear: boolean }) {
	const lang = useLang();
	const height = (bar.height ?? 0) * PLOT;
	const top = TOP + PLOT - height;
	const [name = "", year = ""] = formatMonth(bar.of.month, lang).split(" ");
	const isNewYear = withYear || bar.of.month.endsWith("-01");
	return (
		<g className={bar.exact ? "bar" : "bar open"}>
			{bar.height === null ? null : <rect x={x + 11} y={top} width={WIDTH - 22} height={height} />}
			<text x={x + WIDTH / 2} y={top - 8} textAnchor="middle" className="bar-value">
				{bar.of.words}
			</text>
			<text x={x + WIDTH / 2} y={TOP + PLOT + 20} textAnchor="middle">
				{name.slice(0, 3)}
			</text>
			{isNewYear ? (
				<text x={x + WIDTH / 2} y={TOP + PLOT + 40} textAnchor="middle">
					{year}
				</text>
			) : null}
		</g>
	);
}
