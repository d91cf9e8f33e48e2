import { index, integer, json, key, table, text, time } from "../columns/columns.ts";
import { people } from "./people.ts";

/** A file that goes with a mail, as text, e.g. a calendar entry. */
export type MailAttachment = { name: string; type: string; content: string };

/**
 * - waiting: to be sent at `dueAt`
 * - sending: handed to the mail server; whoever holds it notes the outcome before `heldUntil`
 * - sent: the mail server has taken it
 * - uncertain: the server may or may not have taken it; not sent again by itself
 * - failed: refused for good, or given up
 * - kept: there is no mail server; an admin passes it on
 * - discarded: by an admin
 */
export type MailState = "waiting" | "sending" | "sent" | "uncertain" | "failed" | "kept" | "discarded";

/** The mail outbox: written in the transaction of what a mail tells of, sent by a job. */
export const mails = table(
	"mails",
	{
		id: key("id").primaryKey(),
		/** What the mail is, e.g. "reset:<id>": the same one is queued once. */
		uniqueKey: key("unique_key").notNull().unique(),
		personId: key("person_id").references(() => people.id),
		/** One address; masked once the mail is sent or discarded. */
		address: text("address").notNull(),
		subject: text("subject").notNull(),
		/** Plain text; "" once the mail is sent or discarded. */
		body: text("body").notNull(),
		attachments: json<MailAttachment[]>("attachments").notNull(),
		state: text("state").$type<MailState>().notNull(),
		attempts: integer("attempts").notNull(),
		/** Since when it has been tried to send it: after three days it is given up. */
		triedSince: time("tried_since").notNull(),
		dueAt: time("due_at").notNull(),
		heldUntil: time("held_until"),
		lastError: text("last_error"),
		createdAt: time("created_at").notNull(),
		finishedAt: time("finished_at"),
	},
	(t) => [
		index("mails_due").on(t.state, t.dueAt),
		index("mails_created").on(t.createdAt, t.id),
		index("mails_person").on(t.personId),
	],
);
