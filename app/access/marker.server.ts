import type { Marker } from "../assessment/markingQueue.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/**
 * The viewer as one who marks free text in the own agency's courses.
 * @throws Response 302 when signed out, 403 when not permitted
 */
export async function requireMarker(
	request: Request,
): Promise<{ viewer: Viewer; marker: Marker & { name: string } }> {
	const viewer = await requirePermission(request, "exam.mark");
	const scope = viewerScope(viewer, "exam.mark");
	if (!scope) throw new Error("who holds a permission has its scope");
	return { viewer, marker: { scope, markerId: viewer.personId, name: viewer.name } };
}
