import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMarker } from "#app/access/marker.server.ts";
import { answerCode } from "#app/assessment/answerCode.ts";
import { markingQueue } from "#app/assessment/markingQueue.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

const MOST = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const { marker } = await requireMarker(request);
	return json({ rows: await markingQueue(marker, MOST) });
}

export const meta: MetaFunction = () => [{ title: "Penilaian uraian · Cakap" }];

export default function MarkingQueue() {
	const { rows } = useLoaderData<typeof loader>();
	const t = useMessages(markingMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			{rows.length === 0 ? <EmptyState>{t.none}</EmptyState> : null}
			{rows.length === MOST ? <p className="quiet">{t.more(String(MOST))}</p> : null}
			{rows.length > 0 ? (
				<DataTable
					caption={t.title}
					rows={rows}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "answer",
							label: t.answer,
							rowHeader: true,
							cell: ({ id }) => <a href={`/penilaian/${id}`}>{answerCode(id)}</a>,
						},
						{ key: "course", label: t.course, cell: ({ course }) => course },
						{ key: "task", label: t.task, cell: ({ stem }) => stem },
						{ key: "which", label: t.which, cell: ({ given }) => t.nth(String(given + 1)) },
						{
							key: "since",
							label: t.since,
							cell: ({ submittedAt }) => formatMoment(submittedAt, lang, timeZone),
						},
					]}
				/>
			) : null}
		</>
	);
}
