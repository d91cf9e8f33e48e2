import type { AgencyScope } from "../agencies/scope.ts";
import { type Viewer, viewerScope } from "./viewer.server.ts";

/** Which drafts a viewer may see: as a writer or reviewer of an agency, or as the national reviewer. */
export function studioScopes(viewer: Viewer): AgencyScope[] {
	const scopes = [viewerScope(viewer, "course.write"), viewerScope(viewer, "draft.review")];
	const own: AgencyScope[] = viewer.agency ? [{ kind: "agency", agencyId: viewer.agency.id }] : [];
	const held = scopes.filter((scope) => scope !== null);
	// The national reviewer also belongs to an agency and reviews its drafts like any of its reviewers.
	return held.some(({ kind }) => kind === "nation") ? [...held, ...own] : held;
}

/** The agency that the viewer writes for; null when they do not write. */
export function writingAgency(viewer: Viewer): string | null {
	const scope = viewerScope(viewer, "course.write");
	return scope && scope.kind !== "nation" ? scope.agencyId : null;
}
