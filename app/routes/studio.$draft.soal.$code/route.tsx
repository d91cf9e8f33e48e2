import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { itemsOf } from "#app/studio/drafts.server.ts";
import { emptyItem, type ItemForm, itemFromForm, itemToForm } from "#app/studio/itemForm.ts";
import { saveItem } from "#app/studio/write.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ItemFields } from "./components/ItemFields.tsx";

const NEW = "baru";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	const items = await itemsOf(draft.id);
	const item = items.find(({ code }) => code === params.code);
	if (!item && params.code !== NEW) throw notFound();
	const code = `soal-${String(items.length + 1).padStart(3, "0")}`;
	return json({ draftId: draft.id, form: item ? itemToForm(item) : { ...emptyItem, code } });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write")) throw forbidden();
	const given = await request.formData();
	const entries = Object.keys(emptyItem).map((name) => [
		name,
		given.get(name)?.toString().slice(0, 20_000) ?? "",
	]);
	const form = Object.fromEntries(entries) as ItemForm;
	const read = itemFromForm(form);
	if ("problems" in read) return json({ form, problems: read.problems }, { status: 400 });
	const by = { draftId: draft.id, personId: viewer.personId, now: Date.now() };
	const isSaved = await transaction((tx) => saveItem(tx, by, read.item));
	const t = studioMessages[viewer.lang];
	const toast = isSaved
		? ({ kind: "good", text: t.saved } as const)
		: ({ kind: "bad", text: t.notOpen } as const);
	return redirectWithToast(`/studio/${draft.id}`, toast);
}

export const meta: MetaFunction = () => [{ title: "Soal · Studio · Cakap" }];

export default function ItemPage() {
	const { draftId, form } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(studioMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${draftId}`}>{t.back}</a>
			</p>
			<PageHeader title={t.item} lead={t.typeHint} />
			<ItemFields form={last?.form ?? form} problems={last?.problems} />
		</>
	);
}
