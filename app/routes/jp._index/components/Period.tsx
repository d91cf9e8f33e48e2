import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import type { OwnJp } from "#app/records/jp/ownJp.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

/** One rule's stretch of the year, how the hours stand against it, and what the rule rests on. */
export function Period({ period }: { period: OwnJp["periods"][number] }) {
	const t = useMessages(jpMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	const { direction, target, counted, excess, remaining, months, from, to } = period;
	const title = `${direction === "floor" ? t.floor : t.cap}: ${period.employments.join(", ")}`;
	return (
		<section>
			<h3>{title}</h3>
			<p className="quiet">{t.span(formatDay(from, lang), formatDay(to, lang))}</p>
			<p className="figure-line">{t.standing(period, lang)}</p>
			{target > 0 ? (
				<meter min={0} max={target} value={Math.min(counted, target)} aria-label={title} />
			) : null}
			{direction === "floor" ? <p>{remaining === 0 ? t.reached : t.remaining(n(remaining))}</p> : null}
			{months !== null && months < 12 ? <p>{t.months(n(months))}</p> : null}
			{excess > 0 ? <p>{t.excess(n(excess))}</p> : null}
			{period.isApproximate ? <p className="quiet">{t.approximate}</p> : null}
			{period.rules.map(({ employment, basis, confidence }) => (
				<p key={employment} className="quiet">
					{t.basis} ({employment}): {basis} ({t[`confidence.${confidence}`]})
				</p>
			))}
		</section>
	);
}
