import { forbidden } from "../http/responses.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

export type Assigner = { viewer: Viewer; agencyId: string };

/**
 * Who assigns learning, and the agency whose people they assign it to.
 * @throws Response 302 when signed out, 403 when not permitted in one agency
 */
export async function requireAssigner(request: Request): Promise<Assigner> {
	const viewer = await requirePermission(request, "assignment.manage");
	const scope = viewerScope(viewer, "assignment.manage");
	if (scope?.kind !== "agency") throw forbidden();
	return { viewer, agencyId: scope.agencyId };
}
