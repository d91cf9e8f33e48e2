/** Which agencies' rows a viewer may see: part of every query that reads them. */
export type AgencyScope =
	| { kind: "nation" }
	| { kind: "agency"; agencyId: string }
	| { kind: "unit"; agencyId: string; unitId: string };

/** Whether the scope reaches into the agency, so that small cells may be shown and persons opened. */
export function includesAgency(scope: AgencyScope, agencyId: string): boolean {
	return scope.kind === "agency" && scope.agencyId === agencyId;
}

/** Whether the viewer of this scope belongs to the agency: small counts are hidden from outsiders only. */
export function belongsTo(scope: AgencyScope, agencyId: string): boolean {
	return scope.kind !== "nation" && scope.agencyId === agencyId;
}
