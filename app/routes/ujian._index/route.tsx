import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { examinerScope } from "#app/access/examinerScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { supervisedAttempts } from "#app/assessment/supervisedList.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { supervisionMessages } from "#app/i18n/messages/supervision.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Badge, Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { cursorOf, filterOf, listAddress } from "./listState.ts";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const params = new URL(request.url).searchParams;
	const { name, filter } = filterOf(params);
	const after = cursorOf(params);
	const found = await supervisedAttempts(examinerScope(viewer), filter, after, PAGE + 1);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return json({
		rows,
		name,
		next: last ? listAddress(name, last) : null,
		first: after ? listAddress(name) : null,
	});
}

export const meta: MetaFunction = () => [{ title: "Ujian · Cakap" }];

export default function SupervisionPage() {
	const { rows, name, next, first } = useLoaderData<typeof loader>();
	const t = useMessages(supervisionMessages);
	const { lang, timeZone } = useFrame();
	const choices = [
		{ value: "terlambat", label: t.late },
		{ value: "berjalan", label: t.open },
		{ value: "semua", label: t.all },
	];
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				<p>
					<a href="/sesi-ujian">{t.sessions}</a>
					{" · "}
					<a href="/statistik-soal">{t.statistics}</a>
				</p>
			</PageHeader>
			<search>
				<form method="get" className="filters">
					<Select label={t.filter} name="keadaan" choices={choices} defaultValue={name} />
					<Button kind="plain">{t.show}</Button>
				</form>
			</search>
			{rows.length === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.title}
					rows={rows}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "person",
							label: t.person,
							rowHeader: true,
							cell: (row) => <a href={`/ujian/${row.id}`}>{row.name}</a>,
						},
						{ key: "agency", label: t.agency, cell: ({ agency }) => agency },
						{ key: "course", label: t.course, cell: ({ course }) => course },
						{
							key: "state",
							label: t.state,
							cell: ({ state, lateAt }) => (
								<>
									{t[`state.${state}`]} {lateAt ? <Badge tone="warm">{t.lateWaits}</Badge> : null}
								</>
							),
						},
						{
							key: "startedAt",
							label: t.startedAt,
							cell: ({ startedAt }) => formatMoment(startedAt, lang, timeZone),
						},
						{ key: "score", label: t.score, numeric: true, cell: ({ score }) => score ?? "–" },
					]}
				/>
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
