export type Interval = [low: number, high: number];

/** Why a figure cannot be given. */
export type Absence =
	/** Nobody was given it, or nobody that the figure could be computed of. */
	| "nobody"
	/** Too few people for it. */
	| "too-few"
	/** Everybody earned the same, so nothing can go along with it. */
	| "no-spread"
	/** The exam's other items are all neutralised or there are none. */
	| "no-other-items"
	/** The times of single answers are not known: a page without a script sends them together. */
	| "no-times";

/** A figure with its intervals and the people behind it; never NaN: what is undefined is null with its reason. */
export type Figure =
	| { value: number; n: number; ci90: Interval | null; ci95: Interval | null; reason: null }
	| { value: null; n: number; ci90: null; ci95: null; reason: Absence };

export const absent = (reason: Absence, n: number): Figure => ({
	value: null,
	n,
	ci90: null,
	ci95: null,
	reason,
});

/** The figure with its interval at both levels; `interval` takes the level. Not finite: absent for want of spread. */
export function figure(value: number, n: number, interval: (level: Level) => Interval | null): Figure {
	if (!Number.isFinite(value)) return absent("no-spread", n);
	return { value, n, ci90: interval(0.9), ci95: interval(0.95), reason: null };
}

export type Level = 0.9 | 0.95;
