/** How many mark each answer, and how far apart (milli-points) two marks may lie before a third decides. */
export type MarkRule = { markers: 1 | 2; difference: number };

const mean = (a: number, b: number) => Math.ceil((a + b) / 2);

/**
 * What the marks of one answer, in the order in which they were given, come to in milli-points; null: another mark is
 * needed. One marker: their mark. Two: the mean when they lie no further apart than the rule allows; otherwise a third
 * marker's mark decides, as the mean of it and the nearer of the first two, or by itself when both are as near. Half a
 * milli-point goes to the person. Further marks change nothing.
 */
export function settleMarks(marks: readonly number[], { markers, difference }: MarkRule): number | null {
	const [first, second, third] = marks;
	if (first === undefined) return null;
	if (markers === 1) return first;
	if (second === undefined) return null;
	if (Math.abs(first - second) <= difference) return mean(first, second);
	if (third === undefined) return null;
	const [toFirst, toSecond] = [Math.abs(third - first), Math.abs(third - second)];
	if (toFirst === toSecond) return third;
	return mean(third, toFirst < toSecond ? first : second);
}
