/** The unit that the address or the form names, if it is one that may be chosen; null for all, "unknown" for another. */
export function unitOf(typed: unknown, units: readonly { id: string }[]): string | null | "unknown" {
	if (typeof typed !== "string" || typed === "") return null;
	return units.some(({ id }) => id === typed) ? typed : "unknown";
}
