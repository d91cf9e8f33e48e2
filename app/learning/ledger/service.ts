import type { Employment } from "#db/schema/people.ts";
import { isAway } from "../../people/away.ts";
import type { Span } from "./days.ts";

/** A post as the ledger needs it: [from, to) in ISO days. */
export type Post = Span & {
	employment: Employment;
	legalStatus: string;
	/** TMT CPNS, or the begin of the contract; null while unknown. */
	appointedOn: string | null;
};

/** A stretch in which a status was held; no two of a person overlap. */
export type Service = Span & { employment: Employment; isAway: boolean; appointedOn: string | null };

/**
 * The posts as one line of time. Where two overlap, the one that began later holds. What was held before the first post on
 * record is taken to have been the same, back to the appointment, since records begin with a first import.
 */
export function serviceOf(posts: readonly Post[]): Service[] {
	const sorted = [...posts].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	return sorted.flatMap((post, at) => {
		const next = sorted[at + 1]?.from ?? null;
		const to = next !== null && (post.to === null || next < post.to) ? next : post.to;
		const from = at === 0 ? beginOf(post) : post.from;
		const { employment, legalStatus, appointedOn } = post;
		if (to !== null && to <= from) return [];
		return [{ from, to, employment, isAway: isAway(legalStatus), appointedOn }];
	});
}

const beginOf = ({ from, appointedOn }: Post): string => {
	if (appointedOn === null) return "0000-01-01";
	return appointedOn < from ? appointedOn : from;
};

/** What was held on a day; null: nothing. */
export const heldOn = (service: readonly Service[], day: string): Service | null =>
	service.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
