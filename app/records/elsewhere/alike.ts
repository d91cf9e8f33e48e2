import { foldText } from "../../agencies/fold.ts";

type Learned = { title: string; startedOn: string; finishedOn: string };

/** A certificate's number as it is compared: letters and digits only, without case; "" of one without any. */
export const numberKeyOf = (number: string): string =>
	number
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");

const words = (title: string): Set<string> =>
	new Set(
		foldText(title)
			.split(" ")
			.filter((word) => word.length > 2),
	);

/**
 * Whether two titles may be of one course: at least 6 in 10 of the words of the one with fewer are in the other.
 * Symmetric; a title without words is like none.
 */
export function areAlike(one: string, other: string): boolean {
	const [few, many] = [words(one), words(other)].sort((a, b) => a.size - b.size) as [
		Set<string>,
		Set<string>,
	];
	const shared = [...few].filter((word) => many.has(word)).length;
	return few.size > 0 && shared >= few.size * 0.6;
}

/** Whether two stretches of ISO days, both ends within, have a day in common. */
export const overlap = (one: Learned, other: Learned): boolean =>
	one.startedOn <= other.finishedOn && other.startedOn <= one.finishedOn;

/** Whether two pieces of learning may be one: days in common and like titles. */
export const mayBeOne = (one: Learned, other: Learned): boolean =>
	overlap(one, other) && areAlike(one.title, other.title);
