/** What a whole item is worth, in milli-points. */
export const ITEM_MAX = 1000;

/** That share of an item's milli-points, rounded down, so that almost is not enough. */
export const share = (part: number, whole: number): number => Math.floor((ITEM_MAX * part) / whole);
