import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/access/personInReach.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { recordLook } from "#app/activity/looks.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { revealIdentifiers } from "#app/people/identifierHistory.server.ts";
import { fullName } from "#app/people/names.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { AccountActs } from "./components/AccountActs.tsx";
import { Changes } from "./components/Changes.tsx";
import { Identifiers } from "./components/Identifiers.tsx";
import { Learning } from "./components/Learning.tsx";
import { PersonFacts } from "./components/PersonFacts.tsx";
import { Posts } from "./components/Posts.tsx";
import { parsePersonForm } from "./form.ts";
import { personPage } from "./personPage.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, person } = await requirePerson(request, "people.read", params.person);
	const now = Date.now();
	const actor = { id: viewer.personId, name: viewer.name };
	const { personId, agencyId } = person;
	await transaction((tx) => recordLook(tx, { personId, agencyId, actor, now }));
	return json(await personPage(person, viewer, now));
}

export async function action({ request, params }: ActionFunctionArgs) {
	await requirePermission(request, "nip.reveal");
	if (!parsePersonForm(await request.formData())) throw badRequest();
	const { viewer, person } = await requirePerson(request, "nip.reveal", params.person);
	const actor = { id: viewer.personId, name: viewer.name };
	const now = Date.now();
	return json({ shown: await transaction((tx) => revealIdentifiers(tx, person, actor, now)) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.person.name ?? "Pegawai"} · Cakap` },
];

export default function PersonPage() {
	const page = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(peopleMessages);
	const { person, mayManage } = page;
	return (
		<>
			<p className="crumbs">
				<a href="/orang">{t.title}</a>
			</p>
			<PageHeader title={fullName(person)} lead={person.position ?? undefined} />
			<PersonFacts page={page} />
			<Identifiers page={page} shown={last?.shown ?? null} />
			<Posts page={page} />
			<Learning page={page} />
			<Changes page={page} />
			{mayManage && person.isPresent ? <AccountActs personId={person.personId} /> : null}
		</>
	);
}
