import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionReach } from "#app/access/sessionReach.server.ts";
import { requireViewer, type Viewer } from "#app/access/viewer.server.ts";
import { findSession } from "#app/assessment/sessionReach.server.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge, PageHeader } from "#app/ui/Page.tsx";
import { doAct, previewAct } from "./act.server.ts";
import { ActForm } from "./components/ActForm.tsx";
import { ActResult } from "./components/ActResult.tsx";
import { Live } from "./components/Live.tsx";
import { Preview } from "./components/Preview.tsx";
import { readAct } from "./form.ts";
import { cursorOf, seatListState } from "./listState.ts";
import { livePage } from "./page.server.ts";

async function sessionOf(viewer: Viewer, id: string | undefined) {
	const session = await findSession(id ?? "", sessionReach(viewer), Date.now());
	if (!session) throw notFound();
	return session;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const session = await sessionOf(await requireViewer(request), params.session);
	const asked = new URL(request.url).searchParams;
	return json(
		await livePage(session, seatListState(asked), cursorOf(asked), asked.get("tindakan"), Date.now()),
	);
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const form = await request.formData();
	const session = await sessionOf(viewer, params.session);
	const read = readAct(form);
	if (!read) throw badRequest();
	if (!read.ok) return json({ wrong: read.wrong, typed: read.typed, preview: null }, { status: 400 });
	const actId = form.get("act")?.toString();
	return actId ? doAct(viewer, session, read.act, actId) : previewAct(session, read.act, read.typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.session.title ?? ""} · Sesi ujian · Cakap` },
];

export default function SessionPage() {
	const page = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(examSessionMessages);
	const lang = useLang();
	const { session } = page;
	const moment = (at: number) => formatMoment(at, lang, session.timeZone);
	return (
		<>
			<PageHeader title={session.title} lead={session.course}>
				<p>
					<Badge tone={session.phase === "open" ? "good" : "plain"}>{t[`phase.${session.phase}`]}</Badge>{" "}
					{moment(session.opensAt)} – {moment(session.closesAt)}{" "}
					{session.manages ? <a href={`/sesi-ujian/${session.id}/ubah`}>{t.change}</a> : null}
				</p>
			</PageHeader>
			{page.act ? <ActResult act={page.act} /> : null}
			{last?.preview ? (
				<Preview sessionId={session.id} preview={last.preview} typed={last.typed} />
			) : (
				<>
					<Live page={page} chosen={last?.typed.people} />
					<ActForm page={page} wrong={last?.wrong} typed={last?.typed} />
				</>
			)}
			<p>
				<a href="/sesi-ujian">{t.title}</a>
			</p>
		</>
	);
}
