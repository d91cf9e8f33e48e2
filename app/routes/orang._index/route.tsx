import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requirePermission, viewerScope } from "#app/access/viewer.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { mergingMessages } from "#app/i18n/messages/merging.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { Colleagues } from "./components/Colleagues.tsx";
import { PeopleFilters } from "./components/PeopleFilters.tsx";
import { cursorOf, listAddress, listState } from "./listState.ts";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "people.read");
	const scope = viewerScope(viewer, "people.read");
	const params = new URL(request.url).searchParams;
	const state = listState(params);
	const after = cursorOf(params);
	const [found, units] = await Promise.all([
		findPeople({ scope, search: state.cari, unitId: state.unit }, after, PAGE),
		scope && scope.kind !== "nation" ? unitsWithin(scope) : [],
	]);
	return json({
		rows: found.rows,
		state,
		units: units.filter(({ validTo }) => !validTo).map(({ id, name, level }) => ({ id, name, level })),
		next: found.next ? listAddress(state, found.next) : null,
		first: after ? listAddress(state) : null,
		isNational: scope?.kind === "nation",
		mayManage: can(viewer, "people.manage"),
		mayMerge: can(viewer, "people.merge"),
	});
}

export const meta: MetaFunction = () => [{ title: "Pegawai · Cakap" }];

export default function PeoplePage() {
	const { rows, state, units, next, first, isNational, mayManage, mayMerge } = useLoaderData<typeof loader>();
	const t = useMessages(peopleMessages);
	const a = useMessages(accountKeyMessages);
	const m = useMessages(mergingMessages);
	const isFiltered = Boolean(state.cari || state.unit);
	return (
		<>
			<PageHeader title={t.title} lead={isNational ? t.leadNation : t.lead}>
				{mayMerge ? (
					<p>
						<a href="/orang/ganda">{m.link}</a>
					</p>
				) : null}
				{mayManage ? (
					<p>
						<ButtonLink to="/orang/baru">{t.add}</ButtonLink> <a href="/orang/undangan">{a.inviteLink}</a>
					</p>
				) : null}
			</PageHeader>
			<PeopleFilters state={state} units={units} isNational={isNational} />
			{rows.length === 0 ? (
				<EmptyState>
					{isFiltered ? (next ? t.noneYet : t.none) : isNational ? t.leadNation : t.empty}
				</EmptyState>
			) : (
				<Colleagues rows={rows} isNational={isNational} />
			)}
			<nav className="pager" aria-label={t.title}>
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
