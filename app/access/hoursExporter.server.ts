import { forbidden } from "../http/responses.server.ts";
import { requirePeopleManager } from "./managedPeople.server.ts";
import type { Viewer } from "./viewer.server.ts";

/**
 * The viewer as one who manages everybody of an agency: what leaves it is about all of them.
 * @throws Response 302 when signed out, 403 for who manages nobody or only a part
 */
export async function requireHoursExporter(request: Request): Promise<{ viewer: Viewer; agencyId: string }> {
	const { viewer, scope } = await requirePeopleManager(request);
	if (scope.kind !== "agency") throw forbidden();
	return { viewer, agencyId: scope.agencyId };
}
