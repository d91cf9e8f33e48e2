import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { putFile } from "#app/http/files.server.ts";
import { forbidden, redirectWithToast } from "#app/http/responses.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { pictureName, pictureType } from "#app/studio/picture.ts";
import { saveMedia } from "#app/studio/write.server.ts";
import { transaction } from "#db/transaction.server.ts";

const LIMIT = 200 * 1024;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	return redirect(`/studio/${draft.id}`);
}

/** Stores an uploaded picture; its type is read from its bytes, not from what the browser says. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	if (!can(viewer, "course.write", draft.agencyId)) throw forbidden();
	const t = studioMessages[viewer.lang];
	const to = `/studio/${draft.id}`;
	const file = (await request.formData()).get("file");
	const bytes = file instanceof File && file.size <= LIMIT ? new Uint8Array(await file.arrayBuffer()) : null;
	const kind = bytes && pictureType(bytes);
	if (!bytes || !kind || !(file instanceof File))
		return redirectWithToast(to, { kind: "bad", text: t.uploadBad });
	const name = pictureName(file.name, kind.extension);
	const by = { draftId: draft.id, personId: viewer.personId, now: Date.now() };
	const picture = { name, type: kind.type, ...(await putFile(bytes)) };
	const isSaved = await transaction((tx) => saveMedia(tx, by, picture));
	return redirectWithToast(
		to,
		isSaved ? { kind: "good", text: t.uploaded(name) } : { kind: "bad", text: t.notOpen },
	);
}
