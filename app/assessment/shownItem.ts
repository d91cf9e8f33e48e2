import type { Random } from "./draw.ts";
import type { Item, ShownItem } from "./item.ts";
import { kindOf } from "./items/kinds.ts";

/** The order in which what may be moved in an item is shown (options, right-hand texts, rows); empty where nothing is. */
export const optionOrder = (item: Item, random: Random): string[] => kindOf(item).order(item, random);

/** The item as its learner sees it: in that order, without keys and feedback. */
export const shownItem = (item: Item, order: readonly string[]): ShownItem => kindOf(item).shown(item, order);
