import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { examinedCourses } from "#app/access/courseScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { listRepairs } from "#app/certification/repairView.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const rows = (await listRepairs(examinedCourses(viewer))).map(
		({ id, code, kind, state, createdAt, course, number }) => ({
			...{ id, code, kind, state, createdAt, course, number },
		}),
	);
	return json({ rows });
}

export const meta: MetaFunction = () => [{ title: "Perbaikan soal · Cakap" }];

export default function RepairsPage() {
	const { rows } = useLoaderData<typeof loader>();
	const t = useMessages(itemRepairMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				<p>
					<a href="/statistik-soal">{t.statistics}</a>
				</p>
			</PageHeader>
			{rows.length === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.title}
					rows={rows}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "item",
							label: t.item,
							rowHeader: true,
							cell: ({ id, code }) => <a href={`/perbaikan-soal/${id}`}>{code}</a>,
						},
						{
							key: "course",
							label: t.course,
							cell: ({ course, number }) =>
								course === null ? t.national : t.versionOf(course, String(number)),
						},
						{ key: "kind", label: t.kind, cell: ({ kind }) => t[`kind.${kind}`] },
						{ key: "state", label: t.state, cell: ({ state }) => t[`state.${state}`] },
						{
							key: "made",
							label: t.made,
							cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone),
						},
					]}
				/>
			)}
		</>
	);
}
