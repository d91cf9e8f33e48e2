/** Which agencies' rows a viewer may see: part of every query that reads them. */
export type AgencyScope =
	| { kind: "nation" }
	| { kind: "agency"; agencyId: string }
	/** Some units of the agency, each with all below it. */
	| { kind: "unit"; agencyId: string; unitIds: readonly string[] };

/** Whether the scope reaches into the agency, so that small cells may be shown and persons opened. */
export function includesAgency(scope: AgencyScope, agencyId: string): boolean {
	return scope.kind === "agency" && scope.agencyId === agencyId;
}

/** Whether the scope is all of the agency: small counts are hidden from outsiders, and of it from those of a part. */
export function belongsTo(scope: AgencyScope, agencyId: string): boolean {
	return scope.kind === "agency" && scope.agencyId === agencyId;
}
