import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createAssignment, filtersOf, findFilter } from "#app/learning/assignments/assign.server.ts";
import {
	endAssignment,
	endExemption,
	exemptMembers,
	extendAssignment,
} from "#app/learning/assignments/assignmentActs.server.ts";
import { assignmentsOf, findAssignment } from "#app/learning/assignments/assignmentList.server.ts";
import type { AssigningScope } from "#app/learning/assignments/assignmentScope.server.ts";
import { dueFirst } from "#app/learning/assignments/dueFirst.server.ts";
import { recheckAll } from "#app/learning/assignments/follow.server.ts";
import type { MemberCursor, MemberFilter } from "#app/learning/assignments/memberFilters.ts";
import { membersOf } from "#app/learning/assignments/memberList.server.ts";
import { advancePass, beginPass, stepPass } from "#app/learning/assignments/pass.server.ts";
import { previewAssignment } from "#app/learning/assignments/preview.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { presentPost, turnPost } from "#app/people/acts/posts.server.ts";
import { beginMembership } from "#app/people/createPerson.server.ts";
import { endMembership } from "#app/people/endMembership.server.ts";
import { setTimeZone } from "#app/people/ownData.server.ts";
import { db } from "#db/client.server.ts";
import { assignmentMembers, assignments, auditLog, memberships, rosterImports } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { followLog } from "#tests/support/followLog.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAssignment, makeCrowd, makeStaff, passCourse } from "#tests/support/make/assignments.ts";
import { makeAgency, makeCourse, NOW } from "#tests/support/make/course.ts";

const DAY = 86_400_000;
const actor = { id: null, name: "Uji" };
const whole = (id: string): AssigningScope => ({ kind: "agency", agencyId: id });
let [agencyId, otherId, dinas, seksi, lain] = ["", "", "", "", ""];
let course = { courseId: "", versionId: "" };
let second = { courseId: "", versionId: "" };

beforeAll(async () => {
	agencyId = await makeAgency("3204");
	otherId = await makeAgency("3273");
	dinas = await makeUnit(agencyId, "Dinas");
	seksi = await makeUnit(agencyId, "Seksi", dinas);
	lain = await makeUnit(agencyId, "Badan lain");
	course = await makeCourse(agencyId, "satu");
	second = await makeCourse(agencyId, "dua");
	await followLog(NOW);
});

const names = async (id: string, filter: MemberFilter = "all", now = NOW) =>
	(await membersOf(id, whole(agencyId), filter, null, 100, now)).map(({ name }) => name);
const ofUnit = (unit: string) => ({ ...emptyRule, units: [unit] });
const member = async (assignmentId: string, personId: string) =>
	(
		await db
			.select()
			.from(assignmentMembers)
			.where(and(eq(assignmentMembers.assignmentId, assignmentId), eq(assignmentMembers.personId, personId)))
	)[0];

