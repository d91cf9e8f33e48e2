import { eq, isNull } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grantRole } from "#app/access/roles.server.ts";
import { sendDue } from "#app/jobs/mail/sendDue.server.ts";
import { connectSmtp } from "#app/jobs/mail/smtp.server.ts";
import { exemptMembers, extendAssignment } from "#app/learning/assignments/assignmentActs.server.ts";
import { advancePass } from "#app/learning/assignments/pass.server.ts";
import { openNotices } from "#app/learning/notices.server.ts";
import {
	calendarOf,
	loadCalendar,
	quietDaysAround,
	removeCalendarDay,
	setCalendarDay,
} from "#app/learning/reminders/calendar.server.ts";
import {
	calendarOwner,
	dropCalendarToken,
	newCalendarSecret,
	setCalendarToken,
} from "#app/learning/reminders/calendarToken.server.ts";
import { collectReminders } from "#app/learning/reminders/collect.server.ts";
import { handOutMessage, messageTheLate, newMessageId } from "#app/learning/reminders/lateMessage.server.ts";
import { reminderPolicyAt } from "#app/learning/reminders/policy.server.ts";
import { remindAll } from "#app/learning/reminders/remind.server.ts";
import { quietDays } from "#app/learning/reminders/stages.ts";
import { setTimeZone } from "#app/people/ownData.server.ts";
import { db } from "#db/client.server.ts";
import { assignments, mails, reminderDigests, reminderLines } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { followLog, untilReadable } from "#tests/support/followLog.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAssignment, makeStaff, passCourse } from "#tests/support/make/assignments.ts";
import { makeAgency, makeCourse, NOW } from "#tests/support/make/course.ts";
import { type MailServer, startMailServer, textOf } from "#tests/support/smtp.ts";

const ORIGIN = "https://cakap.contoh.go.id";
const actor = { id: null, name: "Uji" };
/** 09.00 WIB of the day. */
const at = (day: string, hour = 2) => Date.parse(`${day}T0${hour}:00:00Z`);
const whole = (id: string) => ({ kind: "agency" as const, agencyId: id });
let [agencyId, dinas, seksi] = ["", "", ""];
let course = { courseId: "", versionId: "" };
let serial = 0;

beforeAll(async () => {
	agencyId = await makeAgency("3204");
	dinas = await makeUnit(agencyId, "Dinas");
	seksi = await makeUnit(agencyId, "Seksi", dinas);
	course = await makeCourse(agencyId, "satu");
	await followLog(NOW);
});
beforeEach(async () => {
	// What earlier tests assigned is no part of this one.
	await db.update(assignments).set({ endedAt: NOW }).where(isNull(assignments.endedAt));
	await db.update(reminderLines).set({ digestId: "" }).where(isNull(reminderLines.digestId));
});

const someone = (name = `Orang ${++serial}`) =>
	makeStaff({ agencyId, unitId: seksi }, name, { email: `orang${++serial}@contoh.go.id` });
const assign = (people: string[], dueDay = "2026-12-08", title = "Keamanan") =>
	makeAssignment({
		agencyId,
		title,
		courseIds: [course.courseId],
		dueDay,
		rule: { everyone: false, units: [], jobClasses: [], employments: [], gap: "", people },
	});
const mailsTo = (personId: string) => db.select().from(mails).where(eq(mails.personId, personId));
const digests = (personId: string) =>
	db.select().from(reminderDigests).where(eq(reminderDigests.personId, personId));

