import type { ItemFacts } from "./reading.ts";

/** Tags that only Cakap writes and reads: `cakap:name=value`. They carry what exam formats have no place for. */
const PREFIX = "cakap:";

export type Extras = Map<string, string>;

const numbers = ["level", "difficulty", "discrimination"] as const;
const texts = ["competence", "source", "leakRisk", "prototype"] as const;

/** An item's facts as tags, in a fixed order. */
export function factTags(facts: ItemFacts): [string, string][] {
	return [...texts, ...numbers].flatMap((name) =>
		facts[name] === undefined ? [] : [[name, String(facts[name])] as [string, string]],
	);
}

export const tagText = ([name, value]: [string, string]): string => `${PREFIX}${name}=${value}`;

/**
 * Tags told apart: the facts, what else Cakap wrote, and those of others. A competence's code alone ("D3.1") is taken as
 * one, so that authors can tag in Moodle.
 */
export function readTags(tags: readonly string[]): { facts: ItemFacts; extras: Extras; others: string[] } {
	const extras: Extras = new Map();
	const others: string[] = [];
	for (const tag of tags) {
		const own = /^cakap:([\w-]+)=([\s\S]*)$/.exec(tag);
		if (own) extras.set(own[1] ?? "", own[2] ?? "");
		else if (/^D\d\.\d$/.test(tag)) extras.set("competence", tag);
		else others.push(tag);
	}
	return { facts: factsOf(extras), extras, others };
}

/** Whether Cakap wrote the question: it always says competence and level. */
export const isOwn = (extras: Extras): boolean => extras.has("competence") && extras.has("level");

/** Pictures of an item as tags, for a format that cannot hold them; and read back. */
export const pictureTags = (pictures: readonly NamedPicture[]): [string, string][] =>
	pictures.map(({ image, alt }, i) => [`picture-${i + 1}`, `${image}|${alt}`]);

export function taggedPictures(extras: Extras): NamedPicture[] {
	return [...extras].flatMap(([name, value]) => {
		const at = value.indexOf("|");
		return /^picture-\d$/.test(name) && at > 0
			? [{ image: value.slice(0, at), alt: value.slice(at + 1) }]
			: [];
	});
}

type NamedPicture = { image: string; alt: string };

function factsOf(extras: Extras): ItemFacts {
	const facts: Record<string, string | number> = {};
	for (const name of texts) {
		const value = extras.get(name);
		if (value !== undefined) facts[name] = value;
	}
	for (const name of numbers) {
		const value = extras.get(name);
		if (value !== undefined) facts[name] = Number(value);
	}
	return facts as ItemFacts;
}
