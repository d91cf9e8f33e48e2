import { redirect } from "@remix-run/node";
import { notFound } from "../http/responses.server.ts";
import { mergedInto, type PersonInScope, personInScope } from "../people/personInScope.server.ts";
import type { Permission } from "./permissions.ts";
import { requirePermission, type Viewer, viewerScope } from "./viewer.server.ts";

/**
 * The person of that id, when the permission reaches them.
 * @throws Response 302 when signed out, 403 when not permitted, 404 for anybody else; 302 from a record that was merged
 * into another to that one
 */
export async function requirePerson(
	request: Request,
	permission: Permission,
	personId: string | undefined,
): Promise<{ viewer: Viewer; person: PersonInScope }> {
	const viewer = await requirePermission(request, permission);
	const scope = viewerScope(viewer, permission);
	const person = await personInScope(personId ?? "", scope);
	if (person) return { viewer, person };
	const into = await mergedInto(personId ?? "");
	if (into && (await personInScope(into, scope))) throw redirect(`/orang/${into}`);
	throw notFound();
}
