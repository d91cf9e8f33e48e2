import type { Item, ItemOf, ShownItem } from "../item.ts";
import { areasKind } from "./areas.ts";
import { choiceKind } from "./choice.ts";
import { classificationKind } from "./classification.ts";
import { essayKind } from "./essay.ts";
import { gapChoiceKind, gapTextKind } from "./gaps.ts";
import { inboxKind } from "./inbox.ts";
import type { ItemKind } from "./kind.ts";
import { matchingKind } from "./matching.ts";
import { numericKind } from "./numeric.ts";
import { orderingKind } from "./ordering.ts";
import { sharingKind } from "./sharing.ts";
import { signedFileKind } from "./signedFile.ts";
import { textKind } from "./text.ts";

const kinds: { [T in Item["type"]]: ItemKind<ItemOf<T>, ShownItem> } = {
	single: choiceKind(),
	multiple: choiceKind(),
	truefalse: choiceKind(),
	matching: matchingKind,
	ordering: orderingKind,
	numeric: numericKind,
	text: textKind,
	gaptext: gapTextKind,
	gapchoice: gapChoiceKind,
	classification: classificationKind,
	areas: areasKind,
	inbox: inboxKind,
	sharing: sharingKind,
	signedfile: signedFileKind,
	essay: essayKind,
};

/** The rules of an item's type, for that item. */
export const kindOf = ({ type }: Pick<Item, "type">): ItemKind<Item, ShownItem> => kinds[type];
