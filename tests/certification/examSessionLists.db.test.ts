import { beforeAll, describe, expect, it } from "vitest";
import { examinerScope } from "#app/access/examinerScope.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { seeDevice } from "#app/assessment/devices.server.ts";
import { type SeatCursor, seatCounts, seatPage, sharedCounts } from "#app/assessment/seatList.server.ts";
import { countsOf } from "#app/assessment/seatState.ts";
import { findSession, sessionsWithin } from "#app/assessment/sessionReach.server.ts";
import { supervisedAttempts } from "#app/assessment/supervisedList.server.ts";
import { supervisedView } from "#app/assessment/supervisedView.server.ts";
import type { Member } from "#app/people/members.server.ts";
import { tokensOf } from "#app/people/names.ts";
import { transaction } from "#db/transaction.server.ts";

import {
	admin,
	agencyId,
	answer,
	begun,
	CLOSES,
	finish,
	MINUTE,
	membersNamed,
	national,
	noRole,
	OPENS,
	planned,
	setUpSessions,
	supervisorId,
} from "#tests/support/make/examSessions.ts";
import { plansOf, statementsOf } from "#tests/support/statements.ts";

beforeAll(setUpSessions);

describe("the live list", () => {
	it("tells where each stands, pages, filters and counts in few statements", async () => {
		const members = await membersNamed("Kiki A", "Lina B", "Maya C", "Nur D", "Oki E", "Putri F");
		const [kiki, lina, maya, nur, oki] = members as [Member, Member, Member, Member, Member];
		const { sessionId } = await planned(members);
		const ids: Record<string, string> = {};
		for (const { personId } of [kiki, lina, maya, nur, oki]) ids[personId] = await begun(personId, OPENS);
		const of = ({ personId }: Member) => ids[personId] ?? "";
		await answer(of(lina), lina.personId, "b", OPENS + MINUTE);
		const seen = { device: "gawai", name: "Chrome", sign: "opened" as const, now: OPENS + MINUTE };
		await transaction((tx) => seeDevice(tx, { ...seen, attemptId: of(maya), waiting: 2 }));
		await transaction((tx) => seeDevice(tx, { ...seen, attemptId: of(nur), waiting: 0, sign: "leaves" }));
		await answer(of(oki), oki.personId, "b", OPENS + MINUTE);
		await finish(of(oki), oki.personId, OPENS + 2 * MINUTE);
		const scope = { sessionId, roomIds: null };
		const everyone = { ...scope, state: null, tokens: [] };
		const page = await seatPage(everyone, null, 10);
		expect(page.map(({ name, state, answered, waiting }) => [name, state, answered, waiting])).toEqual([
			["Kiki A", "begun", 0, 0],
			["Lina B", "sent", 4, 0],
			["Maya C", "on-device", 0, 2],
			["Nur D", "left", 0, 0],
			["Oki E", "submitted", 4, 0],
			["Putri F", "not-begun", 0, 0],
		]);
		const { all, byRoom } = countsOf(await seatCounts(scope));
		expect(all).toEqual({
			"not-begun": 1,
			begun: 1,
			"on-device": 1,
			sent: 1,
			left: 1,
			submitted: 1,
			void: 0,
		});
		expect([...byRoom.values()].map((one) => Object.values(one).reduce((a, b) => a + b))).toEqual([3, 3]);
		const counted = await sharedCounts(sessionId, OPENS);
		expect(await sharedCounts(sessionId, OPENS + 4_999)).toBe(counted);
		expect(await sharedCounts(sessionId, OPENS + 5_000)).not.toBe(counted);
		const second = page[1] as SeatCursor;
		expect((await seatPage(everyone, second, 2)).map(({ name }) => name)).toEqual(["Maya C", "Nur D"]);
		expect((await seatPage({ ...everyone, state: "left" }, null, 9)).map(({ name }) => name)).toEqual([
			"Nur D",
		]);
		expect(
			(await seatPage({ ...everyone, tokens: tokensOf("put") }, null, 9)).map(({ name }) => name),
		).toEqual(["Putri F"]);
		const room = [...byRoom.keys()][0] ?? "";
		expect(await seatPage({ ...everyone, roomIds: [room] }, null, 9)).toHaveLength(3);
		const statements = await statementsOf(async () => {
			await seatPage(everyone, null, 50);
			await seatCounts(scope);
			await seatPage({ ...everyone, roomIds: [room] }, null, 50);
		});
		expect(statements).toHaveLength(7);
		expect(plansOf(statements).filter((step) => /SCAN (?!seats|\(sub)/.test(step))).toEqual([]);
		// A page is read in the order of its index, so that it ends after its last row.
		expect(plansOf(statements.slice(0, 1)).filter((step) => step.includes("ORDER BY"))).toEqual([]);
	});

	it("opens to the agency's admin, to the course's reviewer, and to a supervisor for the own room only", async () => {
		const { sessionId } = await planned(await membersNamed("Qori Satu", "Rani Dua"));
		const at = OPENS;
		const find = (examiner: { people: string | null; courses: string | null }, personId: string, now = at) =>
			findSession(sessionId, { examiner, personId }, now);
		expect(await find(admin(), "x")).toMatchObject({ manages: true, rooms: [{}, {}] });
		expect(await find({ people: null, courses: national }, "x")).toMatchObject({ manages: true });
		expect(await find(noRole, supervisorId)).toMatchObject({ manages: false, rooms: [{ name: "Ruang 1" }] });
		expect(await find(noRole, "x")).toBeNull();
		expect(await find({ people: national, courses: agencyId }, "x")).toBeNull();
		expect(await find(noRole, supervisorId, CLOSES + 25 * 60 * MINUTE)).toBeNull();
		const listed = (examiner: { people: string | null; courses: string | null }, personId: string) =>
			sessionsWithin({ examiner, personId }, null, 50, at).then((rows) =>
				rows.some(({ id }) => id === sessionId),
			);
		expect(await listed(admin(), "x")).toBe(true);
		expect(await listed(noRole, supervisorId)).toBe(true);
		expect(await listed(noRole, "x")).toBe(false);
	});
});

describe("an examiner's list of attempts", () => {
	const viewer = (role: "agency-admin" | "reviewer" | "learner", of: string | null) =>
		({ grants: [{ role, agencyId: of }] }) as Viewer;

	it("is as far as the roles reach", () => {
		expect(examinerScope(viewer("agency-admin", "a"))).toEqual({ people: "a", courses: null });
		expect(examinerScope(viewer("reviewer", "a"))).toEqual({ people: null, courses: "a" });
		expect(examinerScope(viewer("reviewer", null))).toEqual({ people: null, courses: "nation" });
		expect(examinerScope(viewer("learner", "a"))).toEqual({ people: null, courses: null });
	});

	it("lists the own people's and the own courses', the latest first, and what came late", async () => {
		const members = await membersNamed("Xena A", "Yudi B");
		const [xena, yudi] = members as [Member, Member];
		const early = await begun(xena.personId, CLOSES + MINUTE);
		const late = await begun(yudi.personId, CLOSES + 2 * MINUTE);
		await answer(late, yudi.personId, "a", CLOSES + 100 * MINUTE);
		const elsewhere = { people: national, courses: null };
		for (const scope of [admin(), { people: null, courses: national }]) {
			const [first, second] = await supervisedAttempts(scope, "all", null, 2);
			expect([first?.id, second?.id]).toEqual([late, early]);
			expect((await supervisedAttempts(scope, "all", first ?? null, 1)).map(({ id }) => id)).toEqual([early]);
			expect((await supervisedAttempts(scope, "late", null, 9)).map(({ id }) => id)).toEqual([late]);
		}
		expect((await supervisedAttempts(elsewhere, "all", null, 9)).map(({ id }) => id)).not.toContain(late);
		expect(await supervisedView(late, elsewhere)).toBeNull();
		const view = await supervisedView(late, admin());
		expect(view).toMatchObject({ name: "Yudi B", answered: 4, personId: yudi.personId });
		expect(view?.late.map(({ lateness, counts }) => [lateness, counts])).toEqual(
			Array(4).fill(["given-late", null]),
		);
	});
});