describe("who has an assignment", () => {
	it("follows the rule and the posts: all below a unit, newcomers by themselves, and nobody who left", async () => {
		const ani = await makeStaff({ agencyId, unitId: seksi }, "Ani");
		await makeStaff({ agencyId, unitId: lain }, "Budi");
		await makeStaff({ agencyId: otherId }, "Orang lain");
		const id = await makeAssignment({
			agencyId,
			courseIds: [course.courseId],
			rule: ofUnit(dinas),
			dueDay: null,
			dueAfterDays: 30,
		});
		expect(await names(id)).toEqual(["Ani"]);

		const later = NOW + 10 * DAY;
		const citra = await makeStaff({ agencyId, unitId: dinas }, "Citra", { now: later });
		await followLog(later);
		expect(await names(id)).toEqual(["Ani", "Citra"]);
		expect((await member(id, ani))?.dueDay).toBe("2026-12-24");
		expect((await member(id, citra))?.dueDay).toBe("2027-01-03");

		await transaction((tx) => endMembership(tx, { personId: ani, now: later }));
		await followLog(later);
		expect(await names(id)).toEqual(["Citra"]);
		expect(await dueFirst(ani, "Asia/Jakarta", later)).toEqual([]);
		const post = {
			agencyId,
			unitId: lain,
			employment: "PNS",
			jobClass: "jpt",
			position: "Kepala",
			grade: "",
		} as const;
		await transaction(function* (tx) {
			yield* endMembership(tx, { personId: citra, now: later });
			yield* beginMembership(tx, { personId: citra, name: "Citra", post, now: later });
		});
		await followLog(later);
		expect(await names(id)).toEqual([]);
		await transaction((tx) =>
			beginMembership(tx, { personId: ani, name: "Ani", post: { ...post, unitId: seksi }, now: later + DAY }),
		);
		await followLog(later + DAY);
		expect((await member(id, ani))?.enteredDay).toBe("2026-12-05");
	});

	it("leaves out a post until the roster that brings it is in force", async () => {
		const dedi = await makeStaff({ agencyId, unitId: seksi }, "Dedi");
		const run = { id: "r1", agencyId, fileName: "x", sha256: "", columns: [], counts: {}, createdAt: NOW };
		await db.insert(rosterImports).values({ ...run, actorName: "Uji", state: "applying" });
		await db.update(memberships).set({ beginRunId: "r1" }).where(eq(memberships.personId, dedi));
		const id = await makeAssignment({ agencyId, courseIds: [course.courseId], rule: ofUnit(seksi) });
		expect(await names(id)).not.toContain("Dedi");
		await db.update(rosterImports).set({ state: "settling" });
		await transaction((tx) => beginPass(tx, id, NOW));
		await advancePass(id, () => NOW);
		expect(await names(id)).toContain("Dedi");
	});

	it("is gone over in chunks that a kill between any two does not spoil, and a second pass changes nothing", async () => {
		const unit = await makeUnit(agencyId, "Unit besar");
		await makeCrowd({ agencyId, unitId: unit }, 130);
		const id = await makeAssignment({ agencyId, courseIds: [course.courseId], rule: ofUnit(unit) });
		await db.delete(assignmentMembers).where(eq(assignmentMembers.assignmentId, id));
		await transaction((tx) => beginPass(tx, id, NOW));
		expect(await stepPass(id, NOW)).toBe(true);
		expect(await names(id)).toHaveLength(100);
		// Another worker goes on from where this one was stopped.
		await advancePass(id, () => NOW);
		const all = await names(id, "all");
		expect(new Set(await allNames(id)).size).toBe(130);
		expect(all).toHaveLength(100);
		const before = await db.select().from(assignmentMembers).where(eq(assignmentMembers.assignmentId, id));
		await recheckAll(NOW + 8 * DAY);
		await advancePass(id, () => NOW + 8 * DAY);
		const after = await db.select().from(assignmentMembers).where(eq(assignmentMembers.assignmentId, id));
		expect(after).toEqual(before);
	});
});

async function allNames(id: string): Promise<string[]> {
	const found: string[] = [];
	for (let after: MemberCursor | null = null; ; ) {
		const page = await membersOf(id, whole(agencyId), "all", after, 50, NOW);
		found.push(...page.map(({ name }) => name));
		const last: (typeof page)[number] | undefined = page.at(-1);
		if (!last) return found;
		after = { sortKey: last.sortKey, personId: last.personId };
	}
}

