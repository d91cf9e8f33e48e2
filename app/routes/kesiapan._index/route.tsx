import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatMonth, formatNumber } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { filterLines, pageOf, sortLines } from "#app/readiness/agencyList.ts";
import { barsOf } from "#app/readiness/bars.ts";
import { listAddress, readListState, stateParams } from "#app/readiness/listState.ts";
import { monthOf } from "#app/readiness/month.ts";
import { monthChoices } from "#app/readiness/monthChoices.server.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { figureWords } from "#app/readiness/words.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import readinessCss from "#app/ui/styles/readiness.css?url";
import { AgencyTable } from "./components/AgencyTable.tsx";
import { FilterForm, MonthForm } from "./components/Forms.tsx";
import { MonthChart } from "./components/MonthChart.tsx";
import { MonthTable } from "./components/MonthTable.tsx";
import { BadAddress, CsvLink, Notes } from "./components/Notes.tsx";
import { Provinces } from "./components/Provinces.tsx";
import { Totals } from "./components/Values.tsx";
import { requireNation } from "./guard.server.ts";

const PAGE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scopes } = await requireNation(request);
	const params = new URL(request.url).searchParams;
	const now = monthOf(Date.now());
	const { state, invalid } = readListState(params, now);
	const { lines, ...nation } = await nationReadiness(state.month, scopes);
	const found = sortLines(filterLines(lines, state), state.sort);
	const given = params.get("bulan") ?? "";
	return json(
		{
			...nation,
			state,
			invalid,
			given,
			isCurrent: state.month === now,
			choices: await monthChoices(now, state.month),
			of: lines.length,
			count: found.length,
			list: pageOf(found, state.page, PAGE),
			title: readinessMessages[viewer.lang].title,
		},
		{ status: invalid.length > 0 ? 400 : 200 },
	);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cakap` }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: readinessCss }];

export default function NationPage() {
	const data = useLoaderData<typeof loader>();
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const { state } = data;
	const monthName = formatMonth(state.month, lang);
	const bars = barsOf(
		data.months.map(({ month, figures }) => {
			const figure = figures?.[state.measure] ?? null;
			return { month, figure, words: figureWords(figure, lang) };
		}),
		({ figure }) => figure,
	);
	const [first = state.month] = data.months.map(({ month }) => month);
	return (
		<>
			<PageHeader title={t.title} lead={data.isCurrent ? t.leadNow(monthName) : t.lead(monthName)} />
			<BadAddress invalid={data.invalid} given={data.given} used={monthName} />
			<MonthForm
				months={data.choices}
				month={state.month}
				measure={state.measure}
				measureLabel={t.measure}
				params={stateParams(state)}
			/>
			<section aria-labelledby="nasional">
				<h2 id="nasional">{t.nation}</h2>
				<p>{t.reporting(formatNumber(data.reporting, lang), formatNumber(data.of, lang))}</p>
				<Totals values={data.total} />
			</section>
			<Provinces provinces={data.provinces} state={state} />
			<section aria-labelledby="bulanan">
				<h2 id="bulanan">{t.chart}</h2>
				<MonthChart bars={bars} label={t.chartLabel(t[state.measure], formatMonth(first, lang), monthName)} />
				<MonthTable months={data.months.map(({ month, figures }) => ({ month, values: figures }))} />
			</section>
			<section aria-labelledby="instansi">
				<h2 id="instansi">{t.agencies}</h2>
				<FilterForm state={state} provinces={data.provinces} />
				<AgencyTable state={state} count={data.count} {...data.list} />
				{data.count > 0 ? <CsvLink to={listAddress(state, "/kesiapan.csv")} /> : null}
			</section>
			<Notes />
		</>
	);
}
