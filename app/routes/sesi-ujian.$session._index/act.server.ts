import { json } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { roomScope } from "#app/access/sessionReach.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { unseat } from "#app/assessment/examSession.server.ts";
import { seatsToActOn } from "#app/assessment/seatList.server.ts";
import { countsOf } from "#app/assessment/seatState.ts";
import type { SupervisedSession } from "#app/assessment/sessionReach.server.ts";
import { previewOf } from "#app/certification/roomActRules.ts";
import { actOnSeats, type Target } from "#app/certification/roomActs.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { transaction } from "#db/transaction.server.ts";
import type { AskedAct, TypedAct } from "./form.ts";

/** The rooms that the viewer may see, as a scope; null: the whole session. */
export const roomsWithin = (session: SupervisedSession, roomId: string): string[] | null => {
	if (roomId) return [roomId];
	return session.manages ? null : session.rooms.map(({ id }) => id);
};

/** @throws Response 404 for a room that is not the viewer's */
function targetOf(session: SupervisedSession, { target, people }: AskedAct): Target {
	const isRoom = target !== "selected" && target !== "all";
	if (isRoom && !session.rooms.some(({ id }) => id === target)) throw notFound();
	const personIds = target === "selected" ? people : null;
	return { sessionId: session.id, roomIds: roomsWithin(session, isRoom ? target : ""), personIds };
}

/** Whom the act would meet, and a fresh id for it. */
export async function previewAct(session: SupervisedSession, asked: AskedAct, typed: TypedAct) {
	const all = await seatsToActOn(targetOf(session, asked));
	const { all: counts } = countsOf(all.map(({ state }) => ({ roomId: "", state, n: 1 })));
	const { kind } = asked;
	const preview =
		kind === "unseat"
			? { meets: counts["not-begun"], leaves: all.length - counts["not-begun"] }
			: previewOf(kind, counts);
	return json({ wrong: [], typed, preview: { ...preview, kind, actId: uuid() } });
}

/** Does what was confirmed, and leads to what became of it. */
export async function doAct(viewer: Viewer, session: SupervisedSession, asked: AskedAct, actId: string) {
	if (!/^[0-9a-f-]{36}$/.test(actId)) throw badRequest();
	const t = examSessionMessages[viewer.lang];
	const here = `/sesi-ujian/${session.id}`;
	const now = Date.now();
	const target = targetOf(session, asked);
	const { kind, minutes, reason } = asked;
	const by = { reason, actor: { id: viewer.personId, name: viewer.name }, now };
	if (kind === "unseat") {
		if (!session.manages) throw notFound();
		const gone = await unseatAll(target, by);
		return redirectWithToast(here, { kind: "good", text: t.unseated(String(gone)) });
	}
	const scope = roomScope(viewer, now);
	const act = { ...by, actId, kind, minutes, agencyId: session.agencyId, scope };
	const isDone = await actOnSeats(target, act);
	if (!isDone) return redirectWithToast(here, { kind: "bad", text: t.actTaken });
	return redirectWithToast(`${here}?tindakan=${actId}`, { kind: "good", text: t.actDone });
}

async function unseatAll(target: Target, by: Omit<Parameters<typeof unseat>[1], "sessionId" | "personIds">) {
	const waiting = (await seatsToActOn(target)).filter(({ state }) => state === "not-begun");
	let gone = 0;
	for (let begin = 0; begin < waiting.length; begin += 50) {
		const personIds = waiting.slice(begin, begin + 50).map(({ personId }) => personId);
		gone += await transaction((tx) => unseat(tx, { ...by, sessionId: target.sessionId, personIds }));
	}
	return gone;
}
