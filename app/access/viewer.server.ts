import { redirect } from "@remix-run/node";
import type { AgencyScope } from "../agencies/scope.ts";
import { oncePerRequest } from "../http/memo.server.ts";
import { forbidden } from "../http/responses.server.ts";
import type { Language } from "../i18n/language.ts";
import { CARRIED } from "./carriedForm.ts";
import { can, type Grant, type Permission, scopeFor } from "./permissions.ts";
import { validSession } from "./sessions.server.ts";

/** Whoever is signed in, with all that guards and pages need of them. */
export type Viewer = {
	personId: string;
	/** sha256 of the token: names the session, opens nothing. */
	sessionId: string;
	name: string;
	grants: Grant[];
	agency: { id: string; code: string; name: string; timeZone: string } | null;
	unitId: string | null;
	employment: string | null;
	lang: Language;
	/** IANA zone: the person's own choice, else the agency's, else WIB. */
	timeZone: string;
};

/** The signed-in viewer, or null. Looked up once a request. */
export function getViewer(request: Request): Promise<Viewer | null> {
	return oncePerRequest("viewer", () => validSession(request));
}

/**
 * The signed-in viewer.
 * @throws Response 302 to the sign-in page, which leads back here; 307 for a form, which it keeps meanwhile
 */
export async function requireViewer(request: Request): Promise<Viewer> {
	const viewer = await getViewer(request);
	if (viewer) return viewer;
	const to = `/masuk?next=${encodeURIComponent(pageOf(request))}`;
	// 307 brings the form along, so that nothing typed is lost when a session ended meanwhile.
	throw request.method === "GET" || request.method === "HEAD"
		? redirect(to)
		: redirect(`${to}&${CARRIED}=1`, 307);
}

/**
 * The signed-in viewer if one of their roles gives the permission.
 * @throws Response 302 when signed out, 403 when not permitted
 */
export async function requirePermission(request: Request, permission: Permission): Promise<Viewer> {
	const viewer = await requireViewer(request);
	if (!can(viewer, permission)) throw forbidden();
	return viewer;
}

/** The agencies whose rows the permission opens to this viewer, or units of one; null when it is not theirs. */
export const viewerScope = (viewer: Viewer, permission: Permission): AgencyScope | null =>
	scopeFor(viewer, permission);

function pageOf(request: Request): string {
	const { pathname, search } = new URL(request.url);
	return pathname + search;
}
