// Practice: a mailbox, and what to do with each message.
import { z } from "zod";
import { type Choice, choice, common, has, id, line, listOf } from "./common.ts";
import type { ItemKind } from "./kind.ts";
import { type Slot, slotKind } from "./slots.ts";

const message = z.object({
	id,
	from: line,
	subject: line,
	body: line,
	/** When it came, as the mailbox shows it. */
	time: z.string().max(40).optional(),
	attachment: z.string().max(200).optional(),
	/** Actions that are right. */
	right: z.array(id).min(1).max(5),
	feedback: line.optional(),
});
type Message = z.infer<typeof message>;

/** The bank is written in Indonesian, so these words are too. */
export const inboxActions: Choice[] = [
	{ id: "open", text: "Buka dan tindak lanjuti" },
	{ id: "reply", text: "Balas" },
	{ id: "report", text: "Laporkan kepada tim keamanan" },
	{ id: "delete", text: "Hapus" },
];

export const inbox = z
	.object({
		...common,
		type: z.literal("inbox"),
		messages: listOf(message, 1, 8),
		actions: listOf(choice, 2, 6).default(inboxActions),
	})
	.refine(({ messages, actions }) => messages.every(({ right }) => right.every((one) => has(actions, one))), {
		path: ["messages"],
		error: "Tindakan yang tepat harus ada di antara tindakan yang dapat dipilih.",
	});
type Inbox = z.infer<typeof inbox>;
export type ShownInbox = {
	type: "inbox";
	stem: string;
	messages: Omit<Message, "right" | "feedback">[];
	actions: Choice[];
};

const slotsOf = ({ messages, actions }: Inbox): Slot[] =>
	messages.map(({ id, subject, right, feedback }) => ({
		id,
		label: subject,
		choices: actions,
		right,
		feedback,
	}));

export const inboxKind: ItemKind<Inbox, ShownInbox> = {
	...slotKind(slotsOf, (item, right) => ({
		...item,
		messages: item.messages.map((message) => ({ ...message, right: [right(message.id)] })),
	})),
	shown: ({ stem, messages, actions }) => ({
		type: "inbox",
		stem,
		messages: messages.map(({ right: _right, feedback: _feedback, ...seen }) => seen),
		actions,
	}),
};
