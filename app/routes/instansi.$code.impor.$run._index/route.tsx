import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { rosterImportMessages } from "#app/i18n/messages/rosterImport.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { explainColumns } from "#app/people/roster/explainColumns.server.ts";
import { rosterRunView } from "#app/people/roster/runView.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { StateBadge } from "../instansi.$code.impor._index/components/Runs.tsx";
import { answerOf, decideAll, doAct, readAct, SHORTEST_REASON } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { Columns } from "./components/Columns.tsx";
import { Mapping } from "./components/Mapping.tsx";
import { Progress } from "./components/Progress.tsx";
import { RowsOfRun } from "./components/RowsOfRun.tsx";
import { Said } from "./components/Said.tsx";
import { Summary } from "./components/Summary.tsx";
import { readMapping } from "./mapping.server.ts";
import { pageOf } from "./view.server.ts";

async function requireRun(request: Request, { code, run }: { code?: string; run?: string }) {
	const { viewer, agency } = await requireWholeAgency(request, code);
	const view = await rosterRunView(run ?? "", agency.id);
	if (!view) throw notFound();
	return { viewer, agency, view };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency, view } = await requireRun(request, params);
	const isOwn = viewer.agency?.id === agency.id;
	return json({ agency, isOwn, page: await pageOf(view, new URL(request.url), viewer.lang) });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency, view } = await requireRun(request, params);
	const form = await request.formData();
	const act = readAct(form);
	if (!act) throw badRequest();
	const t = rosterScreenMessages[viewer.lang];
	const fail = (errors: Record<string, string>, typed: Record<string, string> = {}) =>
		json({ errors, typed }, { status: 400 });
	const to = `/instansi/${agency.code}/impor/${view.id}`;
	const by = { runId: view.id, agencyId: agency.id, now: Date.now() };
	const refused = rosterImportMessages[viewer.lang];
	if (act.intent === "map") {
		const { mapping, errors, typed } = readMapping(form, view, t);
		if (Object.keys(errors).length > 0) return fail(errors, typed);
		const isGoing = await transaction((tx) => explainColumns(tx, { ...by, mapping }));
		const text = isGoing ? t.received : refused["refused.not-now"];
		return redirectWithToast(to, { kind: isGoing ? "good" : "bad", text });
	}
	if (act.intent === "undo" && act.reason.length < SHORTEST_REASON)
		return fail({ reason: t.reasonNeeded }, { reason: act.reason });
	const actor = { id: viewer.personId, name: viewer.name };
	if (act.intent === "decide-all")
		return redirectWithToast(`${to}?hasil=doubtful`, await decideAll(act, { ...by, actor }, t, refused));
	const outcome = await doAct(act, { ...by, actor });
	if (outcome === "unknown") throw notFound();
	const answer = await answerOf(outcome, act, t, refused, view.foreignAgencyId);
	if ("errors" in answer) return fail(answer.errors, answer.typed);
	const back = act.intent === "decide" ? `${to}${new URL(request.url).search}` : to;
	return redirectWithToast(back, answer.toast);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.page.run.fileName ?? "Impor"} · ${data?.agency.name ?? ""} · Cakap` },
];

export default function RunPage() {
	const { agency, isOwn, page } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(rosterScreenMessages);
	const { run, list, columns, facts } = page;
	const here = `/instansi/${agency.code}/impor/${run.id}`;
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${agency.code}`}>{agency.name}</a> ›{" "}
				<a href={`/instansi/${agency.code}/impor`}>{t.title}</a>
			</p>
			<PageHeader title={run.fileName}>
				<p>
					<StateBadge state={run.state} />
				</p>
			</PageHeader>
			<Progress page={page} here={here} />
			<Said page={page} again={`/instansi/${agency.code}/impor`} />
			{run.state === "mapping" && facts ? (
				<Mapping
					here={here}
					asked={facts.asked}
					sources={page.sources}
					columns={columns}
					errors={last?.errors}
					typed={last?.typed}
				/>
			) : null}
			{list ? <Summary page={page} here={here} /> : null}
			<Acts page={page} here={here} errors={last?.errors} typed={last?.typed} />
			{list ? <RowsOfRun page={page} list={list} here={here} isOwn={isOwn} /> : null}
			{facts ? <Columns columns={columns} dropped={facts.dropped} /> : null}
		</>
	);
}
