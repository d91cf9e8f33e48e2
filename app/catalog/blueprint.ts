/** A cell of a blueprint: so many items of a competence and level, of the course's own bank unless said otherwise. */
export type Cell = { competence: string; level: number; from?: "national" };
/** An item as far as it can stand for a cell. Items of one family are variants: one person meets one of them. */
export type Candidate = Cell & { family: string };

export const cellName = ({ competence, level, from }: Cell) => `${from ?? "course"} ${competence} ${level}`;

/** An item's family within its bank: its prototype, or itself. */
export function familyOf({ code, prototype, from }: { code: string; prototype?: string; from?: "national" }) {
	return `${from ?? "course"} ${prototype === undefined ? `item ${code}` : `prototype ${prototype}`}`;
}

/** How many items each cell needs, by its name; a cell that the blueprint names twice needs both. */
export function cellCounts(blueprint: readonly (Cell & { count: number })[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const cell of blueprint) {
		const name = cellName(cell);
		counts.set(name, (counts.get(name) ?? 0) + cell.count);
	}
	return counts;
}

/** Families with their variants, and where each is placed so far. */
type Filling<T> = { variants: Map<string, T[]>; placed: Map<string, T>; free: Map<string, number> };

/**
 * Chooses items for the cells, at most one of a family, the preferred (first) ones where there is a choice. What is
 * chosen fills the cells as far as any choice could: sets of families that fit into cells are the independent sets of a
 * transversal matroid, so taking them in order of preference, each when those before can make room for it, gives the
 * best set there is (Edmonds and Fulkerson 1965; Edmonds 1971).
 * @returns the chosen items; fewer than the counts' sum when the cells cannot all be filled
 */
export function fillCells<T extends Candidate>(
	preferred: readonly T[],
	counts: ReadonlyMap<string, number>,
): T[] {
	const filling: Filling<T> = { variants: new Map(), placed: new Map(), free: new Map(counts) };
	for (const item of preferred.filter((one) => counts.has(cellName(one)))) {
		const own = filling.variants.get(item.family) ?? [];
		filling.variants.set(item.family, [...own, item]);
	}
	let missing = [...counts.values()].reduce((sum, count) => sum + count, 0);
	for (const family of filling.variants.keys()) {
		if (missing === 0) break;
		if (place(filling, family, new Set())) missing--;
	}
	return [...filling.placed.values()];
}

/** Places a family in the first of its cells that has room or can make some; what is placed stays placed somewhere. */
function place<T extends Candidate>(filling: Filling<T>, family: string, tried: Set<string>): boolean {
	for (const item of filling.variants.get(family) ?? []) {
		const cell = cellName(item);
		if (tried.has(cell)) continue;
		tried.add(cell);
		const left = filling.free.get(cell) ?? 0;
		if (left > 0) filling.free.set(cell, left - 1);
		else if (!moveOneAway(filling, cell, tried)) continue;
		filling.placed.set(family, item);
		return true;
	}
	return false;
}

function moveOneAway<T extends Candidate>(filling: Filling<T>, cell: string, tried: Set<string>): boolean {
	const there = [...filling.placed].filter(([, item]) => cellName(item) === cell);
	return there.some(([family]) => place(filling, family, tried));
}

/** An item as far as the publish gate looks at it. */
export type BankItem = { code: string; competence: string; level: number; prototype?: string };

/** A course's items and those of the national bank as candidates for its blueprint. */
export function bankOf(own: readonly BankItem[], national: readonly BankItem[] = []): Candidate[] {
	const candidate = ({ code, prototype, competence, level }: BankItem, from?: "national") => ({
		competence,
		level,
		from,
		family: familyOf({ code, prototype, from }),
	});
	return [...own.map((item) => candidate(item)), ...national.map((item) => candidate(item, "national"))];
}

export type CellCoverage = Cell & {
	count: number;
	/** Items of the bank that lie in the cell, and the families that they are of. */
	items: number;
	families: number;
	/** How many of `count` can be drawn together with all other cells. */
	fillable: number;
};

/** How far the bank covers each cell of the blueprint. */
export function coverageOf(
	blueprint: readonly (Cell & { count: number })[],
	bank: readonly Candidate[],
): CellCoverage[] {
	const counts = cellCounts(blueprint);
	const filled = fillCells(bank, counts);
	const cells = new Map(blueprint.map((cell) => [cellName(cell), cell]));
	return [...cells].map(([name, { competence, level, from }]) => {
		const held = bank.filter((item) => cellName(item) === name);
		return {
			competence,
			level,
			from,
			count: counts.get(name) ?? 0,
			items: held.length,
			families: new Set(held.map(({ family }) => family)).size,
			fillable: filled.filter((item) => cellName(item) === name).length,
		};
	});
}
