import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { mediaAddress } from "#app/catalog/findCourse.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { itemFormMessages } from "#app/i18n/messages/itemForm.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { itemsOf, mediaOfDraft } from "#app/studio/drafts.server.ts";
import { emptyItem, isItemType, itemFromForm, itemToForm } from "#app/studio/itemForm.ts";
import type { ItemForm } from "#app/studio/itemForms/form.ts";
import { saveItem } from "#app/studio/write.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ItemFields } from "./components/ItemFields.tsx";
import { TypeChoice } from "./components/TypeChoice.tsx";

const NEW = "baru";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	const items = await itemsOf(draft.id);
	const item = items.find(({ code }) => code === params.code);
	if (!item && params.code !== NEW) throw notFound();
	const codes = items.map(({ code }) => code);
	const asked = new URL(request.url).searchParams.get("jenis") ?? "";
	const type = isItemType(asked) ? asked : "single";
	const form = item ? itemToForm(item) : { ...emptyItem, type, code: freeCode(codes) };
	const pictures = (await mediaOfDraft(draft.id)).map(({ name, hash }) => ({
		name,
		src: mediaAddress(hash, name),
	}));
	return json({ draftId: draft.id, isNew: !item, form, pictures });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write", draft.agencyId)) throw forbidden();
	const given = await request.formData();
	const entries = Object.keys(emptyItem).map((name) => [
		name,
		given.get(name)?.toString().slice(0, 20_000) ?? "",
	]);
	const form = Object.fromEntries(entries) as ItemForm;
	const read = itemFromForm(form, viewer.lang);
	if ("problems" in read) return json({ form, problems: read.problems }, { status: 400 });
	const by = { draftId: draft.id, personId: viewer.personId, now: Date.now() };
	const before = params.code === NEW ? null : (params.code ?? null);
	const outcome = await transaction((tx) => saveItem(tx, by, read.item, before));
	const t = studioMessages[viewer.lang];
	if (outcome === "taken") return json({ form, problems: [t.codeTaken(form.code)] }, { status: 400 });
	const to = `/studio/${draft.id}`;
	if (outcome === "closed") return redirectWithToast(to, { kind: "bad", text: t.notOpen });
	return redirectWithToast(to, { kind: "good", text: t.saved });
}

/** The first of soal-001, soal-002, … that no item has. */
function freeCode(taken: readonly string[]): string {
	for (let n = taken.length + 1; ; n++) {
		const code = `soal-${String(n).padStart(3, "0")}`;
		if (!taken.includes(code)) return code;
	}
}

export const meta: MetaFunction = () => [{ title: "Soal · Studio · Cakap" }];

export default function ItemPage() {
	const { draftId, isNew, form, pictures } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(studioMessages);
	const f = useMessages(itemFormMessages);
	const shown: ItemForm = last?.form ?? form;
	const type = isItemType(shown.type) ? shown.type : "single";
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${draftId}`}>{t.back}</a>
			</p>
			<PageHeader title={t.item} lead={isNew ? f.typeHint : f[`t.${type}`]} />
			{isNew ? <TypeChoice type={type} /> : null}
			<ItemFields form={shown} pictures={pictures} problems={last?.problems} />
		</>
	);
}
