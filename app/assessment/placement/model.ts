/** What the two-parameter logistic model knows of an item (Birnbaum 1968); abilities and difficulties in logits. */
export type Parameters = { difficulty: number; discrimination: number };

/** An item as placement draws it. */
export type PoolItem = Parameters & {
	id: string;
	/** "D3". */
	domain: string;
	/** "D3.1". */
	competence: string;
	/** 1..4. */
	level: number;
	/** Items of one prototype are variants of each other: a person meets one of them. */
	prototype: string | null;
};

/** The probability of a right answer: 1 / (1 + exp(-a (θ - b))). */
export function probability({ difficulty, discrimination }: Parameters, ability: number): number {
	return 1 / (1 + Math.exp(-discrimination * (ability - difficulty)));
}

/** Fisher information of an item at an ability, per squared logit: a² P (1 - P). */
export function information(item: Parameters, ability: number): number {
	const p = probability(item, ability);
	return item.discrimination ** 2 * p * (1 - p);
}
