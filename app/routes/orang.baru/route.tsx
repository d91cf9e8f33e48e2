import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPerson } from "#app/access/addPerson.server.ts";
import { type Managed, requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { PersonForm } from "./components/PersonForm.tsx";
import { checkPerson, typedPerson } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { scope } = await requirePeopleManager(request);
	return json({ units: await openUnits(scope), isPart: scope.kind === "unit" });
}

async function openUnits(scope: Managed) {
	const all = await unitsWithin(scope);
	return all.filter(({ validTo }) => !validTo).map(({ id, name }) => ({ id, name }));
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const { agencyId } = scope;
	const t = peopleMessages[viewer.lang];
	const now = Date.now();
	const typed = typedPerson(await request.formData());
	const fail = (errors: Record<string, string>) => json({ errors, typed }, { status: 400 });
	const unitIds = (await openUnits(scope)).map(({ id }) => id);
	// Who manages a part of the agency adds people to that part only.
	if (scope.kind === "unit" && !typed.unit) return fail({ unit: t.badUnit });
	const checked = checkPerson(typed, unitIds, dayIn(now, "Asia/Jakarta"), t);
	if (!checked.ok) return fail(checked.errors);
	const { name, titleBefore, titleAfter, identifiers } = checked;
	const post = { ...checked.post, agencyId };
	const actor = { id: viewer.personId, name: viewer.name };
	const added = await transaction((tx) =>
		addPerson(tx, { name, titleBefore, titleAfter, identifiers, post, actor, now }),
	);
	if (!added) return fail({ [identifiers[0]?.kind === "EMAIL" ? "email" : "number"]: t.taken });
	const text = accountKeyMessages[viewer.lang].personAdded;
	return redirectWithToast(`/orang/${added}/akun`, { kind: "good", text });
}

export const meta: MetaFunction = () => [{ title: "Tambah pegawai · Cakap" }];

export default function NewPersonPage() {
	const { units, isPart } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(peopleMessages);
	return (
		<>
			<PageHeader title={t.add} />
			<PersonForm units={units} isPart={isPart} errors={last?.errors} typed={last?.typed} />
		</>
	);
}
