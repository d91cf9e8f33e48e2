import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireManagedAgency } from "#app/access/managedAgency.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { affectedBy, findReorganisation } from "#app/records/reorganisation/view.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { doAct, readAct } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { AffectedList } from "./components/AffectedList.tsx";
import { Facts } from "./components/Facts.tsx";
import { Hindrances } from "./components/Hindrances.tsx";

async function requireAct(request: Request, params: { code?: string; act?: string }) {
	const { viewer, scope, agency } = await requireManagedAgency(request, params.code);
	const act = await findReorganisation(params.act ?? "", agency.id);
	if (!act) throw notFound();
	return { viewer, scope, agency, act };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency, act } = await requireAct(request, params);
	const { id, kind, day, reason, legalBasis, state, actorName, createdAt } = act;
	const facts = { id, kind, day, reason, legalBasis, state, actorName, createdAt };
	const isOwn = viewer.agency?.id === agency.id;
	const affected = await affectedBy(act, Date.now());
	// Persons are named to admins of their own agency only.
	const hindrances = affected.hindrances.map((one) =>
		one.kind === "person" && !isOwn ? { ...one, name: null } : one,
	);
	return json({ agency, act: facts, affected: { ...affected, hindrances } });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, scope, agency, act } = await requireAct(request, params);
	const asked = readAct(await request.formData());
	if (!asked) throw badRequest();
	if (asked.intent === "undo" && !asked.reason)
		return json({ isReasonMissing: true, typed: asked.typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const outcome = await doAct(asked, { id: act.id, scope, actor, now: Date.now() });
	if (outcome === "unknown") throw notFound();
	const t = agencyMessages[viewer.lang];
	const said =
		outcome === "done"
			? { kind: "good" as const, text: t[`${asked.intent}Done`] }
			: { kind: "bad" as const, text: t[typeof outcome === "string" ? outcome : "not-now"] };
	return redirectWithToast(`/instansi/${agency.code}/perubahan/${act.id}`, said);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Perubahan ${data?.agency.name ?? "instansi"} · Cakap` },
];

export default function ReorganisationPage() {
	const { agency, act, affected } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(agencyMessages);
	const here = `/instansi/${agency.code}/perubahan/${act.id}`;
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${agency.code}`}>{agency.name}</a>
			</p>
			<PageHeader title={t[`kind.${act.kind}`]} lead={act.state === "planned" ? t.plannedLead : undefined} />
			<Facts act={act} />
			{act.state === "applying" || act.state === "undoing" ? (
				<p className="notice">
					{t.working} <a href={here}>{t.reload}</a>
				</p>
			) : null}
			<AffectedList affected={affected} isPlanned={act.state === "planned"} />
			<Hindrances hindrances={affected.hindrances} />
			<Acts
				to={here}
				state={act.state}
				fault={affected.fault}
				isHindered={affected.hindrances.length > 0}
				isReasonMissing={last?.isReasonMissing ?? false}
				typed={last?.typed}
			/>
		</>
	);
}
