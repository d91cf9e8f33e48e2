import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { deviceOf } from "#app/access/device.ts";
import { getViewer } from "#app/access/viewer.server.ts";
import { answerMessage, BATCH } from "#app/assessment/answerMessage.ts";
import { takeAnswers } from "#app/assessment/takeAnswers.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { replyTo } from "./reply.server.ts";

/** For people there is nothing here: the exam's script sends its journal to it. */
export const loader = ({ params }: { params: { slug?: string } }) =>
	redirect(`/pelatihan/${params.slug}/ujian`);

/** Keeps the answers of a message; says in JSON what became of each. 401 when the session has ended: try again later. */
export async function action({ request }: ActionFunctionArgs) {
	const viewer = await getViewer(request);
	if (!viewer) return Response.json({ status: "signed-out" }, { status: 401 });
	const t = assessmentMessages[viewer.lang];
	const parsed = answerMessage.safeParse(await request.json().catch(() => null));
	if (!parsed.success) return Response.json({ status: "unreadable", why: t.unreadable }, { status: 400 });
	const message = parsed.data;
	if (message.answers.length > BATCH)
		return Response.json({ status: "too-many", why: t.tooMany(String(BATCH)) }, { status: 413 });
	const now = Date.now();
	const deviceName = deviceOf(request.headers.get("User-Agent"));
	const taken = await takeAnswers({ personId: viewer.personId, deviceName, message, now });
	const reply = replyTo(taken, message.device, viewer, now);
	return reply
		? Response.json(reply)
		: Response.json({ status: "unknown", why: t.notYours }, { status: 404 });
}
