import { formatNumber } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { Home } from "../home.server.ts";

/** The year's training hours against the rule that holds for this person: a floor for PNS, a cap for PPPK. */
export function Hours({ hours: { year, earned, standing } }: { hours: Home["hours"] }) {
	const t = useMessages(learningMessages);
	const j = useMessages(jpMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	return (
		<section>
			<h2>{t.jpTitle(String(year))}</h2>
			{standing === null ? (
				<p className="figure-line">{t.jpNoRule(n(earned))}</p>
			) : (
				<>
					<p className="figure-line">
						{standing.direction === "floor"
							? t.jpFloor(n(standing.counted), n(standing.target))
							: t.jpCap(n(standing.counted), n(standing.target))}
					</p>
					<meter
						min={0}
						max={standing.target}
						value={Math.min(standing.counted, standing.target)}
						aria-label={t.jpTitle(String(year))}
					/>
					{standing.direction === "floor" ? (
						<p>{standing.remaining === 0 ? t.jpReached : t.jpRemaining(n(standing.remaining))}</p>
					) : null}
					{standing.excess > 0 ? <p>{t.jpExcess(n(standing.excess))}</p> : null}
				</>
			)}
			<p>
				<a href="/jp">{j.toLedger}</a>
			</p>
		</section>
	);
}
