import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { siasnMessages } from "#app/i18n/messages/siasn.ts";
import { agencyJp } from "#app/records/jp/agencyJp.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { cursorOf } from "../orang._index/listState.ts";
import { Below } from "./components/Below.tsx";
import { Filters } from "./components/Filters.tsx";
import { jpListAddress, jpListState } from "./listState.ts";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const now = Date.now();
	const { timeZone } = viewer;
	const params = new URL(request.url).searchParams;
	const state = jpListState(params, Number(dayIn(now, timeZone).slice(0, 4)));
	const after = cursorOf(params);
	const { unit: unitId, ...rest } = state;
	const [{ rows, next }, units] = await Promise.all([
		agencyJp({ ...rest, unitId, scope, timeZone, now }, after, PAGE),
		unitsWithin(scope),
	]);
	return json({
		rows,
		state,
		units: units.filter(({ validTo }) => !validTo).map(({ id, name }) => ({ id, name })),
		next: next ? jpListAddress("/jp/instansi", state, next) : null,
		first: after ? jpListAddress("/jp/instansi", state) : null,
		csv: jpListAddress("/jp/instansi.csv", state),
		mayExport: scope.kind === "agency",
	});
}

export const meta: MetaFunction = () => [{ title: "JP pegawai · Cakap" }];

export default function AgencyHoursPage() {
	const { rows, state, units, next, first, csv, mayExport } = useLoaderData<typeof loader>();
	const t = useMessages(jpMessages);
	const s = useMessages(siasnMessages);
	return (
		<>
			<PageHeader title={t.agencyTitle} lead={t.agencyLead}>
				<p>
					<a href={csv}>{t.csv}</a> {mayExport ? <a href="/jp/siasn">{s.link}</a> : null}
				</p>
			</PageHeader>
			<Filters state={state} units={units} />
			{rows.length === 0 ? <EmptyState>{next ? t.noneYet : t.none}</EmptyState> : <Below rows={rows} />}
			<nav className="pager" aria-label={t.agencyTitle}>
				{first ? <a href={first}>{t.first}</a> : null}
				{next ? (
					<a rel="next" href={next}>
						{t.next}
					</a>
				) : null}
			</nav>
		</>
	);
}
