import { can } from "#app/access/permissions.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { forbidden, redirectWithToast } from "#app/http/responses.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { Draft } from "#app/studio/drafts.server.ts";
import { type FactsForm, factsFromForm, factsToForm } from "#app/studio/facts.ts";
import { addLesson, moveLessonUp, removeLesson } from "#app/studio/lessons.server.ts";
import {
	draftFindings,
	publication,
	publishDraft,
	returnDraft,
	submission,
} from "#app/studio/review.server.ts";
import { removeItem, saveFacts } from "#app/studio/write.server.ts";
import { transaction } from "#db/transaction.server.ts";

const reviewing = ["publish", "return"];

/** One act on a draft, by the `intent` of its form; then back to the draft with what became of it. */
export async function act(viewer: Viewer, draft: Draft, form: FormData, now: number): Promise<Response> {
	const intent = form.get("intent")?.toString() ?? "";
	if (!can(viewer, reviewing.includes(intent) ? "draft.review" : "course.write", draft.agencyId))
		throw forbidden();
	const t = studioMessages[viewer.lang];
	const to = `/studio/${draft.id}`;
	const said = (isDone: boolean, text: string, otherwise = t.notOpen) =>
		redirectWithToast(to, isDone ? { kind: "good", text } : { kind: "bad", text: otherwise });
	const by = { draftId: draft.id, personId: viewer.personId, now };
	const actor = { id: viewer.personId, name: viewer.name };
	const field = (name: string) => form.get(name)?.toString().trim() ?? "";
	switch (intent) {
		case "facts": {
			const facts = factsFromForm(draft.facts, factsForm(draft, form));
			return said(await transaction((tx) => saveFacts(tx, by, facts)), t.saved);
		}
		case "add-lesson": {
			const title = field("title");
			const slug = title ? await transaction((tx) => addLesson(tx, by, title.slice(0, 150))) : null;
			return slug
				? redirectWithToast(`${to}/materi/${slug}`, { kind: "good", text: t.saved })
				: said(false, "", t.lessonTaken);
		}
		case "remove-lesson":
			return said(await transaction((tx) => removeLesson(tx, by, field("slug"))), t.removed);
		case "move-lesson":
			return said(await transaction((tx) => moveLessonUp(tx, by, field("slug"))), t.moved);
		case "remove-item":
			return said(await transaction((tx) => removeItem(tx, by, field("code"))), t.removed);
		case "submit": {
			if ((await draftFindings(draft)).length > 0) return said(false, "", t.blocked);
			return said(await transaction(await submission(draft, { actor, now })), t.submitted);
		}
		case "return": {
			const remark = field("remark").slice(0, 2000);
			if (remark.length < 10) return said(false, "", t.remarkNeeded);
			return said(await transaction((tx) => returnDraft(tx, draft, remark, { actor, now })), t.returned);
		}
		case "publish": {
			if ((await draftFindings(draft)).length > 0) return said(false, "", t.blocked);
			const ready = await publication(draft);
			return said(await transaction((tx) => publishDraft(tx, draft, ready, { actor, now })), t.publishedNow);
		}
		default:
			return said(false, "");
	}
}

function factsForm(draft: Draft, form: FormData): FactsForm {
	const before = factsToForm(draft.facts);
	const entries = Object.entries(before).map(([name, value]) => [
		name,
		form.get(name)?.toString().trim() ?? value,
	]);
	return Object.fromEntries(entries) as FactsForm;
}
