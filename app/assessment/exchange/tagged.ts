import { note } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";
import type { Extras } from "./tags.ts";

/** What Cakap wrote beside a question and no format knows: that a blank is worth a guess. */
export function withTagged(candidate: Candidate, extras: Extras): Candidate {
	const isChoice =
		candidate.type === "single" || candidate.type === "multiple" || candidate.type === "truefalse";
	return isChoice && extras.get("correction") === "1" ? { ...candidate, correction: true } : candidate;
}

/** A tag's JSON; undefined where there is none, or where Moodle cut it at its fiftieth letter, which is told. */
export function taggedJson(extras: Extras, name: string, gathered: Gathering): unknown {
	const text = extras.get(name);
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		gathered.say(note("tagBroken", name));
		return undefined;
	}
}

/** Tags of a numbered kind, e.g. pair-1, pair-2, …: each that says something. */
export const numberedTags = (kind: string, texts: readonly (string | undefined)[]): [string, string][] =>
	texts.flatMap((text, i) => (text === undefined ? [] : [[`${kind}-${i + 1}`, text]]));
