import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { sessionReach } from "#app/access/sessionReach.server.ts";
import { requireViewer } from "#app/access/viewer.server.ts";
import { sessionsWithin } from "#app/assessment/sessionReach.server.ts";
import { phaseOf } from "#app/assessment/sessionWindow.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const params = new URL(request.url).searchParams;
	const [opensAt = "", id] = (params.get("setelah") ?? "").split("~");
	const after = id && /^\d{1,15}$/.test(opensAt) ? { opensAt: Number(opensAt), id } : null;
	const now = Date.now();
	const found = await sessionsWithin(sessionReach(viewer), after, PAGE + 1, now);
	const rows = found.slice(0, PAGE).map((session) => ({ ...session, phase: phaseOf(session, now) }));
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	const mayCreate = can(viewer, "exam.supervise") && viewer.agency !== null;
	return json({ rows, mayCreate, next: last ? `/sesi-ujian?setelah=${last.opensAt}~${last.id}` : null });
}

export const meta: MetaFunction = () => [{ title: "Sesi ujian · Cakap" }];

export default function SessionsPage() {
	const { rows, mayCreate, next } = useLoaderData<typeof loader>();
	const t = useMessages(examSessionMessages);
	const lang = useLang();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				{mayCreate ? (
					<p>
						<ButtonLink to="/sesi-ujian/baru">{t.create}</ButtonLink>
					</p>
				) : null}
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
							key: "name",
							label: t.name,
							rowHeader: true,
							cell: ({ id, title }) => <a href={`/sesi-ujian/${id}`}>{title}</a>,
						},
						{ key: "course", label: t.course, cell: ({ course, slug }) => course ?? slug },
						{ key: "agency", label: t.agency, cell: ({ agency }) => agency },
						{
							key: "opens",
							label: t.opens,
							cell: ({ opensAt, timeZone }) => formatMoment(opensAt, lang, timeZone),
						},
						{
							key: "phase",
							label: t.phase,
							cell: ({ phase }) => (
								<Badge tone={phase === "open" ? "good" : "plain"}>{t[`phase.${phase}`]}</Badge>
							),
						},
					]}
				/>
			)}
			{next ? (
				<nav className="pager" aria-label={t.title}>
					<a rel="next" href={next}>
						{t.next}
					</a>
				</nav>
			) : null}
		</>
	);
}
