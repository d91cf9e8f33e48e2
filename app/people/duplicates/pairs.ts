import type { DuplicateReason } from "#db/schema/personMerges.ts";
import { tokensOf } from "../names.ts";
import { similarNames } from "../roster/similarNames.ts";

/** A number or an address with its owner; `value` of a number is 18 digits, of an address lower case. */
export type Named = { personId: string; name: string; value: string };
export type Pair = { oneId: string; otherId: string; reason: DuplicateReason };

/**
 * What two values share when they may be one person's: of a number the birth date that it begins with, of an address what
 * stands before the @ (and a + tag).
 */
export const groupOf = (value: string): string =>
	value.includes("@") ? `${/^[^@+]*/.exec(value)?.[0] ?? ""}@` : value.slice(0, 8);

/**
 * The pairs of one group whose names are similar. Only names that share the beginning or the end of a word are compared:
 * a letter that differs cannot hide both ends of a word, and a group of many is not compared each with each.
 */
export function pairsOf(group: readonly Named[]): Pair[] {
	const blocks = new Map<string, Named[]>();
	for (const one of group)
		for (const end of endsOf(one.name)) blocks.set(end, [...(blocks.get(end) ?? []), one]);
	const found = new Map<string, Pair>();
	for (const block of blocks.values())
		for (const [at, one] of block.entries())
			for (const other of block.slice(at + 1)) addPair(found, one, other);
	return [...found.values()];
}

function addPair(found: Map<string, Pair>, one: Named, other: Named): void {
	if (one.personId === other.personId) return;
	const [oneId, otherId] = [one.personId, other.personId].sort() as [string, string];
	const key = `${oneId} ${otherId}`;
	if (found.has(key) || !similarNames(one.name, other.name)) return;
	found.set(key, { oneId, otherId, reason: reasonOf(one.value, other.value) });
}

function reasonOf(one: string, other: string): DuplicateReason {
	if (one.includes("@")) return "email";
	const isPppk = (value: string) => Number(value.slice(12, 14)) >= 21;
	return isPppk(one) === isPppk(other) ? "birth-date" : "old-new-number";
}

function endsOf(name: string): Set<string> {
	return new Set(
		tokensOf(name).flatMap((token) =>
			token.length < 4 ? [`^${token}`] : [`^${token.slice(0, 2)}`, `${token.slice(-2)}$`],
		),
	);
}
