import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAssigner } from "#app/access/assigner.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { pathMessages } from "#app/i18n/messages/paths.ts";
import { createPath } from "#app/learning/paths/pathActs.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { PathForm } from "./components/PathForm.tsx";
import { checkPath, typedPath } from "./form.ts";
import { pathGround, valuesOf } from "./ground.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, agencyId } = await requireWholeAssigner(request);
	return json(await pathGround(agencyId, viewer.lang));
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, agencyId } = await requireWholeAssigner(request);
	const t = pathMessages[viewer.lang];
	const typed = typedPath(await request.formData());
	const { courses, roles } = await pathGround(agencyId, viewer.lang);
	const { input, errors } = checkPath(typed, valuesOf(courses), valuesOf(roles), t);
	if (Object.keys(errors).length > 0) return json({ errors, typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	await transaction((tx) => createPath(tx, input, { agencyId, actor, now: Date.now() }));
	return redirectWithToast("/jalur", { kind: "good", text: t.saved });
}

export const meta: MetaFunction = () => [{ title: "Buat jalur belajar · Cakap" }];

export default function NewPathPage() {
	const ground = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(pathMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/jalur">{t.back}</a>
			</p>
			<PageHeader title={t.create} />
			<PathForm {...ground} errors={last?.errors} typed={last?.typed} />
		</>
	);
}
