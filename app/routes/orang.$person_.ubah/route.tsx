import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/access/personInReach.server.ts";
import { type Viewer, viewerScope } from "#app/access/viewer.server.ts";
import { findAgency } from "#app/agencies/findAgency.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { fullName } from "#app/people/names.ts";
import { draftAct } from "#app/records/acts/acts.server.ts";
import { kindsFor } from "#app/records/acts/kindsFor.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ActForm } from "./components/ActForm.tsx";
import { KindLinks } from "./components/KindLinks.tsx";
import { clean, kindOf, planOf, typedAct } from "./form.ts";

async function requireSubject(request: Request, personId: string | undefined) {
	const { viewer, person } = await requirePerson(request, "people.manage", personId);
	const kind = kindOf(new URL(request.url).searchParams.get("tindakan"));
	const kinds = kindsFor(person);
	if (kind && !kinds.includes(kind)) throw notFound();
	return { viewer, person, agencyId: person.agencyId ?? "", kind, kinds };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, person, kind, kinds } = await requireSubject(request, params.person);
	const units = kind === "post" ? await openUnits(viewer) : [];
	const { name, titleBefore, titleAfter } = person;
	const [unit, position, grade] = [person.unitId ?? "", person.position ?? "", person.grade ?? ""];
	const post = { jobClass: person.jobClass ?? "pelaksana", employment: person.employment ?? "PNS" } as const;
	return json({
		personId: person.personId,
		known: { name, titleBefore, titleAfter, unit, position, grade, ...post },
		units,
		today: dayIn(Date.now(), viewer.timeZone),
		isOwn: viewer.personId === person.personId,
		kind,
		kinds,
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, person, agencyId, kind } = await requireSubject(request, params.person);
	const typed = typedAct(await request.formData());
	if (!kind) throw notFound();
	const t = { ...peopleMessages[viewer.lang], ...personActMessages[viewer.lang] };
	const now = Date.now();
	const there = await findAgency(clean(typed.agency));
	const today = dayIn(now, viewer.timeZone);
	const { plan, errors } = planOf(kind, typed, { agencyId: there?.id ?? null, today, t });
	if (plan.kind === "post" && !(await mayPlace(viewer, plan.unitId))) errors.unit = t.badUnit;
	if (viewer.personId === person.personId) errors[""] = t.self;
	if (Object.keys(errors).length > 0) return json({ errors, typed }, { status: 400 });
	const words = { day: typed.day, reason: clean(typed.reason), actor: actorOf(viewer) };
	const asked = { personId: person.personId, agencyId, plan, ...words, now };
	const made = await transaction((tx) => draftAct(tx, asked));
	if ("id" in made) throw redirect(`/orang/${person.personId}/perubahan/${made.id}`, 303);
	return json({ errors: { "": t[`fault.${made.fault}`] }, typed }, { status: 400 });
}

/** The open units of the viewer's scope. */
async function openUnits(viewer: Viewer): Promise<{ id: string; name: string }[]> {
	const scope = viewerScope(viewer, "people.manage");
	if (!scope || scope.kind === "nation") return [];
	const all = await unitsWithin(scope);
	return all.filter(({ validTo }) => !validTo).map(({ id, name }) => ({ id, name }));
}

async function mayPlace(viewer: Viewer, unitId: string | null): Promise<boolean> {
	if (unitId === null) return viewerScope(viewer, "people.manage")?.kind === "agency";
	return (await openUnits(viewer)).some(({ id }) => id === unitId);
}

const actorOf = ({ personId, name }: { personId: string; name: string }) => ({ id: personId, name });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Ubah ${data?.known.name ?? "pegawai"} · Cakap` },
];

export default function ChangePersonPage() {
	const { personId, known, units, today, isOwn, kind, kinds } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(personActMessages);
	const name = fullName(known);
	return (
		<>
			<p className="crumbs">
				<a href={`/orang/${personId}`}>{name}</a>
			</p>
			<PageHeader
				title={kind ? `${t[`kind.${kind}`]}: ${name}` : `${t.change}: ${name}`}
				lead={kind ? t[`about.${kind}`] : t.changeLead}
			/>
			{isOwn ? <p className="notice">{t.self}</p> : null}
			{kind ? (
				<ActForm
					kind={kind}
					known={known}
					units={units}
					today={today}
					errors={last?.errors}
					typed={last?.typed}
				/>
			) : (
				<KindLinks personId={personId} kinds={kinds} />
			)}
		</>
	);
}
