import { z } from "zod";
import { typedOf } from "../answerParts.ts";
import { common, line, rightOrWrong } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { ITEM_MAX } from "./points.ts";
import { typedKind } from "./typing.ts";
import { isOneOf } from "./words.ts";

export const text = z.object({
	...common,
	type: z.literal("text"),
	accept: z.array(line).min(1).max(20),
	feedback: rightOrWrong,
});
type Text = z.infer<typeof text>;
export type ShownText = { type: "text"; stem: string };

/** Right when it is one of the accepted texts; case, accents, punctuation and spaces do not matter. */
export const textKind: ItemKind<Text, ShownText> = {
	...typedKind(500),
	score: ({ accept }, answer) => (isOneOf(accept, typedOf(answer)) ? ITEM_MAX : 0),
	rekey: (item, answer) => (typedOf(answer).trim() ? { ...item, accept: [typedOf(answer)] } : null),
	key: ({ accept }) => ({ typed: accept[0] ?? "" }),
	shown: ({ stem }) => ({ type: "text", stem }),
	feedback: ({ feedback }) => [feedback.wrong],
};
