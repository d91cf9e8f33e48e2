import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { findDraftLesson } from "#app/studio/drafts.server.ts";
import { lessonForm, typedLesson } from "#app/studio/lessonForm.ts";
import { saveLesson } from "#app/studio/lessons.server.ts";
import { previewOf } from "#app/studio/preview.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Editor } from "./components/Editor.tsx";
import { PreviewPane } from "./components/PreviewPane.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	const lesson = await findDraftLesson(draft.id, params.lesson ?? "");
	if (!lesson) throw notFound();
	const preview = await previewOf(draft.id, lesson.source, viewer.lang);
	const isOpen =
		can(viewer, "course.write", draft.agencyId) && (draft.state === "draft" || draft.state === "returned");
	const { slug, title, minutes, objective, source, revision } = lesson;
	return json({ draftId: draft.id, slug, title, minutes, objective, source, revision, preview, isOpen });
}

/** Saves the lesson; a text that is older than what is stored is given back beside it, not written over it. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write", draft.agencyId)) throw forbidden();
	const form = await request.formData();
	const lesson = await findDraftLesson(draft.id, params.lesson ?? "");
	if (!lesson) throw notFound();
	const t = studioMessages[viewer.lang];
	const typed = typedLesson(form);
	const parsed = lessonForm.safeParse(Object.fromEntries(form));
	if (!parsed.success) return json({ typed, error: t.lessonInvalid, isConflict: false }, { status: 400 });
	const { revision, ...text } = parsed.data;
	const by = { draftId: draft.id, personId: viewer.personId, now: Date.now() };
	const saved = await transaction((tx) => saveLesson(tx, by, { lessonId: lesson.id, revision, text }));
	if (saved.kind === "conflict") return json({ typed, error: t.conflict, isConflict: true }, { status: 409 });
	const here = `/studio/${draft.id}/materi/${lesson.slug}`;
	if (saved.kind === "closed") return redirectWithToast(here, { kind: "bad", text: t.notOpen });
	return redirectWithToast(here, { kind: "good", text: t.saved });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? ""} · Studio · Cakap` },
];

export default function LessonEditorPage() {
	const lesson = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(studioMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${lesson.draftId}`}>{t.back}</a>
			</p>
			<PageHeader title={lesson.title} />
			{last?.error ? (
				<p className="toast bad" role="alert">
					{last.error}
				</p>
			) : null}
			<div className="editor">
				<Editor lesson={lesson} typed={last?.typed} isConflict={last?.isConflict} />
				<PreviewPane preview={lesson.preview} />
			</div>
		</>
	);
}
