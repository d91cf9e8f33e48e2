import { answerMessage, BATCH } from "../assessment/answerMessage.ts";
import { replyTo } from "../assessment/answerReply.server.ts";
import { takeAnswers } from "../assessment/takeAnswers.server.ts";
import { assessmentMessages } from "../i18n/messages/assessment.ts";
import { deviceOf } from "./device.ts";
import { viewerOf } from "./sessions.server.ts";

/** A request to the journal's address, as far as it matters: the body as text. */
export type JournalRequest = { cookies: string; userAgent: string | null; body: string };
export type JournalReply = { status: 200 | 400 | 401 | 404 | 413; json: object };

/**
 * Keeps the answers of a message from the exam's page and says what became of each. 401 when the session has ended: the
 * page tries again after signing in.
 */
export async function answerJournal(
	{ cookies, userAgent, body }: JournalRequest,
	now: number,
): Promise<JournalReply> {
	const viewer = await viewerOf(cookies, now);
	if (!viewer) return { status: 401, json: { status: "signed-out" } };
	const t = assessmentMessages[viewer.lang];
	const { data: message } = answerMessage.safeParse(jsonOf(body));
	if (!message) return { status: 400, json: { status: "unreadable", why: t.unreadable } };
	if (message.answers.length > BATCH)
		return { status: 413, json: { status: "too-many", why: t.tooMany(String(BATCH)) } };
	const { personId } = viewer;
	const taken = await takeAnswers({ personId, deviceName: deviceOf(userAgent), message, now });
	const reply = replyTo(taken, message.device, viewer, now);
	return reply ? { status: 200, json: reply } : { status: 404, json: { status: "unknown", why: t.notYours } };
}

function jsonOf(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}
