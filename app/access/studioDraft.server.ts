import { notFound } from "../http/responses.server.ts";
import { type Draft, findDraft } from "../studio/drafts.server.ts";
import { studioScopes } from "./studioScopes.server.ts";
import { requirePermission, type Viewer } from "./viewer.server.ts";

/**
 * The viewer and the draft that the address names.
 * @throws Response 302 signed out, 403 without a role in the studio, 404 when the draft is not theirs to see
 */
export async function requireDraft(
	request: Request,
	id: string | undefined,
): Promise<{ viewer: Viewer; draft: Draft }> {
	const viewer = await requirePermission(request, "studio.open");
	const draft = await findDraft(id ?? "", studioScopes(viewer));
	if (!draft) throw notFound();
	return { viewer, draft };
}
