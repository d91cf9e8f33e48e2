import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endPost } from "#app/access/endPost.server.ts";
import { requirePermission, viewerScope } from "#app/access/viewer.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { colleagueOf, revealNumber } from "#app/people/colleague.server.ts";
import { fullName } from "#app/people/names.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { AccountActs } from "./components/AccountActs.tsx";
import { Learning } from "./components/Learning.tsx";
import { PersonFacts } from "./components/PersonFacts.tsx";
import { parsePersonForm } from "./form.ts";
import { personPage } from "./personPage.server.ts";

const permissionOf = { reveal: "nip.reveal", leave: "people.manage" } as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "people.read");
	const person = await colleagueOf(params.person ?? "", viewerScope(viewer, "people.read"));
	if (!person) throw notFound();
	return json(await personPage(person, viewer, Date.now()));
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "people.read");
	const parsed = parsePersonForm(await request.formData());
	if (!parsed) throw badRequest();
	const permission = permissionOf[parsed.intent];
	await requirePermission(request, permission);
	const person = await colleagueOf(params.person ?? "", viewerScope(viewer, permission));
	if (!person) throw notFound();
	const t = peopleMessages[viewer.lang];
	const actor = { id: viewer.personId, name: viewer.name };
	const now = Date.now();
	const none = { number: null, errors: {} };
	if (parsed.intent === "reveal") {
		const number = await transaction((tx) => revealNumber(tx, person, actor, now));
		return json({ ...none, number: number ?? t.noNumber });
	}
	const refused = person.personId === viewer.personId ? t.self : parsed.sure ? null : t.leaveUnconfirmed;
	if (refused) return json({ ...none, errors: { sure: refused } }, { status: 400 });
	const { personId, agencyId } = person;
	await transaction((tx) => endPost(tx, { personId, agencyId, actor, now }));
	return redirectWithToast("/orang", { kind: "good", text: t.left });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.person.name ?? "Pegawai"} · Cakap` },
];

export default function PersonPage() {
	const page = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(peopleMessages);
	const { person } = page;
	return (
		<>
			<p>
				<a href="/orang">{t.title}</a>
			</p>
			<PageHeader title={fullName(person)} lead={person.position} />
			<ErrorSummary errors={last?.errors} />
			<PersonFacts page={page} number={last?.number ?? null} />
			<Learning page={page} />
			<AccountActs personId={person.personId} error={(last?.errors as { sure?: string } | undefined)?.sure} />
		</>
	);
}
