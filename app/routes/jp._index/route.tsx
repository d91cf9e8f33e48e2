import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireViewer } from "#app/access/viewer.server.ts";
import { dayIn, formatNumber } from "#app/i18n/format.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { ownJp } from "#app/records/jp/ownJp.server.ts";
import { yearAsked } from "#app/records/jp/year.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { Entries } from "./components/Entries.tsx";
import { Period } from "./components/Period.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const present = Number(dayIn(Date.now(), viewer.timeZone).slice(0, 4));
	const year = yearAsked(new URL(request.url).searchParams, present);
	const jp = await ownJp(viewer.personId, year, viewer.timeZone);
	const years = [...new Set([present, ...jp.years])].filter((one) => one !== year);
	return json({ jp, year, years, isManager: can(viewer, "people.manage") });
}

export const meta: MetaFunction = () => [{ title: "Jam pelajaran · Cakap" }];

export default function HoursPage() {
	const { jp, year, years, isManager } = useLoaderData<typeof loader>();
	const t = useMessages(jpMessages);
	const e = useMessages(elsewhereMessages);
	const lang = useLang();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<section>
				<h2>{t.yearTitle(String(year))}</h2>
				<p>{t.earned(formatNumber(jp.earned, lang), String(year))}</p>
				{jp.periods.length === 0 ? <p className="quiet">{t.noRule}</p> : null}
				{jp.periods.map((period) => (
					<Period key={period.key} period={period} />
				))}
				<p>
					<a href={`/jp/surat?tahun=${year}`}>{t.statement}</a>
				</p>
				<p>
					<a href="/jp/ajukan">{e.link}</a>
				</p>
			</section>
			<section>
				<h2>{t.entries}</h2>
				{jp.items.length === 0 ? (
					<EmptyState>
						<p>{t.noEntries}</p>
						<ButtonLink to="/pelatihan">{t.learn}</ButtonLink>
					</EmptyState>
				) : (
					<Entries items={jp.items} />
				)}
			</section>
			{years.length > 0 ? (
				<nav className="pager" aria-label={t.years}>
					{years.map((one) => (
						<a key={one} href={`/jp?tahun=${one}`}>
							{t.yearTitle(String(one))}
						</a>
					))}
				</nav>
			) : null}
			{isManager ? (
				<p>
					<a href="/jp/instansi">{t.toAgency}</a> · <a href="/jp/pengakuan">{e.queue}</a>
				</p>
			) : null}
		</>
	);
}
