import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { examinerScope } from "#app/access/examinerScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { supervisedView } from "#app/assessment/supervisedView.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { supervisionMessages } from "#app/i18n/messages/supervision.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { doAct } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { LateAnswers } from "./components/LateAnswers.tsx";
import { readAct } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const view = await supervisedView(params.attempt ?? "", examinerScope(viewer));
	if (!view) throw notFound();
	const { personId, agencyId, ...shown } = view;
	const actor = { id: viewer.personId, name: viewer.name };
	const look = { action: "attempt.view", subjectKind: "attempt", subjectId: view.id, agencyId };
	await transaction((tx) => recordAudit(tx, { ...look, actor, at: Date.now() }));
	return json(shown);
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const attemptId = params.attempt ?? "";
	const act = readAct(await request.formData());
	if (!act) throw badRequest();
	if (!act.ok) return json({ wrong: act.wrong, typed: act.typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const scope = examinerScope(viewer);
	const what = { attemptId, scope, actor, reason: act.reason, now: Date.now() };
	const outcome = await doAct(act.intent, what, act.minutes);
	if (outcome === "unknown") throw notFound();
	const t = supervisionMessages[viewer.lang];
	return outcome === "done"
		? redirectWithToast(`/ujian/${attemptId}`, { kind: "good", text: t.done })
		: redirectWithToast(`/ujian/${attemptId}`, { kind: "bad", text: t[`failed.${outcome}`] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Ujian ${data?.name ?? ""} · Cakap` },
];

export default function AttemptPage() {
	const attempt = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(supervisionMessages);
	const { lang, timeZone } = useFrame();
	const moment = (at: number) => formatMoment(at, lang, timeZone);
	return (
		<>
			<PageHeader title={attempt.name} lead={`${attempt.course} · ${t.attempt(String(attempt.number))}`} />
			<dl className="facts">
				<dt>{t.agency}</dt>
				<dd>{attempt.agency}</dd>
				<dt>{t.state}</dt>
				<dd>{t[`state.${attempt.state}`]}</dd>
				<dt>{t.startedAt}</dt>
				<dd>{moment(attempt.startedAt)}</dd>
				<dt>{t.deadlineAt}</dt>
				<dd>{moment(attempt.deadlineAt)}</dd>
				<dt>{t.answered}</dt>
				<dd>{attempt.answered}</dd>
				<dt>{t.score}</dt>
				<dd>{attempt.score ?? "–"}</dd>
			</dl>
			<section>
				<h2>{t.devices}</h2>
				{attempt.devices.length === 0 ? <p className="quiet">{t.noDevices}</p> : null}
				<ul>
					{attempt.devices.map(({ name, lastSeenAt, waiting, leftAt }) => (
						<li key={name + lastSeenAt}>
							{t.device(name, moment(lastSeenAt))}
							{waiting > 0 ? `; ${t.waiting(String(waiting))}` : ""}
							{leftAt ? `; ${t.left}` : ""}
						</li>
					))}
				</ul>
			</section>
			<LateAnswers late={attempt.late} />
			<Acts state={attempt.state} hasLate={attempt.late.length > 0} wrong={last?.wrong} typed={last?.typed} />
			<p>
				<a href="/ujian">{t.title}</a>
			</p>
		</>
	);
}
