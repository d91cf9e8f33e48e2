import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personPageMessages } from "#app/i18n/messages/personPage.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonPage } from "../personPage.server.ts";

/** The post that is held, or was held last, and the hours by year. */
export function PersonFacts({ page: { person, posts, jp, year, standing } }: { page: PersonPage }) {
	const t = useMessages(peopleMessages);
	const p = useMessages(personPageMessages);
	const j = useMessages(jpMessages);
	const { lang, timeZone } = useFrame();
	const home = posts[0]?.homeAgencyName;
	const isAway = person.isPresent && person.legalStatus && !/^aktif/i.test(person.legalStatus);
	return (
		<section>
			<h2>{t.facts}</h2>
			{person.diedAt !== null ? <p className="notice">{p.died}</p> : null}
			{!person.isPresent && person.diedAt === null ? <p className="notice">{p.former}</p> : null}
			{isAway ? <p className="notice">{p.away(person.legalStatus ?? "")}</p> : null}
			{person.isPresent && home ? <p className="notice">{p.seconded(home)}</p> : null}
			<dl className="facts">
				<dt>{p.agency}</dt>
				<dd>{person.agencyName ?? "–"}</dd>
				<dt>{t.unit}</dt>
				<dd>{person.unitName ?? t.noUnit}</dd>
				<dt>{t.employment}</dt>
				<dd>{person.employment ? t[`employment.${person.employment}`] : "–"}</dd>
				<dt>{t.jobClass}</dt>
				<dd>{person.jobClass ? t[`jobClass.${person.jobClass}`] : "–"}</dd>
				<dt>{t.grade}</dt>
				<dd>{person.grade || "–"}</dd>
				<dt>{t.since}</dt>
				<dd>{person.since === null ? "–" : formatDate(person.since, lang, timeZone)}</dd>
				<dt>{t.jpOfYear(String(year))}</dt>
				<dd>
					{formatNumber(jp.find((one) => one.year === year)?.jp ?? 0, lang)}
					{standing ? ` · ${j.standing(standing, lang)}` : ""}
				</dd>
			</dl>
			{jp.length > 0 ? (
				<DataTable
					caption={p.jpByYear}
					rows={jp}
					rowKey={(one) => String(one.year)}
					columns={[
						{ key: "year", label: p.year, rowHeader: true, cell: (one) => one.year },
						{ key: "jp", label: t.jp, numeric: true, cell: (one) => formatNumber(one.jp, lang) },
					]}
				/>
			) : null}
		</section>
	);
}
