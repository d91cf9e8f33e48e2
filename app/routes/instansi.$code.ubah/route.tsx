import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireManagedAgency } from "#app/access/managedAgency.server.ts";
import { unitTreeAsOf } from "#app/agencies/history.server.ts";
import { forbidden, notFound } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { planReorganisation } from "#app/records/reorganisation/acts.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ActForm } from "./components/ActForm.tsx";
import { KindLinks } from "./components/KindLinks.tsx";
import { clean, commonErrors, kindOf, transferKinds, typedOf, unitKinds } from "./form.ts";
import { readPlan } from "./plan.server.ts";

const today = () => dayIn(Date.now(), "Asia/Jakarta");

async function requireSubject(request: Request, code: string | undefined) {
	const { viewer, scope, agency } = await requireManagedAgency(request, code);
	const params = new URL(request.url).searchParams;
	const kind = kindOf(params.get("tindakan"));
	if (transferKinds.some((one) => one === kind) && scope.kind !== "nation") throw forbidden();
	const units = await unitTreeAsOf(agency.id, today());
	const unit = units.find(({ id }) => id === params.get("unit")) ?? null;
	if (!unit && !kind?.startsWith("agency.")) throw notFound();
	return { viewer, agency, kind, units, unit };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency, kind, units, unit } = await requireSubject(request, params.code);
	return json({ agency, kind, units, unit, today: today() });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency, kind, unit } = await requireSubject(request, params.code);
	const typed = typedOf(await request.formData());
	if (!kind) throw notFound();
	const t = agencyMessages[viewer.lang];
	const asked = { kind, unitId: unit?.id ?? "", agencyId: agency.id, typed };
	const { plan, errors: wrong } = await readPlan(asked, t);
	const errors = { ...commonErrors(typed, t), ...wrong };
	if (Object.keys(errors).length > 0) return json({ errors, typed }, { status: 400 });
	const words = { day: typed.day, legalBasis: clean(typed.legalBasis), reason: clean(typed.reason) };
	const actor = { id: viewer.personId, name: viewer.name };
	const planning = { agencyId: agency.id, plan, ...words, actor, now: Date.now() };
	const planned = await transaction((tx) => planReorganisation(tx, planning));
	if ("id" in planned) throw redirect(`/instansi/${agency.code}/perubahan/${planned.id}`, 303);
	return json({ errors: { "": t[`refused.${planned.refused}`] }, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Ubah ${data?.unit?.name ?? data?.agency.name ?? "instansi"} · Cakap` },
];

export default function ChangePage() {
	const { agency, kind, units, unit, today } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(agencyMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${agency.code}`}>{agency.name}</a>
			</p>
			<PageHeader
				title={kind ? `${t[`kind.${kind}`]}: ${unit?.name ?? agency.name}` : (unit?.name ?? agency.name)}
				lead={kind ? t[`about.${kind}`] : t.chooseAct}
			/>
			{kind ? (
				<ActForm
					kind={kind}
					agency={agency}
					unit={unit}
					units={units}
					today={today}
					errors={last?.errors}
					typed={last?.typed}
				/>
			) : (
				<KindLinks code={agency.code} unitId={unit?.id ?? ""} kinds={unitKinds} />
			)}
		</>
	);
}
