import { z } from "zod";
import { areas, type ShownAreas } from "./items/areas.ts";
import { multiple, type ShownChoice, single, truefalse } from "./items/choice.ts";
import { classification, type ShownTable } from "./items/classification.ts";
import { essay, type ShownEssay } from "./items/essay.ts";
import { gapchoice, gaptext, type ShownGaps } from "./items/gaps.ts";
import { inbox, type ShownInbox } from "./items/inbox.ts";
import { matching, type ShownMatching } from "./items/matching.ts";
import { numeric, type ShownNumeric } from "./items/numeric.ts";
import { ordering, type ShownOrdering } from "./items/ordering.ts";
import { type ShownSharing, sharing } from "./items/sharing.ts";
import { type ShownSignedFile, signedfile } from "./items/signedFile.ts";
import { type ShownText, text } from "./items/text.ts";

/** An item as bank.yaml, the studio and the table `items` hold it: with its keys, so for the server only. */
export const itemSchema = z.discriminatedUnion("type", [
	single,
	multiple,
	truefalse,
	matching,
	ordering,
	numeric,
	text,
	gaptext,
	gapchoice,
	classification,
	areas,
	inbox,
	sharing,
	signedfile,
	essay,
]);
export type Item = z.infer<typeof itemSchema>;
export type ItemOf<T extends Item["type"]> = Extract<Item, { type: T }>;

/** What a learner may see of an item before it is submitted: no key, no feedback. */
export type ShownItem =
	| ShownChoice
	| ShownMatching
	| ShownOrdering
	| ShownNumeric
	| ShownText
	| ShownGaps
	| ShownTable
	| ShownAreas
	| ShownInbox
	| ShownSharing
	| ShownSignedFile
	| ShownEssay;
