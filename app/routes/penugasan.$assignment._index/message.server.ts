import { json } from "@remix-run/node";
import { validate } from "uuid";
import type { Assigner } from "#app/access/assigner.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { messageTheLate } from "#app/learning/reminders/lateMessage.server.ts";
import { transaction } from "#db/transaction.server.ts";

/** Writes to those who are late; a message that is too short or too long goes back with what was typed. */
export async function message(
	form: FormData,
	{ viewer, scope }: Assigner,
	assignmentId: string,
	now: number,
) {
	const t = reminderMessages[viewer.lang];
	const id = String(form.get("messageId") ?? "");
	if (!validate(id)) throw badRequest();
	const text = String(form.get("message") ?? "")
		.replace(/\r\n|\r/g, "\n")
		.trim();
	if (text.length < 10 || text.length > 2000) {
		const refused = {
			intent: "message",
			errors: { message: t.badMessage },
			typed: { reason: text.slice(0, 4000) },
		};
		return json(refused, { status: 400 });
	}
	const actor = { id: viewer.personId, name: viewer.name };
	const outcome = await transaction((tx) =>
		messageTheLate(tx, { id, assignmentId, scope, text, actor, now }),
	);
	const toast =
		outcome.kind === "sent"
			? { kind: "good" as const, text: t.messageSent(String(outcome.people)) }
			: { kind: "bad" as const, text: t.messageNobody };
	return redirectWithToast(`/penugasan/${assignmentId}`, toast);
}
