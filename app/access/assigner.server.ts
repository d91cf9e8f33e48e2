import type { AgencyScope } from "../agencies/scope.ts";
import { forbidden } from "../http/responses.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/** Who assigns learning, and to whom: the people of an agency, or of some of its units. */
export type Assigner = { viewer: Viewer; scope: Exclude<AgencyScope, { kind: "nation" }> };

/**
 * Who assigns learning to all of an agency or to some units of it.
 * @throws Response 302 when signed out, 403 when not permitted in one agency
 */
export async function requireAssigner(request: Request): Promise<Assigner> {
	const viewer = await requirePermission(request, "assignment.manage");
	const scope = viewerScope(viewer, "assignment.manage");
	if (!scope || scope.kind === "nation") throw forbidden();
	return { viewer, scope };
}

/**
 * Who arranges what can be assigned in all of an agency, such as its paths.
 * @throws Response 403 for who manages only some units of it
 */
export async function requireWholeAssigner(request: Request): Promise<{ viewer: Viewer; agencyId: string }> {
	const { viewer, scope } = await requireAssigner(request);
	if (scope.kind === "unit") throw forbidden();
	return { viewer, agencyId: scope.agencyId };
}
