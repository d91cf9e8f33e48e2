export type AgencyPlan =
	| { kind: "agency.rename"; name: string; shortName: string }
	/** Only when nobody works there and no unit is open: until then it is merged or emptied first. */
	| { kind: "agency.close" };

export type AgencyState = {
	name: string;
	shortName: string;
	/** ISO day from which it is called so. */
	since: string;
	isOpen: boolean;
	people: number;
	openUnits: number;
};
export type AgencyFault = "closed" | "no-name" | "same" | "occupied" | "future" | "too-early";

/** Why the plan cannot be done as of the day (ISO); null when it can. */
export function agencyFault(
	agency: AgencyState,
	plan: AgencyPlan,
	day: string,
	today: string,
): AgencyFault | null {
	if (!agency.isOpen) return "closed";
	if (day > today) return "future";
	if (agency.since > day) return "too-early";
	if (plan.kind === "agency.close") return agency.people > 0 || agency.openUnits > 0 ? "occupied" : null;
	if (!plan.name || !plan.shortName) return "no-name";
	return plan.name === agency.name && plan.shortName === agency.shortName ? "same" : null;
}
