type Unit = { id: string; parentId: string | null };
/** `unitId` null: of the whole agency. */
export type Head = { personId: string; unitId: string | null };

/**
 * The superiors of somebody: the heads of their unit, else of the next one up that has any, else of the agency; never
 * themselves. Empty when there is none.
 */
export function superiorsOf(
	person: { personId: string; unitId: string | null },
	units: ReadonlyMap<string, Unit>,
	heads: readonly Head[],
): string[] {
	const of = (unitId: string | null) =>
		heads
			.filter((head) => head.unitId === unitId && head.personId !== person.personId)
			.map(({ personId }) => personId);
	const seen = new Set<string>();
	for (let at = person.unitId; at !== null && !seen.has(at); at = units.get(at)?.parentId ?? null) {
		seen.add(at);
		const found = of(at);
		if (found.length > 0) return [...new Set(found)];
	}
	return [...new Set(of(null))];
}
