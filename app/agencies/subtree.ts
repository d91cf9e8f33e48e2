/** The units of these ids with all that stand below them. */
export function withUnitsBelow(
	units: readonly { id: string; parentId: string | null }[],
	chosen: readonly string[],
): string[] {
	const known = new Set(units.filter(({ id }) => chosen.includes(id)).map(({ id }) => id));
	for (let before = -1; before !== known.size; ) {
		before = known.size;
		for (const { id, parentId } of units) if (parentId && known.has(parentId)) known.add(id);
	}
	return [...known];
}
