import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAssigner } from "#app/access/assigner.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { type AssignmentCursor, assignmentsOf } from "#app/learning/assignments/assignmentList.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Deadline } from "./Deadline.tsx";

const PAGE = 30;

function cursorOf(params: URLSearchParams): AssignmentCursor | null {
	const [createdAt, id] = (params.get("setelah") ?? "").split("~");
	return id && /^\d{1,15}$/.test(createdAt ?? "") ? { createdAt: Number(createdAt), id } : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
	const { scope } = await requireAssigner(request);
	const after = cursorOf(new URL(request.url).searchParams);
	const found = await assignmentsOf(scope, after, PAGE + 1, Date.now());
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return json({
		rows: rows.map(({ id, title, dueDay, dueAfterDays, everyYears, endedAt, pass, counts }) => ({
			id,
			title,
			terms: { dueDay, dueAfterDays, everyYears },
			isEnded: endedAt !== null,
			isUpdating: pass !== null,
			counts,
		})),
		next: last ? `/penugasan?setelah=${last.createdAt}~${last.id}` : null,
		isFirst: after === null,
		isWhole: scope.kind === "agency",
	});
}

export const meta: MetaFunction = () => [{ title: "Penugasan · Cakap" }];

export default function AssignmentsPage() {
	const { rows, next, isFirst, isWhole } = useLoaderData<typeof loader>();
	const t = useMessages(assignmentMessages);
	const lang = useLang();
	const figure = (key: "members" | "done" | "late", label: string) => ({
		key,
		label,
		numeric: true,
		cell: ({ counts }: (typeof rows)[number]) => formatNumber(counts[key], lang),
	});
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				<p className="actions">
					<ButtonLink to="/penugasan/baru">{t.create}</ButtonLink>
					{isWhole ? <a href="/jalur">{t.paths}</a> : null}
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
							key: "title",
							label: t.name,
							rowHeader: true,
							cell: ({ id, title, isEnded }) => (
								<>
									<a href={`/penugasan/${id}`}>{title}</a> {isEnded ? <Badge>{t.ended}</Badge> : null}
								</>
							),
						},
						{ key: "due", label: t.deadline, cell: ({ terms }) => <Deadline terms={terms} /> },
						figure("members", t.members),
						figure("done", t.doneCount),
						figure("late", t.lateCount),
					]}
				/>
			)}
			<nav className="pager" aria-label={t.title}>
				{isFirst ? null : <a href="/penugasan">{t.first}</a>}
				{next ? (
					<a rel="next" href={next}>
						{t.older}
					</a>
				) : null}
			</nav>
		</>
	);
}
