import type { AgencyScope } from "../agencies/scope.ts";
import { agencyInScope, type FoundAgency } from "../agencies/searchAgencies.server.ts";
import { forbidden, notFound } from "../http/responses.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/**
 * The viewer and the agencies that they manage.
 * @throws Response 302 when signed out, 403 when they manage none
 */
export async function requireManager(request: Request): Promise<{ viewer: Viewer; scope: AgencyScope }> {
	const viewer = await requirePermission(request, "agency.manage");
	const scope = viewerScope(viewer, "agency.manage");
	if (!scope) throw forbidden();
	return { viewer, scope };
}

/**
 * The agency of that code, when the viewer manages it.
 * @throws Response 302 when signed out, 403 when they manage none, 404 for another one
 */
export async function requireManagedAgency(
	request: Request,
	code: string | undefined,
): Promise<{ viewer: Viewer; scope: AgencyScope; agency: FoundAgency }> {
	const { viewer, scope } = await requireManager(request);
	const agency = await agencyInScope(code ?? "", scope);
	if (!agency) throw notFound();
	return { viewer, scope, agency };
}

/**
 * The same for what is about everybody of the agency, such as its roster.
 * @throws Response 403 for who manages only some units of it
 */
export async function requireWholeAgency(
	request: Request,
	code: string | undefined,
): Promise<{ viewer: Viewer; agency: FoundAgency }> {
	const { viewer, scope, agency } = await requireManagedAgency(request, code);
	if (scope.kind === "unit") throw forbidden();
	return { viewer, agency };
}
