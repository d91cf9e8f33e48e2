import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countInvitees } from "#app/access/invitees.server.ts";
import { startInviting, unitsBelow } from "#app/access/inviteMany.server.ts";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { Counts } from "./components/Counts.tsx";
import { InviteActs } from "./components/InviteActs.tsx";
import { unitOf } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { scope } = await requirePeopleManager(request);
	const units = await unitsWithin(scope);
	const unit = unitOf(new URL(request.url).searchParams.get("unit"), units);
	if (unit === "unknown") throw notFound();
	const unitIds = await unitsBelow(scope.agencyId, unit);
	const counts = await countInvitees({ scope, unitIds, now: Date.now() });
	const open = units.filter(({ validTo }) => !validTo).map(({ id, name }) => ({ id, name }));
	return json({ counts, unit: unit ?? "", units: open });
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const typed = (await request.formData()).get("unit");
	if (typed === null) throw badRequest();
	const unit = unitOf(typed, await unitsWithin(scope));
	if (unit === "unknown") throw notFound();
	const actor = { id: viewer.personId, name: viewer.name };
	await startInviting({ scope, unitId: unit, actor }, Date.now());
	const text = accountKeyMessages[viewer.lang].started;
	return redirectWithToast(`/orang/undangan${unit ? `?unit=${unit}` : ""}`, { kind: "good", text });
}

export const meta: MetaFunction = () => [{ title: "Undang pegawai · Cakap" }];

export default function InvitePage() {
	const { counts, unit, units } = useLoaderData<typeof loader>();
	const t = useMessages(accountKeyMessages);
	const p = useMessages(peopleMessages);
	const choices = [
		{ value: "", label: t.allUnits },
		...units.map(({ id, name }) => ({ value: id, label: name })),
	];
	const all = counts.mail + counts.letter + counts.mailInvited + counts.letterInvited;
	return (
		<>
			<p className="crumbs">
				<a href="/orang">{p.title}</a>
			</p>
			<PageHeader title={t.inviteTitle} lead={t.inviteLead} />
			<form method="get" className="filters">
				<Select label={t.unit} name="unit" choices={choices} defaultValue={unit} />
				<Button kind="plain">{t.preview}</Button>
			</form>
			{all === 0 ? <EmptyState>{t.everybody}</EmptyState> : <Counts counts={counts} />}
			<InviteActs counts={counts} unit={unit} />
		</>
	);
}
