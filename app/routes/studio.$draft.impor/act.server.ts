import { json } from "@remix-run/node";
import type { Viewer } from "#app/access/viewer.server.ts";
import { guessFormat } from "#app/assessment/exchange/guessFormat.ts";
import { noteWords } from "#app/assessment/exchange/notes.ts";
import { competenceList } from "#app/catalog/framework.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { type Draft, itemsOf, mediaOfDraft } from "#app/studio/drafts.server.ts";
import { applyImport, closeImport, findImport, stageImport } from "#app/studio/exchange/imports.server.ts";
import { readInThread } from "#app/studio/exchange/readInThread.server.ts";
import { withStoredPictures } from "#app/studio/exchange/store.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { importForm } from "./form.ts";

type Typed = { competence: string; level: string };

/** Reads an uploaded file and shows what it holds; nothing is in the draft yet. */
export async function read(viewer: Viewer, draft: Draft, form: FormData, now: number) {
	const t = exchangeMessages[viewer.lang];
	const typed: Typed = { competence: text(form, "competence"), level: text(form, "level") };
	const competences = competenceList().map(({ code }) => code);
	const parsed = importForm(competences).safeParse(Object.fromEntries(form));
	if (!parsed.success) {
		const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
		const errors = {
			...(wrong.has("file") ? { file: t.fileNeeded } : {}),
			...(wrong.has("competence") ? { competence: t.competenceNeeded } : {}),
			...(wrong.has("level") ? { level: t.levelNeeded } : {}),
		};
		return json({ errors, typed }, { status: 400 });
	}
	const { file, competence, level } = parsed.data;
	const bytes = new Uint8Array(await file.arrayBuffer());
	const format = guessFormat(bytes);
	const setting = {
		bank: await itemsOf(draft.id),
		media: await mediaOfDraft(draft.id),
		defaults: { competence, level },
		competences,
	};
	const result = await readInThread({ bytes, format, setting });
	if ("refused" in result) {
		const where = [result.file, result.line === null ? "" : t.line(String(result.line))]
			.filter(Boolean)
			.join(", ");
		const why = `${noteWords(result.refused, viewer.lang)}${where ? ` (${where})` : ""}`;
		return json({ errors: { file: t.refused(why) }, typed }, { status: 400 });
	}
	const rows = await withStoredPictures(result.settled);
	const head = { fileName: file.name.slice(0, 200) || "soal", format, notes: result.notes, rows };
	const id = await stageImport(head, { draftId: draft.id, personId: viewer.personId, now });
	return redirectWithToast(`/studio/${draft.id}/impor?berkas=${id}`, { kind: "good", text: t.preview });
}

/** Takes in what was shown. */
export async function take(viewer: Viewer, draft: Draft, form: FormData, now: number) {
	const t = exchangeMessages[viewer.lang];
	const to = `/studio/${draft.id}`;
	const staged = await findImport(draft.id, text(form, "import"));
	if (!staged) return redirectWithToast(`${to}/impor`, { kind: "bad", text: t.gone });
	const sum = await applyImport(staged.id, { draftId: draft.id, personId: viewer.personId, now });
	if (sum.isClosed) return redirectWithToast(to, { kind: "bad", text: studioMessages[viewer.lang].notOpen });
	const actor = { id: viewer.personId, name: viewer.name };
	const { agencyId, id: draftId } = draft;
	const { fileName, id: importId } = staged;
	await transaction((tx) => closeImport(tx, { importId, draftId, agencyId, fileName, actor, now }, sum));
	const [n, left] = [String(sum.written), String(sum.left)];
	return sum.left === 0
		? redirectWithToast(to, { kind: "good", text: t.tookAll(n) })
		: redirectWithToast(to, { kind: "bad", text: t.tookSome(n, left) });
}

const text = (form: FormData, name: string): string => form.get(name)?.toString() ?? "";
