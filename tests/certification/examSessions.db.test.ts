import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { examinerScope } from "#app/access/examinerScope.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { seeDevice } from "#app/assessment/devices.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { cancelSession, changeSession, createSession, unseat } from "#app/assessment/examSession.server.ts";
import { ownSeats } from "#app/assessment/ownSeats.server.ts";
import { type SeatCursor, seatCounts, seatPage, sharedCounts } from "#app/assessment/seatList.server.ts";
import { countsOf } from "#app/assessment/seatState.ts";
import { findSession, sessionsWithin } from "#app/assessment/sessionReach.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { supervisedAttempts } from "#app/assessment/supervisedList.server.ts";
import { supervisedView } from "#app/assessment/supervisedView.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { actOnSeats, roomActView } from "#app/certification/roomActs.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { seatPeople } from "#app/learning/seatPeople.server.ts";
import { type Member, membersByIdentifier } from "#app/people/members.server.ts";
import { tokensOf } from "#app/people/names.ts";
import { connection, db } from "#db/client.server.ts";
import {
	attempts,
	auditLog,
	enrolments,
	examRoomActs,
	examRooms,
	examSeats,
	identifiers,
} from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";

const MINUTE = 60_000;
const OPENS = NOW + 60 * MINUTE;
const CLOSES = OPENS + 120 * MINUTE;
const actor = { id: "penguji", name: "Penguji" };
const competenceName = (code: string) => code;
let national: string;
let agencyId: string;
let supervisorId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;
const noRole = { people: null, courses: null };
const admin = () => ({ people: agencyId, courses: null });

beforeAll(async () => {
	national = await makeAgency("K-UJI", "ministry");
	agencyId = await makeAgency("3273");
	supervisorId = await makePerson(agencyId, "Pengawas Uji");
	course = await makeCourse(national, "diuji");
});

async function membersNamed(...names: string[]): Promise<Member[]> {
	const made: Member[] = [];
	for (const name of names) {
		const personId = await makePerson(agencyId, name);
		made.push({ personId, name, unitId: null, sortKey: name.toLowerCase() });
	}
	return made;
}

async function planned(members: Member[], window = { opensAt: OPENS, closesAt: CLOSES }) {
	const { courseId, versionId } = course;
	const facts = { title: "Gelombang pagi", timeZone: "Asia/Jakarta" as const, ...window };
	const rooms = [
		{ name: "Ruang 1", supervisorId },
		{ name: "Ruang 2", supervisorId: null },
	];
	const { sessionId } = await transaction((tx) =>
		createSession(tx, { ...facts, agencyId, courseId, rooms, actor, now: NOW }),
	);
	const session = { sessionId, agencyId, courseId, versionId, ...window };
	const seating = { session, members, how: "even" as const, actor, now: NOW };
	const result = await seatPeople(seating);
	return { sessionId, facts, seating, result };
}

async function begin(personId: string, now: number) {
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null };
	const { enrolmentId } = await transaction((tx) => enrol(tx, { ...who, now }));
	const rules = facts.exam;
	const start = { ...who, enrolmentId, rules, lateWindowMs: 60 * MINUTE, random: Math.random, now };
	return transaction((tx) => startAttempt(tx, start));
}

async function begun(personId: string, now: number): Promise<string> {
	const { attemptId } = await begin(personId, now);
	if (attemptId === null) throw new Error("not begun");
	return attemptId;
}

async function answer(attemptId: string, personId: string, option: string, now: number) {
	const drawn = await drawnItems(attemptId);
	const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
	return transaction((tx) => appendForm(tx, { attemptId, personId, page: `p${now}`, answers, drawn, now }));
}

const finish = (attemptId: string, personId: string, now: number) =>
	transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));

const deadlineOf = async (attemptId: string) =>
	(await db.select().from(attempts).where(eq(attempts.id, attemptId)))[0]?.deadlineAt;

const acting = (kind: "time" | "reopen" | "void", minutes: number, now: number, actId = uuid()) => ({
	actId,
	kind,
	minutes,
	reason: "Listrik padam di gedung.",
	agencyId,
	scope: { people: agencyId, courses: null },
	actor,
	now,
});

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

/** Every statement that the work sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const open = connection();
	const texts: string[] = [];
	if (open.dialect === "sqlite") {
		const prepare = open.client.prepare.bind(open.client);
		vi.spyOn(open.client, "prepare").mockImplementation((text: string) => {
			texts.push(text);
			return prepare(text);
		});
	} else {
		const query = open.pool.query.bind(open.pool) as (...args: unknown[]) => unknown;
		vi.spyOn(open.pool, "query").mockImplementation((...args: unknown[]) => {
			texts.push((args[0] as { text: string }).text);
			return query(...args);
		});
	}
	await work();
	vi.restoreAllMocks();
	return texts;
}

/** SQLite's plan does not hang on how many rows there are; PostgreSQL rightly scans a table this small. */
function plansOf(statements: string[]): string[] {
	const open = connection();
	if (open.dialect !== "sqlite") return [];
	return statements.flatMap((statement) => {
		const parameters = Array.from({ length: statement.split("?").length - 1 }, () => "1");
		const steps = open.client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters);
		return (steps as { detail: string }[]).map((step) => step.detail);
	});
}
