import { z } from "zod";
import type { ItemOf } from "../item.ts";
import type { Gathering } from "./reading.ts";
import { taggedJson } from "./tagged.ts";
import type { Extras } from "./tags.ts";

type Unit = NonNullable<ItemOf<"numeric">["units"]>[number];

/** By what Moodle multiplies the key to say it in that unit: the other way round from Cakap's factor. */
export const multiplierOf = (factor: number): number => 1 / factor;
/** Cakap's factor of Moodle's multiplier; 0.001 is 1000 and not 999.9999999999999. */
export const factorOf = (multiplier: number): number => Number((1 / multiplier).toPrecision(12));

const isPlain = ({ factor }: Unit): boolean =>
	factor !== undefined && factorOf(multiplierOf(factor)) === factor;

/** Units that Moodle's own list would not give back as they are: wrong ones, and odd factors. */
export const needsTag = (units: readonly Unit[]): boolean => !units.every(isPlain);

export const unitsTag = (units: readonly Unit[]): [string, string] => ["units", JSON.stringify(units)];

const tag = z.array(z.object({ unit: z.string(), factor: z.number().optional() }));

export function taggedUnits(extras: Extras, gathered: Gathering): Unit[] | undefined {
	const read = tag.safeParse(taggedJson(extras, "units", gathered));
	return read.success ? read.data : undefined;
}
