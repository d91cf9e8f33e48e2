import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { cancelSession, changeSession, unseat } from "#app/assessment/examSession.server.ts";
import { ownSeats } from "#app/assessment/ownSeats.server.ts";
import { actOnSeats } from "#app/certification/roomActs.server.ts";
import { seatPeople } from "#app/learning/seatPeople.server.ts";
import { type Member, membersByIdentifier } from "#app/people/members.server.ts";
import { db } from "#db/client.server.ts";
import { attempts, auditLog, enrolments, examRooms, examSeats, identifiers } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makePerson, NOW } from "#tests/support/make/course.ts";

import {
	acting,
	actor,
	agencyId,
	begin,
	begun,
	CLOSES,
	MINUTE,
	membersNamed,
	national,
	OPENS,
	planned,
	setUpSessions,
} from "#tests/support/make/examSessions.ts";

beforeAll(setUpSessions);

describe("a planned session", () => {
	it("seats people once, enrols them, and leaves out who is in another at that time", async () => {
		const members = await membersNamed("Ani Satu", "Budi Dua", "Citra Tiga");
		const { sessionId, seating, result } = await planned(members);
		expect(result).toEqual({ seated: members.map(({ personId }) => personId), busy: [] });
		expect((await seatPeople(seating)).seated).toEqual([]);
		const seats = await db.select().from(examSeats).where(eq(examSeats.sessionId, sessionId));
		expect(new Set(seats.map(({ roomId }) => roomId)).size).toBe(2);
		const { personId } = members[0] as Member;
		expect(await db.select().from(enrolments).where(eq(enrolments.personId, personId))).toHaveLength(1);
		const [dewi] = await membersNamed("Dewi Empat");
		const again = await planned([...members, dewi as Member], { opensAt: OPENS + MINUTE, closesAt: CLOSES });
		expect(again.result.seated).toEqual([dewi?.personId]);
		expect(again.result.busy.sort()).toEqual(members.map((one) => one.personId).sort());
		const after = await planned(members, { opensAt: CLOSES, closesAt: CLOSES + MINUTE });
		expect(after.result.busy).toEqual([]);
	});

	it("finds by number only who works in the agency: another's person is as unknown as nobody", async () => {
		const elsewhere = await makePerson(national);
		const [own] = await membersNamed("Eka Lima");
		const numberOf = async (id: string) =>
			(await db.select().from(identifiers).where(eq(identifiers.personId, id)))[0]?.value ?? "";
		const [ours, theirs] = [await numberOf(own?.personId ?? ""), await numberOf(elsewhere)];
		const found = await membersByIdentifier(agencyId, [ours, theirs, "199001012015011999"]);
		expect([...found.keys()]).toEqual([ours]);
	});

	it("is changed and called off with a reason, and never so that somebody is in two at once", async () => {
		const members = await membersNamed("Fajar Enam");
		const first = await planned(members);
		const second = await planned(members, { opensAt: CLOSES, closesAt: CLOSES + 60 * MINUTE });
		const { sessionId, facts } = second;
		const rooms = await db.select().from(examRooms).where(eq(examRooms.sessionId, sessionId));
		const change = { sessionId, reason: "Ruang rapat dipakai.", actor, now: NOW, newRooms: [] };
		const renamed = rooms.map((room) => ({ ...room, name: `${room.name} baru` }));
		const changed = (window: object) =>
			transaction((tx) => changeSession(tx, { ...change, ...facts, ...window, rooms: renamed }));
		expect(await changed({ opensAt: OPENS, closesAt: CLOSES })).toBe("clash");
		expect(await changed({ opensAt: CLOSES + MINUTE })).toBe("done");
		const call = { sessionId: first.sessionId, reason: "Gedung banjir hari ini.", actor, now: NOW };
		expect(await transaction((tx) => cancelSession(tx, call))).toBe("done");
		expect(await transaction((tx) => cancelSession(tx, call))).toBe("cancelled");
		expect(await changed({ opensAt: OPENS, closesAt: CLOSES })).toBe("done");
		const entries = await db.select().from(auditLog).where(eq(auditLog.subjectId, first.sessionId));
		expect(entries.find(({ action }) => action === "exam-session.cancel")?.detail.reason).toBe(call.reason);
	});
});

describe("a participant", () => {
	it("begins in the window and not before; the attempt belongs to the session and has the minutes given before", async () => {
		const members = await membersNamed("Gita Tujuh");
		const { personId } = members[0] as Member;
		const { sessionId } = await planned(members);
		expect(await begin(personId, NOW)).toEqual({
			attemptId: null,
			entry: { kind: "session-later", opensAt: OPENS },
		});
		const target = { sessionId, roomIds: null, personIds: null };
		await actOnSeats(target, acting("time", 10, NOW));
		expect(await reading((tx) => ownSeats(tx, personId, NOW))).toMatchObject([
			{ extraMinutes: 10, sessionId },
		]);
		const attemptId = await begun(personId, OPENS);
		const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId));
		expect(row).toMatchObject({ sessionId, deadlineAt: OPENS + 40 * MINUTE });
		expect(await reading((tx) => ownSeats(tx, personId, OPENS))).toEqual([]);
	});

	it("sits the exam as without a session when it is over or called off", async () => {
		const members = await membersNamed("Hadi Delapan");
		const { personId } = members[0] as Member;
		await planned(members);
		const attemptId = await begun(personId, CLOSES);
		const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId));
		expect(row?.sessionId).toBeNull();
	});

	it("begins again from the same seat after a void, and is taken out only before beginning", async () => {
		const members = await membersNamed("Indra Sembilan", "Joko Sepuluh");
		const [indra, joko] = members as [Member, Member];
		const { sessionId } = await planned(members);
		const first = await begun(indra.personId, OPENS);
		await actOnSeats(
			{ sessionId, roomIds: null, personIds: [indra.personId] },
			acting("void", 0, OPENS + MINUTE),
		);
		const second = await begun(indra.personId, OPENS + 2 * MINUTE);
		expect(second).not.toBe(first);
		const personIds = members.map(({ personId }) => personId);
		const out = { sessionId, personIds, reason: "Salah unit kerja.", actor, now: OPENS };
		expect(await transaction((tx) => unseat(tx, out))).toBe(1);
		expect(await reading((tx) => ownSeats(tx, joko.personId, OPENS))).toEqual([]);
	});
});
