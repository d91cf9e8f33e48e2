// Practice: what the signature panel says of some files; which of them are validly signed, and why.
import { z } from "zod";
import { type Choice, choice, common, has, id, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";

const fact = z.object({ label: line, value: line });
const file = z.object({
	id,
	name: line,
	/** The panel's lines: "Ditandatangani oleh", "Waktu", "Perubahan setelah tanda tangan". */
	facts: z.array(fact).min(1).max(10),
	valid: z.boolean(),
	/** The reason that decides. */
	reason: id,
	feedback: line.optional(),
});

export const signedfile = z
	.object({
		...common,
		type: z.literal("signedfile"),
		files: listOf(file, 1, 6),
		reasons: listOf(choice, 2, 8),
	})
	.refine(({ files, reasons }) => files.every(({ reason }) => has(reasons, reason)), {
		path: ["files"],
		error: "Alasan setiap berkas harus ada di antara alasan yang dapat dipilih.",
	});
type SignedFile = z.infer<typeof signedfile>;
export type ShownSignedFile = {
	type: "signedfile";
	stem: string;
	files: { id: string; name: string; facts: { label: string; value: string }[] }[];
	verdicts: Choice[];
	reasons: Choice[];
};

export const verdicts: Choice[] = [
	{ id: "valid", text: "Tanda tangan sah" },
	{ id: "invalid", text: "Tanda tangan tidak sah" },
];
export const verdictSlot = (file: string) => `${file}.verdict`;
export const reasonSlot = (file: string) => `${file}.reason`;

/** Two for each file, each worth the same: the verdict and its reason. */
const slotsOf = ({ files, reasons }: SignedFile): Slot[] =>
	files.flatMap(({ id, name, valid, reason, feedback }) => [
		{
			id: verdictSlot(id),
			label: name,
			choices: verdicts,
			right: [valid ? "valid" : "invalid"],
			feedback,
		},
		{ id: reasonSlot(id), label: name, choices: reasons, right: [reason], feedback },
	]);

const kind = slotKind(slotsOf, (item, right) => ({
	...item,
	files: item.files.map((file) => ({
		...file,
		valid: right(verdictSlot(file.id)) === "valid",
		reason: right(reasonSlot(file.id)),
	})),
}));

export const signedFileKind: ItemKind<SignedFile, ShownSignedFile> = {
	...kind,
	shown: ({ stem, files, reasons }) => ({
		type: "signedfile",
		stem,
		files: files.map(({ id, name, facts }) => ({ id, name, facts })),
		verdicts,
		reasons,
	}),
	// Both slots of a file carry its feedback; it is said once.
	feedback: (item, answer) => [...new Set(kind.feedback(item, answer))],
};
