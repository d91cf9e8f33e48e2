import type { AgencyScope } from "../agencies/scope.ts";
import { forbidden, notFound } from "../http/responses.server.ts";
import { type Colleague, colleagueOf } from "../people/colleague.server.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/** The part of one agency whose people the viewer manages. */
export type Managed = Exclude<AgencyScope, { kind: "nation" }>;

/**
 * The viewer as one who manages people of an agency.
 * @throws Response 302 signed out, 403 when not permitted
 */
export async function requirePeopleManager(request: Request): Promise<{ viewer: Viewer; scope: Managed }> {
	const viewer = await requirePermission(request, "people.manage");
	const scope = viewerScope(viewer, "people.manage");
	if (!scope || scope.kind === "nation") throw forbidden();
	return { viewer, scope };
}

/**
 * The same with one of these people.
 * @throws Response as above, 404 when the person does not work in the scope
 */
export async function requireManaged(
	request: Request,
	personId: string | undefined,
): Promise<{ viewer: Viewer; scope: Managed; person: Colleague }> {
	const { viewer, scope } = await requirePeopleManager(request);
	const person = await colleagueOf(personId ?? "", scope);
	if (!person) throw notFound();
	return { viewer, scope, person };
}
