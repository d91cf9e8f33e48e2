import { formatDay, formatMoment } from "#app/i18n/format.ts";
import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { personPageMessages } from "#app/i18n/messages/personPage.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ButtonLink } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonPage } from "../personPage.server.ts";

/** The acts on the person, and who looked. */
export function Changes({ page }: { page: PersonPage }) {
	const t = useMessages(personActMessages);
	const p = useMessages(personPageMessages);
	const { lang } = useFrame();
	const { acts, person, mayManage } = page;
	return (
		<section>
			<h2>{p.changes}</h2>
			{mayManage ? (
				<p>
					<ButtonLink to={`/orang/${person.personId}/ubah`}>{t.change}</ButtonLink>
				</p>
			) : null}
			{acts.length === 0 ? (
				<p className="quiet">{p.noChanges}</p>
			) : (
				<DataTable
					caption={p.changes}
					rows={acts}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "kind",
							label: p.change,
							rowHeader: true,
							cell: ({ id, kind, isOwn }) =>
								mayManage && isOwn ? (
									<a href={`/orang/${person.personId}/perubahan/${id}`}>{t[`kind.${kind}`]}</a>
								) : (
									t[`kind.${kind}`]
								),
						},
						{ key: "day", label: p.day, cell: ({ day }) => formatDay(day, lang) },
						{ key: "state", label: t.state, cell: ({ state }) => t[`state.${state}`] },
						{ key: "by", label: t.by, cell: ({ actorName }) => actorName },
					]}
				/>
			)}
			<Looks page={page} />
		</section>
	);
}

function Looks({ page: { looks } }: { page: PersonPage }) {
	const p = useMessages(personPageMessages);
	const { lang, timeZone } = useFrame();
	const words = p as unknown as Record<string, string | undefined>;
	return (
		<>
			<h2>{p.looks}</h2>
			<p className="quiet">{p.looksNote}</p>
			<DataTable
				caption={p.looks}
				rows={looks}
				rowKey={({ id }) => id}
				columns={[
					{ key: "who", label: p.who, rowHeader: true, cell: ({ actorName }) => actorName },
					{ key: "what", label: p.what, cell: ({ action }) => words[`act.${action}`] ?? action },
					{ key: "when", label: p.when, cell: ({ at }) => formatMoment(at, lang, timeZone) },
				]}
			/>
		</>
	);
}
