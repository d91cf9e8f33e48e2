import type { Candidate, Gathering } from "../reading.ts";
import type { Extras } from "../tags.ts";
import type { Element } from "../xml.ts";
import type { Feedback, Find } from "./body.ts";
import type { Response } from "./responses.ts";

/** An item as far as it is the same for all kinds of interaction. */
export type Question = {
	item: Element;
	/** Its text; a field in it is a line, or a gap by its number where the text is one of gaps. */
	stem: string;
	/** All interactions, of one kind. */
	parts: { interaction: Element; response: Response }[];
	feedback: Feedback;
	gathered: Gathering;
	find: Find;
	/** What graders are told. */
	graderNote: string;
};
export type Reader = (question: Question) => Candidate;

/** QTI files have nothing of Cakap's own. */
export const nothing: Extras = new Map();
