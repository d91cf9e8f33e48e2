import type { AgencyScope } from "../agencies/scope.ts";
import { forbidden, notFound } from "../http/responses.server.ts";
import { type PersonInScope, personInScope } from "../people/personInScope.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/**
 * The viewer and whose records they may merge.
 * @throws Response 302 when signed out, 403 when not permitted
 */
export async function requireMerger(request: Request): Promise<{ viewer: Viewer; scope: AgencyScope }> {
	const viewer = await requirePermission(request, "people.merge");
	const scope = viewerScope(viewer, "people.merge");
	if (!scope) throw forbidden();
	return { viewer, scope };
}

/** Two records of the scope. @throws Response 404 when it does not reach both */
export async function requireBoth(
	scope: AgencyScope,
	keptId: string,
	goneId: string,
): Promise<{ kept: PersonInScope; gone: PersonInScope; own: string | null }> {
	const [kept, gone] = await Promise.all([personInScope(keptId, scope), personInScope(goneId, scope)]);
	if (!kept || !gone) throw notFound();
	return { kept, gone, own: scope.kind === "nation" ? null : scope.agencyId };
}
