import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { competenceList } from "#app/catalog/framework.server.ts";
import { forbidden } from "#app/http/responses.server.ts";
import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { read, take } from "./act.server.ts";
import { Exports } from "./components/Exports.tsx";
import { Report } from "./components/Report.tsx";
import { Upload } from "./components/Upload.tsx";
import { exportsOf, previewOf } from "./view.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	const preview = await previewOf(draft, new URL(request.url), viewer.lang);
	const isOpen =
		can(viewer, "course.write", draft.agencyId) && (draft.state === "draft" || draft.state === "returned");
	const competences = competenceList().map(({ code, name }) => ({
		value: code,
		label: `${code} ${name[viewer.lang]}`,
	}));
	const exports = preview ? [] : await exportsOf(draft.id, viewer.lang);
	const usual = { competence: draft.facts.competences[0]?.code ?? "", level: String(draft.facts.level) };
	return json({ draftId: draft.id, isOpen, preview, competences, exports, usual });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write", draft.agencyId)) throw forbidden();
	const form = await request.formData();
	return (form.get("intent") === "take" ? take : read)(viewer, draft, form, Date.now());
}

export const meta: MetaFunction = () => [{ title: "Impor soal · Studio · Cakap" }];

export default function ImportPage() {
	const { draftId, isOpen, preview, competences, exports, usual } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(exchangeMessages);
	const s = useMessages(studioMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${draftId}`}>{s.back}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			{preview ? <Report preview={preview} isOpen={isOpen} /> : null}
			{!preview && isOpen ? (
				<Upload competences={competences} typed={last?.typed ?? usual} errors={last?.errors} />
			) : null}
			{preview ? null : <Exports draftId={draftId} exports={exports} />}
		</>
	);
}
