import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/access/viewer.server.ts";
import { auditRows } from "#app/activity/auditList.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { auditMessages } from "#app/i18n/messages/audit.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AuditFilters } from "./components/AuditFilters.tsx";
import { auditFilter, cursorOf } from "./filter.server.ts";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "audit.read");
	const params = new URL(request.url).searchParams;
	const found = await auditRows(auditFilter(viewer, params), cursorOf(params), PAGE + 1);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	params.delete("setelah");
	const given = Object.fromEntries(params);
	return json({ rows, given, query: params.toString(), next: last ? `${last.at}_${last.id}` : null });
}

export const meta: MetaFunction = () => [{ title: "Catatan audit · Cakap" }];

export default function AuditPage() {
	const { rows, given, query, next } = useLoaderData<typeof loader>();
	const t = useMessages(auditMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<AuditFilters given={given} />
			{rows.length === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.title}
					rows={rows}
					rowKey={({ id }) => id}
					columns={[
						{ key: "at", label: t.when, cell: ({ at }) => formatMoment(at, lang, timeZone) },
						{ key: "who", label: t.who, cell: ({ actorName }) => actorName },
						{ key: "action", label: t.action, rowHeader: true, cell: ({ action }) => action },
						{
							key: "subject",
							label: t.subject,
							cell: ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`,
						},
						{
							key: "detail",
							label: t.detail,
							cell: ({ detail }) =>
								Object.entries(detail)
									.map(([k, v]) => `${k}: ${v}`)
									.join("; "),
						},
					]}
				/>
			)}
			{next ? (
				<p>
					<a href={`/audit?${query ? `${query}&` : ""}setelah=${next}`}>{t.older}</a>
				</p>
			) : null}
			<p>
				<a href={`/audit.csv?${query}`}>{t.csv}</a> <span className="quiet">{t.csvNote}</span>
			</p>
		</>
	);
}
