import { requireViewer, type Viewer, viewerScope } from "#app/access/viewer.server.ts";
import { type Agency, findAgency } from "#app/agencies/findAgency.server.ts";
import { type AgencyScope, belongsTo } from "#app/agencies/scope.ts";
import { forbidden, notFound } from "#app/http/responses.server.ts";

/**
 * Whoever may compare the nation's agencies.
 * @throws Response 302 signed out, 403 for every other role
 */
export async function requireNation(request: Request): Promise<{ viewer: Viewer; scopes: AgencyScope[] }> {
	const viewer = await requireViewer(request);
	const scopes = scopesOf(viewer);
	if (!scopes.some((scope) => scope.kind === "nation")) throw forbidden();
	return { viewer, scopes };
}

/**
 * The agency of that code, for the nation's analysts and its own people only.
 * @throws Response 302 signed out, 403 without such a role, 404 for another's agency as for an unknown one
 */
export async function requireAgency(
	request: Request,
	code: string,
): Promise<{
	viewer: Viewer;
	agency: Agency;
	inside: boolean;
	ownUnits: readonly string[];
	nation: boolean;
}> {
	const viewer = await requireViewer(request);
	const scopes = scopesOf(viewer);
	if (scopes.length === 0) throw forbidden();
	const agency = await findAgency(code);
	const inside = agency !== null && scopes.some((scope) => belongsTo(scope, agency.id));
	const nation = scopes.some((scope) => scope.kind === "nation");
	const ownUnits = scopes.flatMap((scope) =>
		scope.kind === "unit" && scope.agencyId === agency?.id ? scope.unitIds : [],
	);
	if (!agency || !(inside || nation || ownUnits.length > 0)) throw notFound();
	return { viewer, agency, inside, ownUnits, nation };
}

function scopesOf(viewer: Viewer): AgencyScope[] {
	const held = [viewerScope(viewer, "readiness.nation"), viewerScope(viewer, "readiness.agency")];
	return held.filter((scope) => scope !== null);
}
