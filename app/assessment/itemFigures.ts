import { absent, type Figure } from "./figure.ts";
import { correlation, isDichotomous, meanShare, median, proportion, shareDifference } from "./intervals.ts";
import { standings, type Third, thirdOf } from "./standing.ts";

/** An item as statistics see it. */
export type StatItem = {
	id: string;
	code: string;
	type: string;
	competence: string;
	level: number;
	stem: string;
	/** null where nothing is chosen from a list. `correct` by the key that is in force. */
	options: { id: string; text: string; correct: boolean }[] | null;
	/** What guessing alone earns on average, 0..1; null where it cannot be guessed. */
	chance: number | null;
	/** false: neutralised, so part of nobody's total; its own figures are still given. */
	counts: boolean;
};

/** What one person did with one item. */
export type Response = {
	item: number;
	/** Of the item's points, 0..1. */
	share: number;
	omitted: boolean;
	/** Ids of chosen options; null where nothing is chosen. */
	chosen: readonly string[] | null;
	/** Until it was answered; null where that is not known. */
	seconds: number | null;
};
/** A response with how the person did on the other items; null: there are none. */
export type Placed = Response & { rest: number | null };

export type OptionFigures = {
	id: string;
	text: string;
	correct: boolean;
	chosen: Figure;
	/** The share that chose it in each third of score, the weakest first. */
	thirds: [Figure, Figure, Figure];
};
export type ItemFigures = Omit<StatItem, "options"> & {
	n: number;
	isDichotomous: boolean;
	facility: Figure;
	/** Corrected item–total correlation: with the mean on the other items. */
	itemRest: Figure;
	/** Facility of the best 27% less that of the weakest 27%, by the other items. */
	upperLower: Figure;
	omission: Figure;
	/** Median, in seconds. */
	seconds: Figure;
	options: OptionFigures[] | null;
	/** Nothing chosen, in each third. */
	omittedThirds: [Figure, Figure, Figure];
};

/** The share of the people at either end that upper–lower discrimination compares (Kelley 1939). */
const TAIL = 0.27;

/** Everything that is told of one item, from the responses of the people who met it. */
export function itemFigures(item: StatItem, responses: readonly Placed[]): ItemFigures {
	const { options, ...about } = item;
	const shares = responses.map(({ share }) => share);
	const ranked = responses.filter((one): one is Response & { rest: number } => one.rest !== null);
	const standing = standings(ranked.map(({ rest }) => rest));
	const thirds = ([0, 1, 2] as const).map((third) =>
		ranked.filter((_, i) => thirdOf(standing[i] as number) === third),
	);
	return {
		...about,
		n: responses.length,
		isDichotomous: isDichotomous(shares),
		facility: meanShare(shares),
		itemRest: itemRestOf(responses, ranked),
		upperLower: upperLowerOf(ranked, standing, responses.length),
		omission: proportion(responses.filter(({ omitted }) => omitted).length, responses.length),
		seconds: median(responses.flatMap(({ seconds }) => seconds ?? [])),
		options: options?.map((option) => optionFigures(option, responses, thirds)) ?? null,
		omittedThirds: byThird(thirds, ({ omitted }) => omitted),
	};
}

function itemRestOf(all: readonly Placed[], ranked: readonly (Response & { rest: number })[]): Figure {
	if (all.length > 0 && ranked.length === 0) return absent("no-other-items", all.length);
	return correlation(
		ranked.map(({ share }) => share),
		ranked.map(({ rest }) => rest),
	);
}

function upperLowerOf(ranked: readonly Response[], standing: readonly number[], n: number): Figure {
	if (ranked.length === 0) return absent(n === 0 ? "nobody" : "no-other-items", n);
	const sharesWhere = (inGroup: (at: number) => boolean) =>
		ranked.filter((_, i) => inGroup(standing[i] as number)).map(({ share }) => share);
	return shareDifference(
		sharesWhere((at) => at > 1 - TAIL),
		sharesWhere((at) => at < TAIL),
	);
}

function optionFigures(
	option: { id: string; text: string; correct: boolean },
	responses: readonly Response[],
	thirds: readonly (readonly Response[])[],
): OptionFigures {
	const chose = ({ chosen }: Response) => chosen?.includes(option.id) ?? false;
	return {
		...option,
		chosen: proportion(responses.filter(chose).length, responses.length),
		thirds: byThird(thirds, chose),
	};
}

function byThird(
	thirds: readonly (readonly Response[])[],
	holds: (response: Response) => boolean,
): [Figure, Figure, Figure] {
	const of = (third: Third) => {
		const people = thirds[third] ?? [];
		return proportion(people.filter(holds).length, people.length);
	};
	return [of(0), of(1), of(2)];
}
