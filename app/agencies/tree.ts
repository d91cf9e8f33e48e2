/** A unit as a tree needs it; `since`: ISO day from which it is called so and stands there. */
export type TreeUnit = {
	id: string;
	parentId: string | null;
	code: string;
	name: string;
	since: string;
};
export type PlacedUnit = TreeUnit & { level: number };

/**
 * The units from the top down, each directly followed by those below it, in the order given among equals; level 1 stands
 * directly below the agency. A unit whose unit above is not among them, or that stands in a loop, comes last at level 1:
 * none is ever lost from sight.
 */
export function inOrder<U extends TreeUnit>(units: readonly U[]): (U & { level: number })[] {
	const known = new Set(units.map(({ id }) => id));
	const below = new Map<string | null, U[]>();
	for (const unit of units) {
		const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
		push(below, parent, unit);
	}
	const placed: (U & { level: number })[] = [];
	const seen = new Set<string>();
	const waiting: { unit: U; level: number }[] = [];
	const wait = (parent: string | null, level: number) => {
		for (const unit of [...(below.get(parent) ?? [])].reverse()) waiting.push({ unit, level });
	};
	wait(null, 1);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (seen.has(next.unit.id)) continue;
		seen.add(next.unit.id);
		placed.push({ ...next.unit, level: next.level });
		wait(next.unit.id, next.level + 1);
	}
	return [...placed, ...units.filter(({ id }) => !seen.has(id)).map((unit) => ({ ...unit, level: 1 }))];
}

/** Puts the value at the end of the list of that key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** Whether `id` is the unit `above` or stands somewhere below it. Ends also where the units loop. */
export function isWithin(
	units: ReadonlyMap<string, { parentId: string | null }>,
	id: string | null,
	above: string,
): boolean {
	const seen = new Set<string>();
	for (let at = id; at !== null && !seen.has(at); at = units.get(at)?.parentId ?? null) {
		if (at === above) return true;
		seen.add(at);
	}
	return false;
}
