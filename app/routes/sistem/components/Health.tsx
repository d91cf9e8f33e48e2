import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";

type State = {
	database: string;
	people: number;
	agencies: number;
	courses: number;
	sessions: number;
	foldedAt: number | null;
};

export function Health({ state }: { state: State }) {
	const t = useMessages(systemMessages);
	const { lang, timeZone } = useFrame();
	const n = (value: number) => formatNumber(value, lang);
	return (
		<section>
			<h2>{t.health}</h2>
			<dl className="facts">
				<dt>{t.database}</dt>
				<dd>{state.database}</dd>
				<dt>{t.people}</dt>
				<dd>{n(state.people)}</dd>
				<dt>{t.agencies}</dt>
				<dd>{n(state.agencies)}</dd>
				<dt>{t.courses}</dt>
				<dd>{n(state.courses)}</dd>
				<dt>{t.openSessions}</dt>
				<dd>{n(state.sessions)}</dd>
				<dt>{t.foldedAt}</dt>
				<dd>{state.foldedAt === null ? t.never : formatMoment(state.foldedAt, lang, timeZone)}</dd>
			</dl>
		</section>
	);
}
