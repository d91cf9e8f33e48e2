import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { examinedCourses } from "#app/access/courseScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { versionsWithStatistics } from "#app/assessment/examStatistics.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const versions = await versionsWithStatistics(examinedCourses(viewer));
	return json({ versions: versions.map(({ agencyId: _agency, publishedAt: _at, ...version }) => version) });
}

export const meta: MetaFunction = () => [{ title: "Statistik soal · Cakap" }];

export default function StatisticsPage() {
	const { versions } = useLoaderData<typeof loader>();
	const t = useMessages(itemStatisticsMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				<p>
					<a href="/perbaikan-soal">{t.repairs}</a>
				</p>
			</PageHeader>
			{versions.length === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.title}
					rows={versions}
					rowKey={({ versionId }) => versionId}
					columns={[
						{
							key: "course",
							label: t.course,
							rowHeader: true,
							cell: ({ slug, number, title }) => (
								<a href={`/statistik-soal/${slug}?versi=${number}`}>{t.versionOf(title, String(number))}</a>
							),
						},
						{ key: "people", label: t.people, numeric: true, cell: ({ people }) => people ?? "–" },
						{
							key: "computedAt",
							label: t.computedAt,
							cell: ({ computedAt }) =>
								computedAt === null ? t.notYet : formatMoment(computedAt, lang, timeZone),
						},
					]}
				/>
			)}
		</>
	);
}
