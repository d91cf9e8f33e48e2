import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { type PieceCursor, piecesIn } from "#app/records/elsewhere/pieces.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

const PAGE = 50;
const states = ["waiting", "recognised", "returned", "taken-back"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const params = new URL(request.url).searchParams;
	const state = states.find((one) => one === params.get("keadaan")) ?? "waiting";
	const rows = await piecesIn(scope, viewer.personId, state, cursorOf(params), PAGE + 1);
	const page = rows.slice(0, PAGE);
	const last = rows.length > PAGE ? page.at(-1) : undefined;
	const next = last ? `/jp/pengakuan?keadaan=${state}&setelah=${last.createdAt}~${last.id}` : null;
	return json({ rows: page, state, next });
}

function cursorOf(params: URLSearchParams): PieceCursor | null {
	const [createdAt, id] = (params.get("setelah") ?? "").split("~");
	return id && Number.isSafeInteger(Number(createdAt)) ? { createdAt: Number(createdAt), id } : null;
}

export const meta: MetaFunction = () => [{ title: "Pengakuan pembelajaran · Cakap" }];

export default function QueuePage() {
	const { rows, state, next } = useLoaderData<typeof loader>();
	const t = useMessages(elsewhereMessages);
	const j = useMessages(jpMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<p className="crumbs">
				<a href="/jp">{j.title}</a>
			</p>
			<PageHeader title={t.queue} lead={t.queueLead} />
			<nav className="pager" aria-label={t.state}>
				{states.map((one) => (
					<a
						key={one}
						href={`/jp/pengakuan?keadaan=${one}`}
						aria-current={one === state ? "page" : undefined}
					>
						{t[`state.${one}`]}
					</a>
				))}
			</nav>
			{rows.length === 0 ? (
				<EmptyState>{t.queueEmpty}</EmptyState>
			) : (
				<DataTable
					caption={t.queue}
					rows={rows}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "title",
							label: t.name,
							rowHeader: true,
							cell: ({ id, title }) => <a href={`/jp/pengakuan/${id}`}>{title}</a>,
						},
						{ key: "who", label: t.who, cell: ({ name }) => name },
						{ key: "issuer", label: t.issuer, cell: ({ issuer }) => issuer },
						{ key: "jp", label: t.claimed, numeric: true, cell: ({ jp }) => formatNumber(jp, lang) },
						{
							key: "since",
							label: t.since,
							cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone),
						},
					]}
				/>
			)}
			{next ? (
				<nav className="pager" aria-label={t.queue}>
					<a rel="next" href={next}>
						{t.next}
					</a>
				</nav>
			) : null}
		</>
	);
}
