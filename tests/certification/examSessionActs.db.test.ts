import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { actOnSeats, roomActView } from "#app/certification/roomActs.server.ts";
import type { Member } from "#app/people/members.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, examRoomActs, examRooms, examSeats } from "#db/schema/index.ts";

import {
	acting,
	begun,
	deadlineOf,
	finish,
	MINUTE,
	membersNamed,
	noRole,
	OPENS,
	planned,
	setUpSessions,
	supervisorId,
} from "#tests/support/make/examSessions.ts";

beforeAll(setUpSessions);

describe("an act on many", () => {
	it("meets each once, however often it is sent, and says for whom it could not be done", async () => {
		const members = await membersNamed("Sari A", "Tono B", "Umar C");
		const [sari, tono, umar] = members as [Member, Member, Member];
		const { sessionId } = await planned(members);
		const open = await begun(sari.personId, OPENS);
		const closed = await begun(tono.personId, OPENS);
		await finish(closed, tono.personId, OPENS + MINUTE);
		const act = acting("time", 10, OPENS + 2 * MINUTE);
		const target = { sessionId, roomIds: null, personIds: null };
		expect(await actOnSeats(target, act)).toBe(true);
		// Interrupted before its end, it goes on and meets nobody twice.
		await db.update(examRoomActs).set({ finishedAt: null }).where(eq(examRoomActs.id, act.actId));
		expect(await actOnSeats(target, act)).toBe(true);
		expect(await actOnSeats(target, { ...act, minutes: 20 })).toBe(false);
		expect(await deadlineOf(open)).toBe(OPENS + 40 * MINUTE);
		const view = await roomActView(sessionId, act.actId);
		expect(view?.counts.map(({ outcome, n }) => [outcome, n]).sort()).toEqual([
			["done", 2],
			["not-open", 1],
		]);
		expect(view?.undone).toMatchObject([{ name: "Tono B", outcome: "not-open" }]);
		const own = and(eq(auditLog.action, "seat.more-time"), eq(auditLog.subjectId, umar.personId));
		expect((await db.select().from(auditLog).where(own)).map(({ detail }) => detail.reason)).toEqual([
			act.reason,
		]);
	});

	it("of a supervisor without a role reaches the attempts of the own room, and no other", async () => {
		const members = await membersNamed("Vina A", "Wawan B");
		const { sessionId } = await planned(members);
		const rooms = await db.select().from(examRooms).where(eq(examRooms.sessionId, sessionId));
		const mine = rooms.find((room) => room.supervisorId === supervisorId)?.id;
		const attemptOf = new Map<string, string>();
		for (const { personId } of members) attemptOf.set(personId, await begun(personId, OPENS));
		const scope = { ...noRole, rooms: { supervisorId, closedAfter: OPENS } };
		const act = { ...acting("time", 5, OPENS), scope };
		await actOnSeats({ sessionId, roomIds: null, personIds: null }, act);
		const seats = await db.select().from(examSeats).where(eq(examSeats.sessionId, sessionId));
		for (const { personId, roomId } of seats) {
			const more = roomId === mine ? 5 : 0;
			expect(await deadlineOf(attemptOf.get(personId) ?? "")).toBe(OPENS + (30 + more) * MINUTE);
		}
	});
});
