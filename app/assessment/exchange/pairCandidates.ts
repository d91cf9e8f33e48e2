import { type Head, idsFor, said } from "./candidates.ts";
import { note, QuestionRefused } from "./notes.ts";
import type { Candidate, Gathering } from "./reading.ts";
import type { Extras } from "./tags.ts";

/** A pair; one without a left side is a distractor. */
export type ReadPair = { left: string; right: string };

/** What a table can have of columns and rows, and pairs of rows. */
const MOST_COLUMNS = 5;

/** Pairs; where several share a right side they are the rows of a table whose columns are the right sides. */
export function matching(
	head: Head,
	read: readonly ReadPair[],
	extras: Extras,
	gathered: Gathering,
): Candidate {
	const found = read.filter(({ left }) => left !== "");
	const rights = [...new Set(found.map(({ right }) => right))];
	const loose = read.filter(({ left }) => left === "").map(({ right }) => right);
	const own = extras.get("type");
	if (own === "classification")
		return table(head, found, taggedColumns(extras, [...rights, ...loose]), extras);
	if (own !== "matching" && rights.length < found.length) {
		const columns = [...new Set([...rights, ...loose])];
		if (columns.length < 2 || columns.length > MOST_COLUMNS) throw new QuestionRefused(note("no.sameRights"));
		gathered.say(note("asTable"));
		return table(head, found, columns, extras);
	}
	const ids = idsFor(found.length, extras, "p");
	const pairs = found.map((pair, i) => ({
		id: ids[i] as string,
		...pair,
		...said(extras.get(`pair-${i + 1}`) ?? ""),
	}));
	const isOwn = own === "matching";
	const distractors = isOwn ? loose : [...new Set(loose)].filter((text) => !rights.includes(text));
	return { ...head, type: "matching", pairs, distractors };
}

type Column = { id: string; text: string };

function table(
	head: Head,
	found: readonly ReadPair[],
	columns: readonly (Column | string)[],
	extras: Extras,
): Candidate {
	const named = columns.map((one, i) => (typeof one === "string" ? { id: `k${i + 1}`, text: one } : one));
	const ids = idsFor(found.length, extras, "p");
	const rows = found.map(({ left, right }, i) => ({
		id: ids[i] as string,
		text: left,
		column: named.find(({ text }) => text === right)?.id ?? "",
		...said(extras.get(`pair-${i + 1}`) ?? ""),
	}));
	return { ...head, type: "classification", columns: named, rows };
}

/** The columns that Cakap wrote beside the question, as far as they are still the ones that are read. */
function taggedColumns(extras: Extras, read: readonly string[]): (Column | string)[] {
	const tagged: Column[] = [];
	for (let n = 1; ; n++) {
		const text = extras.get(`column-${n}`);
		if (text === undefined) break;
		const at = text.indexOf("|");
		tagged.push({ id: text.slice(0, at), text: text.slice(at + 1) });
	}
	const isSame = read.every((text) => tagged.some((one) => one.text === text));
	return isSame ? tagged : [...new Set(read)];
}