describe("a preview", () => {
	it("says who and how many have passed all of it, and writes nothing", async () => {
		const unit = await makeUnit(agencyId, "Unit pratinjau");
		const both = await makeStaff({ agencyId, unitId: unit }, "Eka");
		const half = await makeStaff({ agencyId, unitId: unit }, "Fajar");
		const courseIds = [course.courseId, second.courseId];
		for (const one of [course, second]) await passCourse({ ...one, personId: both, agencyId, now: NOW });
		await passCourse({ ...course, personId: half, agencyId, now: NOW });
		const before = await db.select().from(assignments);
		const seen = await previewAssignment({ agencyId, rule: ofUnit(unit), courseIds, now: NOW });
		expect(seen).toMatchObject({ people: 2, passed: 1 });
		expect(seen.first.map(({ name }) => name)).toEqual(["Eka", "Fajar"]);
		expect(await db.select().from(assignments)).toEqual(before);
		const nobody = { ...emptyRule, units: [unit], jobClasses: ["jpt" as const] };
		expect(await previewAssignment({ agencyId, rule: nobody, courseIds, now: NOW })).toMatchObject({
			people: 0,
		});
		// Of a unit of another agency nobody is reached.
		expect(
			await previewAssignment({ agencyId: otherId, rule: ofUnit(unit), courseIds, now: NOW }),
		).toMatchObject({
			people: 0,
		});
		const gap = { ...emptyRule, units: [unit], gap: "D3.1" };
		expect(await previewAssignment({ agencyId, rule: gap, courseIds, now: NOW })).toMatchObject({
			people: 0,
			checked: 2,
			candidates: 2,
		});
	});
});

describe("an assignment", () => {
	it("says who is late and why, by the clocks of each, and takes nothing from those who passed", async () => {
		const unit = await makeUnit(agencyId, "Unit terlambat");
		const [gita, hadi, indah] = await Promise.all(
			["Gita", "Hadi", "Indah"].map((name) => makeStaff({ agencyId, unitId: unit }, name)),
		);
		const id = await makeAssignment({ agencyId, courseIds: [course.courseId], rule: ofUnit(unit) });
		await transaction((tx) => setTimeZone(tx, hadi ?? "", "Asia/Jayapura"));
		await passCourse({ ...course, personId: gita ?? "", agencyId, now: NOW });
		// Before the log was followed the learner's own page knows already.
		expect(await dueFirst(gita ?? "", "Asia/Jakarta", NOW)).toEqual([]);
		expect(await dueFirst(indah ?? "", "Asia/Jakarta", NOW)).toMatchObject([
			{ daysLeft: 14, dueDay: "2026-12-08", next: { slug: "satu" } },
		]);
		await followLog(NOW);
		const inTime = Date.parse("2026-12-08T14:59:59Z");
		expect(await names(id, "late", inTime)).toEqual([]);
		expect(await names(id, "late", inTime + 1000)).toEqual(["Hadi"]);
		expect(await names(id, "late", Date.parse("2026-12-08T17:00:00Z"))).toEqual(["Hadi", "Indah"]);
		expect(await names(id, "done", inTime)).toEqual(["Gita"]);
		const found = await findAssignment(id, whole(agencyId), inTime + 1000);
		expect(found?.counts).toEqual({ members: 3, done: 1, exempt: 0, owing: 2, away: 0, late: 1 });
	});

	it("is extended, exempted from and ended with a reason, each in the audit, and by its own agency only", async () => {
		const unit = await makeUnit(agencyId, "Unit tindakan");
		const joko = await makeStaff({ agencyId, unitId: unit }, "Joko");
		const id = await makeAssignment({ agencyId, courseIds: [course.courseId], rule: ofUnit(unit) });
		const act = { id, scope: whole(agencyId), reason: "Jaringan kantor terputus.", actor, now: NOW };
		const theirs = { ...act, scope: whole(otherId) };
		const due = { dueDay: "2026-12-31", dueAfterDays: null };
		expect(await transaction((tx) => extendAssignment(tx, { ...theirs, ...due }))).toBe(false);
		expect(await transaction((tx) => endAssignment(tx, theirs))).toBe(false);
		expect(await transaction((tx) => exemptMembers(tx, { ...theirs, people: [joko] }))).toBe(0);
		expect(await findAssignment(id, whole(otherId), NOW)).toBeNull();
		expect((await assignmentsOf(whole(otherId), null, 10, NOW)).length).toBe(0);

		expect(await transaction((tx) => extendAssignment(tx, { ...act, ...due }))).toBe(true);
		await advancePass(id, () => NOW);
		expect((await member(id, joko))?.dueDay).toBe("2026-12-31");
		expect(await transaction((tx) => exemptMembers(tx, { ...act, people: [joko, "tidak-ada"] }))).toBe(1);
		expect(await dueFirst(joko, "Asia/Jakarta", NOW)).toEqual([]);
		expect(await names(id, "exempt")).toEqual(["Joko"]);
		// A pass leaves the exemption as it is.
		await transaction((tx) => beginPass(tx, id, NOW));
		await advancePass(id, () => NOW);
		expect(await names(id, "exempt")).toEqual(["Joko"]);
		expect(await transaction((tx) => endExemption(tx, { ...act, people: [joko] }))).toBe(1);
		expect(await dueFirst(joko, "Asia/Jakarta", NOW)).toHaveLength(1);
		expect(await transaction((tx) => endAssignment(tx, act))).toBe(true);
		expect(await dueFirst(joko, "Asia/Jakarta", NOW)).toEqual([]);
		expect(await transaction((tx) => endAssignment(tx, act))).toBe(false);
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
		expect(acts.map(({ action }) => action).sort()).toEqual([
			"assignment.create",
			"assignment.end",
			"assignment.exempt",
			"assignment.exempt-end",
			"assignment.extend",
		]);
	});

	it("sent twice is one, and keeps its rule under a name for the own agency", async () => {
		const rule = { ...emptyRule, employments: ["PPPK" as const] };
		const id = await makeAssignment({
			agencyId,
			courseIds: [course.courseId],
			rule,
			filterName: "Semua PPPK",
		});
		const [filter] = await filtersOf(agencyId);
		expect(await findFilter(filter?.id ?? "", agencyId)).toEqual(rule);
		expect(await findFilter(filter?.id ?? "", otherId)).toBeNull();
		const typed = {
			id,
			agencyId,
			unitId: null,
			title: "Lagi",
			reason: "Dikirim dua kali.",
			pathId: null,
			courseIds: [],
			rule,
		};
		const terms = { dueDay: "2027-01-01", dueAfterDays: null, everyYears: 0, startsDay: "2026-11-24" };
		const again = { ...typed, ...terms, filterName: "", actor, now: NOW };
		expect(await transaction((tx) => createAssignment(tx, again))).toBe(false);
	});
});

