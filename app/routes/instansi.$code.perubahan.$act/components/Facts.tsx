import { formatDate, formatMoment } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import type { ReorganisationState } from "#db/schema/reorganisations.ts";

type Act = {
	day: string;
	reason: string;
	legalBasis: string;
	state: ReorganisationState;
	actorName: string;
	createdAt: number;
};

/** From when it holds, by what, why, and how far it has come. */
export function Facts({ act }: { act: Act }) {
	const t = useMessages(agencyMessages);
	const { lang, timeZone } = useFrame();
	return (
		<dl className="facts">
			<dt>{t.state}</dt>
			<dd>
				<Badge tone={act.state === "applied" ? "good" : "plain"}>{t[`state.${act.state}`]}</Badge>
			</dd>
			<dt>{t.holdsFrom}</dt>
			<dd>{formatDate(Date.parse(act.day), lang, "UTC")}</dd>
			<dt>{t.legalBasis}</dt>
			<dd>{act.legalBasis}</dd>
			<dt>{t.reason}</dt>
			<dd>{act.reason}</dd>
			<dt>{t.by}</dt>
			<dd>
				{act.actorName}, {formatMoment(act.createdAt, lang, timeZone)}
			</dd>
		</dl>
	);
}