describe("reminders", () => {
	it("of a day that is tried ahead go out at once", async () => {
		const ida = await someone();
		await assign([ida], "2026-12-08", "Gladi");
		expect(await remindAll(at("2026-11-24"), ORIGIN, NOW - 86_400_000)).toBe(1);
		const [mail] = await mailsTo(ida);
		expect(mail?.dueAt).toBe(NOW - 86_400_000);
	});

	it("come once, as one message a day for all, however often the job runs, and stop when it is passed", async () => {
		const ani = await someone();
		await assign([ani], "2026-12-08", "Satu");
		await assign([ani], "2026-12-01", "Dua");
		const today = at("2026-11-24");
		expect(await remindAll(today, ORIGIN)).toBe(1);
		expect(await remindAll(today, ORIGIN)).toBe(0);
		expect(await remindAll(today + 3_600_000, ORIGIN)).toBe(0);
		const [mail] = await mailsTo(ani);
		expect(mail?.body).toMatch(
			/Dua, sampai 1 Desember 2026 pukul 23\.59 \(7 hari lagi\)\n.*Satu, sampai 8 Desember/,
		);
		expect(mail?.attachments[0]).toMatchObject({ name: "tenggat.ics", type: "text/calendar" });
		expect((await openNotices(ani)).map(({ kind }) => kind)).toEqual(["assignments-due"]);
		// The next stage takes the notice's place.
		expect(await remindAll(at("2026-11-30"), ORIGIN)).toBe(1);
		expect(await openNotices(ani)).toHaveLength(1);
		await passCourse({ ...course, personId: ani, agencyId, now: at("2026-11-30") });
		await untilReadable();
		for (const day of ["2026-12-01", "2026-12-02", "2026-12-07", "2026-12-09"])
			expect(await remindAll(at(day), ORIGIN)).toBe(0);
		expect(await mailsTo(ani)).toHaveLength(2);
	});

	it("are sent once by a job that died between noting and sending", async () => {
		const budi = await someone();
		await assign([budi]);
		const now = at("2026-11-24");
		const policy = reminderPolicyAt(now);
		await collectReminders({ now, policy, isQuiet: quietDays(policy.quietWeekdays, new Set()) });
		expect(await mailsTo(budi)).toHaveLength(0);
		expect(await remindAll(now, ORIGIN)).toBe(1);
		expect(await remindAll(now, ORIGIN)).toBe(0);
		expect(await mailsTo(budi)).toHaveLength(1);
	});

	it("wait for the morning of each person's zone, and for the end of quiet days", async () => {
		const citra = await someone();
		const dedi = await someone();
		await transaction((tx) => setTimeZone(tx, dedi, "Asia/Jayapura"));
		await assign([citra, dedi], "2026-12-11");
		// 27 November is a Friday: 05.30 WIB, 07.30 WIT.
		const early = Date.parse("2026-11-26T22:30:00Z");
		expect(await remindAll(early, ORIGIN)).toBe(1);
		expect([(await digests(citra)).length, (await digests(dedi)).length]).toEqual([0, 1]);
		expect(await remindAll(at("2026-11-27"), ORIGIN)).toBe(1);
		// 4 December, seven days before, is made a holiday: it is told the day before.
		const holiday = { day: "2026-12-04", name: "Libur uji", kind: "other" as const, source: "Uji" };
		await transaction((tx) => setCalendarDay(tx, holiday, { actor, now: NOW }));
		expect(await remindAll(at("2026-12-04"), ORIGIN)).toBe(0);
		expect(await remindAll(at("2026-12-05"), ORIGIN)).toBe(0);
		await transaction((tx) => removeCalendarDay(tx, holiday.day, { actor, now: NOW }));
		expect(await remindAll(at("2026-12-07"), ORIGIN)).toBe(2);
	});

	it("go to the superior too when somebody is late, in the same message as what is their own", async () => {
		const staf = await someone("Staf Terlambat");
		const kadis = await makeStaff({ agencyId, unitId: dinas }, "Kepala", { email: "kepala@contoh.go.id" });
		await transaction((tx) =>
			grantRole(tx, { personId: kadis, role: "unit-head", agencyId, actor, now: NOW }),
		);
		await assign([staf], "2026-12-01", "Milik staf");
		await assign([kadis], "2026-12-15", "Milik kepala");
		await remindAll(at("2026-12-02"), ORIGIN);
		expect((await mailsTo(kadis)).map(({ subject }) => subject)).toEqual(["Milik kepala: 13 hari lagi"]);
		await remindAll(at("2026-12-08"), ORIGIN);
		const [, second] = await mailsTo(kadis);
		expect(second?.body).toContain("Staf Terlambat: Milik staf, lewat 7 hari");
		expect(second?.body).toContain("Milik kepala, sampai 15 Desember 2026");
		expect((await digests(kadis)).map(({ day }) => day)).toEqual(["2026-12-02", "2026-12-08"]);
	});

	it("say nothing to who is exempt, and begin anew with a new deadline", async () => {
		const eka = await someone();
		const id = await assign([eka]);
		const act = { id, scope: whole(agencyId), reason: "Cuti melahirkan panjang.", actor, now: NOW };
		await transaction((tx) => exemptMembers(tx, { ...act, people: [eka] }));
		expect(await remindAll(at("2026-11-24"), ORIGIN)).toBe(0);
		const fajar = await someone();
		const other = await assign([fajar], "2026-12-01");
		expect(await remindAll(at("2026-11-24"), ORIGIN)).toBe(1);
		const later = { ...act, id: other, dueDay: "2026-12-31", dueAfterDays: null };
		await transaction((tx) => extendAssignment(tx, later));
		await advancePass(other, () => NOW);
		expect(await remindAll(at("2026-12-02"), ORIGIN)).toBe(0);
		expect(await remindAll(at("2026-12-17"), ORIGIN)).toBe(1);
	});
});