it("follows a change of status or job class that moves nobody, and waits while somebody is away", async () => {
	const unit = await makeUnit(agencyId, "Unit perubahan");
	const kiki = await makeStaff({ agencyId, unitId: unit, jobClass: "pengawas" }, "Kiki");
	const rule = { ...emptyRule, units: [unit], jobClasses: ["pelaksana" as const] };
	const id = await makeAssignment({ agencyId, courseIds: [course.courseId], rule });
	const turn = async (change: Partial<typeof memberships.$inferInsert>, now: number) => {
		await transaction(function* (tx) {
			const post = yield* presentPost(tx, kiki);
			if (!post) throw new Error("there is no post");
			const { id: _id, sortKey: _key, validFrom: _from, ...held } = post;
			yield* turnPost(tx, post, { ...held, ...change }, { personId: kiki, at: now, now });
		});
		await followLog(now);
	};
	expect(await names(id)).toEqual([]);
	await turn({ jobClass: "pelaksana" }, NOW);
	expect(await names(id, "owing")).toEqual(["Kiki"]);
	await turn({ legalStatus: "Cuti" }, NOW + DAY);
	expect([await names(id, "owing"), await names(id, "all")]).toEqual([[], ["Kiki"]]);
	expect((await findAssignment(id, whole(agencyId), NOW))?.counts).toMatchObject({ owing: 0, away: 1 });
	await turn({ legalStatus: "Aktif" }, NOW + 11 * DAY);
	expect(await dueFirst(kiki, "Asia/Jakarta", NOW + 11 * DAY)).toMatchObject([{ dueDay: "2026-12-18" }]);
});
