// The bench's own reading of keys: it counts points without the site's code, so that a mistake there shows.

/** An item's content as the bank holds it, as far as points depend on it. */
export type Keyed = {
	type: string;
	options?: { id: string; correct?: boolean }[];
	pairs?: { id: string; right: string }[];
	answer?: number;
	tolerance?: number;
	accept?: string[];
	messages?: { id: string; right: string[] }[];
	parties?: { id: string; right: string[] }[];
	files?: { id: string; valid: boolean; reason: string }[];
};
export type Given = { chosen: string[] } | { pairs: Record<string, string> } | { typed: string };

const RIGHT_SHARE = 0.75;

/** An answer to the item: right three times out of four, else by chance. */
export function answerTo(item: Keyed, random: () => number): Given {
	const isRight = random() < RIGHT_SHARE;
	const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	if (item.options) {
		const right = item.options.filter(({ correct }) => correct).map(({ id }) => id);
		if (item.type !== "multiple") return { chosen: [isRight ? (right[0] ?? "") : one(item.options).id] };
		const some = item.options.filter(() => random() < 0.5).map(({ id }) => id);
		return { chosen: isRight ? right : some };
	}
	const parts = partsOf(item);
	if (parts.length > 0)
		return {
			pairs: Object.fromEntries(
				parts.map(({ id, right, others }) => [id, one(isRight ? right : [...right, ...others])]),
			),
		};
	if (item.accept) return { typed: isRight ? (item.accept[0] ?? "") : "belum tahu" };
	if (item.answer === undefined) throw new Error(`the bench cannot answer an item of type ${item.type}`);
	return { typed: String(isRight ? item.answer : item.answer + 1 + (item.tolerance ?? 0)) };
}

/** Thousandths of the item that the answer is worth, parts rounded down. */
export function worth(item: Keyed, given: Given | undefined): number {
	if (!given) return 0;
	if ("chosen" in given) return worthOfChosen(item.options ?? [], item.type === "multiple", given.chosen);
	if ("pairs" in given) {
		const parts = partsOf(item);
		const hits = parts.filter(({ id, right }) => right.includes(given.pairs[id] ?? ""));
		return Math.floor((1000 * hits.length) / parts.length);
	}
	if (item.accept) return item.accept.includes(given.typed) ? 1000 : 0;
	return Math.abs(Number(given.typed) - (item.answer ?? Number.NaN)) <= (item.tolerance ?? 0) ? 1000 : 0;
}

type Part = { id: string; right: string[]; others: string[] };

/** The parts of an item that has some, each with the values that are right and others that may be chosen for it. */
function partsOf(item: Keyed): Part[] {
	if (item.files) {
		const reasons = item.files.map(({ reason }) => reason);
		return item.files.flatMap(({ id, valid, reason }) => [
			{ id: `${id}.verdict`, right: [valid ? "valid" : "invalid"], others: [valid ? "invalid" : "valid"] },
			{ id: `${id}.reason`, right: [reason], others: reasons },
		]);
	}
	const pairs = item.pairs?.map(({ id, right }) => ({ id, right: [right] }));
	const parts = pairs ?? item.messages ?? item.parties ?? [];
	const others = parts.flatMap(({ right }) => right);
	return parts.map(({ id, right }) => ({ id, right, others }));
}

function worthOfChosen(
	options: NonNullable<Keyed["options"]>,
	isMultiple: boolean,
	chosen: string[],
): number {
	const key = new Set(options.filter(({ correct }) => correct).map(({ id }) => id));
	if (!isMultiple) return key.has(chosen[0] ?? "") ? 1000 : 0;
	const net = chosen.reduce((sum, id) => sum + (key.has(id) ? 1 : -1), 0);
	return Math.max(0, Math.floor((1000 * net) / key.size));
}
