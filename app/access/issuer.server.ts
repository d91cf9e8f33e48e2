import { agencyInScope, type FoundAgency } from "../agencies/searchAgencies.server.ts";
import { notFound } from "../http/responses.server.ts";
import { can } from "./permissions.ts";
import { requirePermission, type Viewer } from "./viewer.server.ts";

/**
 * The agency of that code, when the viewer may act on the certificates that it issued.
 * @throws Response 302 when signed out, 403 when they may nowhere, 404 for another agency
 */
export async function requireIssuer(
	request: Request,
	code: string | undefined,
): Promise<{ viewer: Viewer; agency: FoundAgency }> {
	const viewer = await requirePermission(request, "certificate.revoke");
	const agency = await agencyInScope(code ?? "", { kind: "nation" });
	if (!agency || !can(viewer, "certificate.revoke", agency.id)) throw notFound();
	return { viewer, agency };
}
