import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { forbidden, notFound } from "#app/http/responses.server.ts";
import { countAct } from "#app/http/throttle.server.ts";
import { lessonFinding } from "#app/mdx/findings.ts";
import { findDraftLesson } from "#app/studio/drafts.server.ts";
import { lessonForm } from "#app/studio/lessonForm.ts";
import { saveLesson } from "#app/studio/lessons.server.ts";
import { previewOf } from "#app/studio/preview.server.ts";
import { transaction } from "#db/transaction.server.ts";

/** For people there is nothing here: the editor's script saves to it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	return redirect(`/studio/${draft.id}/materi/${params.lesson}`);
}

/** Saves the text and answers with its preview and findings, in JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write", draft.agencyId)) throw forbidden();
	const lesson = await findDraftLesson(draft.id, params.lesson ?? "");
	if (!lesson) throw notFound();
	const parsed = lessonForm.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) return Response.json({ status: "invalid" }, { status: 400 });
	const { revision, ...text } = parsed.data;
	const by = { draftId: draft.id, personId: viewer.personId, now: Date.now() };
	const saved = await transaction((tx) => saveLesson(tx, by, { lessonId: lesson.id, revision, text }));
	if (saved.kind !== "saved") return Response.json({ status: saved.kind }, { status: 409 });
	const preview = await limitedPreview(draft.id, text.source, viewer);
	return Response.json({ status: "saved", revision: saved.revision, ...preview });
}

/** One compiler serves everybody: who asks it too often waits, and their text is saved all the same. */
async function limitedPreview(draftId: string, source: string, { personId, lang }: Viewer) {
	const act = { key: `pratinjau:${personId}`, limit: 60, windowMs: 60_000, now: Date.now() };
	const { allowed } = await transaction((tx) => countAct(tx, act));
	if (allowed) return previewOf(draftId, source, lang);
	const { line, message, mend } = lessonFinding("busy", null);
	return { html: "", findings: [{ line, message: message[lang], mend: mend[lang] }] };
}
