import type { z } from "zod";
import type { Item, itemSchema } from "../item.ts";
import { type Note, QuestionRefused, say } from "./notes.ts";

export const formats = ["gift", "moodle-xml", "qti"] as const;
export type Format = (typeof formats)[number];

type Input = z.input<typeof itemSchema>;
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Of an item what exam formats have no place for; it travels in tags. */
export type ItemFacts = Partial<
	Pick<Item, "competence" | "level" | "difficulty" | "discrimination" | "source" | "leakRisk" | "prototype">
>;
/** An item as a reader found it: not yet checked, its code and facts apart. */
export type Candidate = Without<Input, "code" | keyof ItemFacts>;

/** A picture that came with a question, under the name that the question calls it by. */
export type ReadPicture = { name: string; alt: string; bytes: Uint8Array };

/** A question of a file, taken or refused, with all that was said about it. */
export type ReadQuestion = {
	/** What the file calls it; the beginning of its text where it has no name. */
	name: string;
	/** What a code is made of. */
	handle: string;
	file: string | null;
	/** From 1; null where there are no lines. */
	line: number | null;
	/** The code that an export of Cakap gave it. */
	code: string | null;
	facts: ItemFacts;
	candidate: Candidate | null;
	refusal: Note | null;
	notes: Note[];
	pictures: ReadPicture[];
};

export type ReadFile = { questions: ReadQuestion[]; notes: Note[] };

type Place = { name: string; handle?: string; file?: string | null; line: number | null };
/** What a reader gathers while it goes through a question. */
export type Gathering = {
	said: Note[];
	facts: ItemFacts;
	pictures: ReadPicture[];
	code: string | null;
	say: (note: Note) => void;
};

/** Reads one question; what its reader throws as QuestionRefused becomes its refusal. */
export function readQuestion(
	{ name, handle = name, file = null, line }: Place,
	read: (gathered: Gathering) => Candidate,
): ReadQuestion {
	const said: Note[] = [];
	const gathered: Gathering = { said, facts: {}, pictures: [], code: null, say: (one) => say(said, one) };
	try {
		const candidate = read(gathered);
		const { code, facts, pictures } = gathered;
		return { name, handle, file, line, code, facts, candidate, refusal: null, notes: said, pictures };
	} catch (error) {
		if (!(error instanceof QuestionRefused)) throw error;
		const refusal = error.note;
		const nothing = { code: null, facts: {}, candidate: null, pictures: [] };
		return { name, handle, file, line, ...nothing, refusal, notes: said };
	}
}
