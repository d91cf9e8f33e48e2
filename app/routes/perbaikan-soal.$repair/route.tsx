import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { examinedCourses } from "#app/access/courseScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { findRepair } from "#app/certification/repairView.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { doAct, readAct } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { Affected, EffectSummary } from "./components/Affected.tsx";
import { Facts } from "./components/Facts.tsx";
import { effectOf, factsOf, progressOf } from "./view.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const repair = await findRepair(params.repair ?? "", examinedCourses(viewer));
	if (!repair) throw notFound();
	const after = new URL(request.url).searchParams.get("setelah");
	const [effect, progress] = await Promise.all([effectOf(repair, after), progressOf(repair)]);
	return json({ repair: factsOf(repair), effect, progress });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const act = readAct(await request.formData());
	if (!act) throw badRequest();
	const repairId = params.repair ?? "";
	const scope = examinedCourses(viewer);
	if (!act.reason && act.intent === "undo") {
		if (!(await findRepair(repairId, scope))) throw notFound();
		return json({ isReasonMissing: true, typed: act.typed }, { status: 400 });
	}
	const actor = { id: viewer.personId, name: viewer.name };
	const outcome = await doAct(act, { repairId, scope, actor, now: Date.now() });
	if (outcome === "unknown") throw notFound();
	const t = itemRepairMessages[viewer.lang];
	return redirectWithToast(
		`/perbaikan-soal/${repairId}`,
		outcome === "done" ? { kind: "good", text: t[`${act.intent}Done`] } : { kind: "bad", text: t.notNow },
	);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Perbaikan soal ${data?.repair.code ?? ""} · Cakap` },
];

export default function RepairPage() {
	const { repair, effect, progress } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(itemRepairMessages);
	const lang = useLang();
	const { course, number, code } = repair;
	return (
		<>
			<p className="crumbs">
				<a href="/perbaikan-soal">{t.title}</a>
			</p>
			<PageHeader
				title={`${t.item} ${code}: ${t[`kind.${repair.kind}`]}`}
				lead={course === null ? t.national : t.versionOf(course, String(number))}
			/>
			<Facts repair={repair} />
			{progress ? (
				<p className="notice">
					{t.working(formatNumber(progress.done, lang), formatNumber(progress.all, lang))}{" "}
					<a href={`/perbaikan-soal/${repair.id}`}>{t.reload}</a>
				</p>
			) : null}
			{effect ? <EffectSummary effect={effect} /> : null}
			<Acts repair={repair} isReasonMissing={last?.isReasonMissing ?? false} typed={last?.typed} />
			{effect ? <Affected repairId={repair.id} effect={effect} /> : null}
		</>
	);
}
