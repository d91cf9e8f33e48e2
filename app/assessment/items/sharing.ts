// Practice: a document, and who may do what with it.
import { z } from "zod";
import { type Choice, choice, common, has, id, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";

const party = z.object({
	id,
	name: line,
	/** What they need it for. */
	need: line.optional(),
	/** Levels of access that are right. */
	right: z.array(id).min(1).max(5),
	feedback: line.optional(),
});
type Party = z.infer<typeof party>;

export const accessLevels: Choice[] = [
	{ id: "none", text: "Tidak ada akses" },
	{ id: "view", text: "Melihat" },
	{ id: "comment", text: "Mengomentari" },
	{ id: "edit", text: "Menyunting" },
];

export const sharing = z
	.object({
		...common,
		type: z.literal("sharing"),
		/** The document's name, as the sharing panel shows it. */
		document: line,
		parties: listOf(party, 1, 8),
		levels: listOf(choice, 2, 6).default(accessLevels),
	})
	.refine(({ parties, levels }) => parties.every(({ right }) => right.every((one) => has(levels, one))), {
		path: ["parties"],
		error: "Hak akses yang tepat harus ada di antara hak yang dapat dipilih.",
	});
type Sharing = z.infer<typeof sharing>;
export type ShownSharing = {
	type: "sharing";
	stem: string;
	document: string;
	parties: Omit<Party, "right" | "feedback">[];
	levels: Choice[];
};

const slotsOf = ({ parties, levels }: Sharing): Slot[] =>
	parties.map(({ id, name, right, feedback }) => ({ id, label: name, choices: levels, right, feedback }));

export const sharingKind: ItemKind<Sharing, ShownSharing> = {
	...slotKind(slotsOf, (item, right) => ({
		...item,
		parties: item.parties.map((party) => ({ ...party, right: [right(party.id)] })),
	})),
	shown: ({ stem, document, parties, levels }) => ({
		type: "sharing",
		stem,
		document,
		parties: parties.map(({ right: _right, feedback: _feedback, ...seen }) => seen),
		levels,
	}),
};
