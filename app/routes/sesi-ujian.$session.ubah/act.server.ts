import { json } from "@remix-run/node";
import type { Viewer } from "#app/access/viewer.server.ts";
import { cancelSession, changeSession } from "#app/assessment/examSession.server.ts";
import { seatsToActOn } from "#app/assessment/seatList.server.ts";
import type { SupervisedSession } from "#app/assessment/sessionReach.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { seatPeople } from "#app/learning/seatPeople.server.ts";
import { identifierOf } from "#app/people/identifierLines.ts";
import { membersByIdentifier } from "#app/people/members.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { checkFacts, type Errors, typedFrom, type Words } from "../sesi-ujian.baru/form.ts";
import { participantsOf, withSupervisors } from "../sesi-ujian.baru/people.server.ts";
import { checkRoomChanges, type RoomChange, readReason, readRooms } from "./form.ts";

type Asked = { viewer: Viewer; session: SupervisedSession; form: FormData; now: number };

/** Changes window, rooms and supervisors; who was typed wrongly is named, and nothing is changed then. */
export async function change({ viewer, session, form, now }: Asked) {
	const t = examSessionMessages[viewer.lang];
	const errors: Errors = {};
	const typed = typedFrom(form);
	const typedReason = String(form.get("reason") ?? "").slice(0, 1000);
	const changes = readRooms(form, session.rooms);
	const fail = () => json({ errors, typed, typedReason, changes }, { status: 400 });
	const reason = readReason(form);
	if (!reason) errors.reason = t.reasonNeeded;
	checkRoomChanges(changes, t, errors);
	const checked = checkFacts(typed, 0, now, t, errors);
	if (!checked || !reason) return fail();
	const newRooms = await withSupervisors(session.agencyId, checked.rooms, t, errors);
	const rooms = await withNewSupervisors(session, changes, t, errors);
	const watching = [...rooms, ...newRooms].flatMap(({ supervisorId }) => supervisorId ?? []);
	const seated = await seatsToActOn({ sessionId: session.id, roomIds: null, personIds: watching });
	if (seated.length > 0) errors.rooms = t.supervisorSits;
	if (Object.keys(errors).length > 0) return fail();
	const by = { sessionId: session.id, reason, actor: { id: viewer.personId, name: viewer.name }, now };
	const outcome = await transaction((tx) => changeSession(tx, { ...by, ...checked.facts, rooms, newRooms }));
	if (outcome === "clash") {
		errors.opens = t.clash;
		return fail();
	}
	const said =
		outcome === "done"
			? ({ kind: "good", text: t.changed } as const)
			: { kind: "bad" as const, text: t.isCancelled };
	return redirectWithToast(`/sesi-ujian/${session.id}`, said);
}

async function withNewSupervisors(
	session: SupervisedSession,
	changes: RoomChange[],
	t: Words,
	errors: Errors,
) {
	const values = changes.flatMap(({ number }) => identifierOf(number) ?? []);
	const found = await membersByIdentifier(session.agencyId, values);
	return changes.map(({ id, name, number }) => {
		const kept = session.rooms.find((room) => room.id === id)?.supervisorId ?? null;
		const member = found.get(identifierOf(number) ?? "");
		if (number && !member) errors[`number.${id}`] = t.badRoomSupervisor(name);
		return { id, name, supervisorId: member?.personId ?? kept };
	});
}

/** Adds people to the rooms that are there. */
export async function add({ viewer, session, form, now }: Asked) {
	const t = examSessionMessages[viewer.lang];
	const errors: Errors = {};
	const typed = typedFrom(form);
	const fail = () => json({ errors, typed, typedReason: "", changes: null }, { status: 400 });
	const { versionId, id: sessionId, agencyId, courseId, opensAt, closesAt } = session;
	if (versionId === null || session.cancelledAt !== null || closesAt <= now)
		errors.numbers = t["window.past"];
	const supervisors = new Set(session.rooms.flatMap(({ supervisorId }) => supervisorId ?? []));
	const where = { agencyId, sessionId, supervisors, opensAt, closesAt };
	const members = await participantsOf(typed, where, t, errors);
	if (versionId === null || Object.keys(errors).length > 0) return fail();
	const actor = { id: viewer.personId, name: viewer.name };
	const seating = { sessionId, agencyId, courseId, versionId, opensAt, closesAt };
	const { seated } = await seatPeople({ session: seating, members, how: typed.how, actor, now });
	return redirectWithToast(`/sesi-ujian/${sessionId}`, {
		kind: "good",
		text: t.added(String(seated.length)),
	});
}

/** Calls the session off. */
export async function cancel({ viewer, session, form, now }: Asked) {
	const t = examSessionMessages[viewer.lang];
	const reason = readReason(form);
	if (!reason) {
		const typedReason = String(form.get("reason") ?? "").slice(0, 1000);
		return json(
			{ errors: { "cancel-reason": t.reasonNeeded } as Errors, typed: null, typedReason, changes: null },
			{ status: 400 },
		);
	}
	const actor = { id: viewer.personId, name: viewer.name };
	const outcome = await transaction((tx) => cancelSession(tx, { sessionId: session.id, reason, actor, now }));
	if (outcome === "unknown") throw badRequest();
	const text = outcome === "done" ? t.cancelled : t.isCancelled;
	return redirectWithToast(`/sesi-ujian/${session.id}`, { kind: outcome === "done" ? "good" : "bad", text });
}
