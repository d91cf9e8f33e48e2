import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatMonth } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { readAgencyState } from "#app/readiness/listState.ts";
import { monthOf } from "#app/readiness/month.ts";
import { monthChoices } from "#app/readiness/monthChoices.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import readinessCss from "#app/ui/styles/readiness.css?url";
import { MonthForm } from "../kesiapan._index/components/Forms.tsx";
import { BadAddress, CsvLink, Notes } from "../kesiapan._index/components/Notes.tsx";
import { Totals } from "../kesiapan._index/components/Values.tsx";
import { requireAgency } from "../kesiapan._index/guard.server.ts";
import { ByCourse } from "./components/ByCourse.tsx";
import { ByMonth } from "./components/ByMonth.tsx";
import { ByUnit } from "./components/ByUnit.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency, inside, ownUnits, nation } = await requireAgency(request, params.code ?? "");
	const search = new URL(request.url).searchParams;
	const now = monthOf(Date.now());
	const { month, measure, invalid } = readAgencyState(search, now);
	const { code, name, kind } = agency;
	return json(
		{
			agency: { code, name, kind },
			inside,
			nation,
			month,
			measure,
			invalid,
			given: search.get("bulan") ?? "",
			isCurrent: month === now,
			choices: await monthChoices(now, month),
			readiness: await agencyReadiness(agency.id, month, inside, ownUnits),
		},
		{ status: invalid.length > 0 ? 400 : 200 },
	);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.agency.name ?? ""} · Cakap` },
];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: readinessCss }];

export default function AgencyPage() {
	const data = useLoaderData<typeof loader>();
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const { agency, readiness, month, measure } = data;
	const monthName = formatMonth(month, lang);
	const kind = t[`kind_${agency.kind}`];
	return (
		<>
			{data.nation ? (
				<p className="no-print">
					<a href={`/kesiapan?bulan=${month}`}>{t.back}</a>
				</p>
			) : null}
			<PageHeader
				title={agency.name}
				lead={data.isCurrent ? t.agencyLeadNow(kind, monthName) : t.agencyLead(kind, monthName)}
			/>
			<BadAddress invalid={data.invalid} given={data.given} used={monthName} />
			<MonthForm months={data.choices} month={month} measure={measure} measureLabel={t.measureOfChart} />
			{readiness ? (
				<>
					<Totals values={readiness.total} />
					<ByUnit lines={readiness.units} />
					<ByCourse lines={readiness.courses} />
					<ByMonth months={readiness.months} measure={measure} />
					<CsvLink to={`/kesiapan/${agency.code}.csv?bulan=${month}`} />
					<Notes withClosed inside={data.inside} />
				</>
			) : (
				<EmptyState>
					<p>{t.noneAgency(monthName)}</p>
				</EmptyState>
			)}
		</>
	);
}
