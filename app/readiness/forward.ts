import { type Delta, mapCounts } from "./delta.ts";
import type { Month } from "./month.ts";

/** An agency's unit; "" for none. */
export type Place = { agencyId: string; unitId: string };
export type Forward = Place & { month: Month };
/** By `placeKey`. From no place do they lead back to it. */
export type Forwards = ReadonlyMap<string, Forward>;

export const placeKey = ({ agencyId, unitId }: Place): string => `${agencyId} ${unitId}`;

/**
 * What a fact of a place changes, when the place's figures count elsewhere since some month. A fact of an earlier month
 * stays in that month where it happened, and goes along in the month in which all the others went.
 */
export function forwarded(delta: Delta, forwards: Forwards): Delta[] {
	const way = forwards.get(placeKey(delta));
	if (!way) return [delta];
	const { agencyId, unitId, month } = way;
	if (delta.month >= month) return forwarded({ ...delta, agencyId, unitId }, forwards);
	return [delta, less({ ...delta, month }), ...forwarded({ ...delta, agencyId, unitId, month }, forwards)];
}

/** All that a place counts, by course, taken from it and counted at the other from the month on. */
export function moved(states: readonly Delta[], { agencyId, unitId, month }: Forward): Delta[] {
	return states.flatMap((state) => [less({ ...state, month }), { ...state, agencyId, unitId, month }]);
}

const less = (delta: Delta): Delta => ({ ...delta, ...mapCounts((measure) => -delta[measure]) });
