import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmViewer } from "#app/access/confirmPassword.server.ts";
import { requireIssuer } from "#app/access/issuer.server.ts";
import { discardAct, startAct } from "#app/certification/acts/plan.server.ts";
import { actLines, actSummary, findAct } from "#app/certification/acts/view.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Lines } from "./components/Lines.tsx";
import { RunForm } from "./components/RunForm.tsx";
import { Summary } from "./components/Summary.tsx";

const PAGE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireIssuer(request, params.code);
	const act = await findAct(params.act ?? "", agency.id);
	if (!act) throw notFound();
	const asked = Number(new URL(request.url).searchParams.get("setelah"));
	const after = Number.isInteger(asked) && asked > 0 ? asked : 0;
	const [summary, lines] = await Promise.all([actSummary(act), actLines(act, after, PAGE)]);
	const { id, kind, state, reason, total, cursor } = act;
	return json({
		...{ code: agency.code, name: agency.name, id, kind, state, reason, total, cursor, summary, lines },
		next: after + PAGE < total ? after + PAGE : null,
		isFirst: after === 0,
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency } = await requireIssuer(request, params.code);
	const actId = params.act ?? "";
	if (!(await findAct(actId, agency.id))) throw notFound();
	const form = await request.formData();
	const t = certificateActMessages[viewer.lang];
	const page = `/instansi/${agency.code}/terbitan/${actId}`;
	const [intent, now] = [form.get("maksud"), Date.now()];
	const told = (isDone: boolean, text: string) =>
		redirectWithToast(page, isDone ? { kind: "good", text } : { kind: "bad", text: t.notNow });
	if (intent === "discard")
		return told(await transaction((tx) => discardAct(tx, actId, agency.id, now)), t.discarded);
	if (intent !== "run") throw badRequest();
	const confirmation = await confirmViewer(viewer, String(form.get("password") ?? ""));
	if (confirmation === "tooMany") return json({ error: t.tooManyTries }, { status: 429 });
	if (confirmation === "wrong") return json({ error: t.wrong }, { status: 400 });
	const begin = { actId, agencyId: agency.id, actor: { id: viewer.personId, name: viewer.name }, now };
	return told(await transaction((tx) => startAct(tx, begin)), t.started);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Sertifikat terbitan · ${data?.name ?? "Instansi"} · Cakap` },
];

export default function CertificateActPage() {
	const act = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(certificateActMessages);
	const lang = useLang();
	const page = `/instansi/${act.code}/terbitan/${act.id}`;
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${act.code}`}>{act.name}</a>{" "}
				<a href={`/instansi/${act.code}/terbitan`}>{t.title}</a>
			</p>
			<PageHeader
				title={`${t[`act.${act.kind}`]}: ${t[`run.${act.state}`]}`}
				lead={t.reasonLine(act.reason)}
			/>
			<ErrorSummary errors={last?.error ? { password: last.error } : null} />
			{act.state === "running" ? (
				<p className="notice">
					{t.working(formatNumber(act.cursor, lang), formatNumber(act.total, lang))}{" "}
					<a href={page}>{t.reload}</a>
				</p>
			) : null}
			<Summary kind={act.kind} state={act.state} summary={act.summary} />
			{act.state === "ready" ? <RunForm isEmpty={act.summary.met === 0} error={last?.error} /> : null}
			<Lines kind={act.kind} state={act.state} lines={act.lines} />
			<nav className="pager" aria-label={t.caption}>
				{act.isFirst ? null : <a href={page}>{t.first}</a>}
				{act.next !== null ? (
					<a rel="next" href={`${page}?setelah=${act.next}`}>
						{t.next}
					</a>
				) : null}
			</nav>
		</>
	);
}