describe("in a real mailbox", () => {
	let server: MailServer | undefined;
	afterEach(() => server?.stop());

	it("a digest arrives with the deadline as a calendar entry", async () => {
		server = await startMailServer();
		const gita = await someone("Gita Uji");
		await assign([gita]);
		await remindAll(at("2026-11-24"), ORIGIN);
		const url = server.url;
		await sendDue(
			() => connectSmtp(url, "Cakap <cakap@contoh.go.id>"),
			() => at("2026-11-24"),
		);
		const [row] = await mailsTo(gita);
		const mine = server.received.filter(({ raw }) => raw.includes(row?.id ?? "?"));
		expect(mine).toHaveLength(1);
		expect(mine[0] && textOf(mine[0])).toContain("Yth. Gita Uji,");
		expect(mine[0]?.raw).toContain("text/calendar");
	});
});

describe("a message to the late", () => {
	it("reaches exactly those, once each, also when it is handed out twice", async () => {
		const [late, done, exempt] = await Promise.all([someone(), someone(), someone()]);
		const id = await assign([late, done, exempt], "2026-11-30");
		const now = at("2026-12-03");
		await passCourse({ ...course, personId: done, agencyId, now: NOW });
		await followLog(NOW);
		const act = { id, scope: whole(agencyId), reason: "Cuti melahirkan panjang.", actor, now };
		await transaction((tx) => exemptMembers(tx, { ...act, people: [exempt] }));
		const message = {
			id: newMessageId(),
			assignmentId: id,
			scope: whole(agencyId),
			text: "Mohon diselesaikan.",
			actor,
			now,
		};
		const theirs = { ...message, scope: whole(await makeAgency("3273")) };
		expect(await transaction((tx) => messageTheLate(tx, theirs))).toEqual({ kind: "unknown" });
		for (const _ of [1, 2])
			expect(await transaction((tx) => messageTheLate(tx, message))).toEqual({ kind: "sent", people: 1 });
		for (const _ of [1, 2]) await handOutMessage(message.id, ORIGIN, () => now);
		expect(await Promise.all([late, done, exempt].map(async (one) => (await mailsTo(one)).length))).toEqual([
			1, 0, 0,
		]);
		expect((await openNotices(late)).map(({ kind }) => kind)).toEqual(["assignment-message"]);
		const before = { ...message, id: newMessageId(), now: at("2026-11-30") };
		expect(await transaction((tx) => messageTheLate(tx, before))).toEqual({ kind: "nobody" });
	});
});

describe("the calendar", () => {
	it("keeps what an admin changed or took out, whatever its file says", async () => {
		const days = ["2030-01-01", "2030-05-01"].map((day) => ({
			day,
			name: "Dari berkas",
			kind: "holiday" as const,
			source: "Berkas",
			needsCheck: true,
		}));
		const load = () => transaction((tx) => loadCalendar(tx, days, NOW));
		expect(await load()).toBe(2);
		const act = { actor, now: NOW };
		const own = { day: "2030-01-01", name: "Menurut SKB", kind: "holiday" as const, source: "SKB" };
		await transaction((tx) => setCalendarDay(tx, own, act));
		expect(await transaction((tx) => removeCalendarDay(tx, "2030-05-01", act))).toBe(true);
		expect(await transaction((tx) => removeCalendarDay(tx, "2030-05-01", act))).toBe(false);
		expect(await load()).toBe(0);
		expect(await calendarOf("2030")).toMatchObject([{ name: "Menurut SKB", needsCheck: false }]);
		expect([...(await quietDaysAround("2030-01-01"))]).toEqual(["2030-01-01"]);
	});
});

describe("a calendar address", () => {
	it("opens its owner's deadlines only, and only the last one made", async () => {
		const hadi = await someone();
		const [old, fresh] = [newCalendarSecret(), newCalendarSecret()];
		for (const secret of [old, fresh]) await transaction((tx) => setCalendarToken(tx, hadi, secret, NOW));
		expect(await calendarOwner(old)).toBeNull();
		expect(await calendarOwner(fresh)).toEqual({ personId: hadi, lang: "id", timeZone: "Asia/Jakarta" });
		for (const wrong of ["", "x", `${fresh}x`, "' or 1=1 --"]) expect(await calendarOwner(wrong)).toBeNull();
		await transaction((tx) => dropCalendarToken(tx, hadi));
		expect(await calendarOwner(fresh)).toBeNull();
	});
});
