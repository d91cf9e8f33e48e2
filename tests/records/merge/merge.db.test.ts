import { eq, getTableName, inArray, or } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grantRole } from "#app/access/roles.server.ts";
import { openSession } from "#app/access/sessions.server.ts";
import { recordActivity } from "#app/activity/record.server.ts";
import { verifyCode } from "#app/certification/find.server.ts";
import { creditJp } from "#app/learning/creditJp.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { jpByYear } from "#app/learning/jpOfYear.server.ts";
import { notify } from "#app/learning/notices.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { addCounts, deltaOf, noCounts } from "#app/readiness/delta.ts";
import { decideAct, draftAct } from "#app/records/acts/acts.server.ts";
import { UNDO_MS } from "#app/records/merge/faults.server.ts";
import { mergePeople } from "#app/records/merge/mergePeople.server.ts";
import { plain, special } from "#app/records/merge/tables.ts";
import { unmergePeople } from "#app/records/merge/unmergePeople.server.ts";
import { db } from "#db/client.server.ts";
import {
	activity,
	attempts,
	certificates,
	enrolments,
	identifiers,
	jpLedger,
	lessonProgress,
	lessons,
	memberships,
	nameTokens,
	notices,
	people,
	placementSittings,
	roleGrants,
	sessions,
} from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { allTables, referencesOf } from "#tests/support/rowInEveryTable.ts";
import { runs } from "#tests/support/runs.ts";

const actor = { id: null, name: "Admin Uji" };
const DAY = 86_400_000;
const AT = NOW + 10 * DAY;
let here: string;
let there: string;
let courses: { courseId: string; versionId: string }[];
let kept: string;
let gone: string;
let serial = 0;

beforeAll(async () => {
	here = await makeAgency("M001");
	there = await makeAgency("M002");
	courses = [];
	for (const slug of ["satu", "dua", "tiga"]) courses.push(await makeCourse(here, slug));
});
beforeEach(async () => {
	kept = await makePerson(here, "Wahyu Ganda");
	gone = await makePerson(there, "Wahyu Ganda P");
});

type Reached = "enrolled" | "finished" | "passed";

/** What somebody has reached in a course, with all that follows from it. */
async function learned(personId: string, agencyId: string, index: number, reached: Reached, at: number) {
	const course = courses[index % courses.length];
	if (!course) throw new Error("no such course");
	const where = { ...course, personId, agencyId, unitId: null };
	const id = `bukti-${++serial}`;
	await transaction(function* (tx) {
		const { enrolmentId } = yield* enrol(tx, { ...where, now: at });
		if (reached === "enrolled") return;
		yield* recordActivity(tx, { ...where, kind: "course.finished", at });
		const finished = { state: "finished" as const, finishedAt: at };
		yield* run(tx.update(enrolments).set(finished).where(eq(enrolments.id, enrolmentId)));
	});
	const [enrolment] = await db
		.select()
		.from(enrolments)
		.where(eq(enrolments.personId, personId))
		.then((rows) => rows.filter(({ courseId }) => courseId === course.courseId));
	if (!enrolment || reached === "enrolled") return id;
	const own = { enrolmentId: enrolment.id, personId, agencyId, versionId: course.versionId };
	await db.insert(attempts).values({
		...{ ...own, id, number: 1, state: "submitted", startedAt: at, deadlineAt: at, submittedAt: at },
		...{ milliPoints: 4000, score: 90, passed: reached === "passed" ? 1 : 0 },
	});
	if (reached !== "passed") return id;
	await db.update(enrolments).set({ state: "passed", passedAt: at }).where(eq(enrolments.id, enrolment.id));
	await db.insert(certificates).values({
		...{ ...own, id, courseId: course.courseId, code: `KODE${id}`, number: `NO/${id}`, attemptId: id },
		...{ issuerId: here, print: {} as never, jp: 2, issuedAt: at },
	});
	await transaction(function* (tx) {
		yield* creditJp(tx, { personId, agencyId, jp: 2, sourceKind: "certificate", sourceId: id, now: at });
		yield* recordActivity(tx, { ...where, kind: "exam.passed", at });
		yield* recordActivity(tx, { ...where, kind: "certificate.issued", jp: 2, at });
		yield* notify(tx, { personId, kind: "certificate-issued", data: { title: id }, now: at });
	});
	return id;
}

/** Every row that belongs to one of the two, as it stands. */
async function everything() {
	const ids = [kept, gone];
	const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
	const of = (table: object) => {
		const owned = table as typeof notices;
		return db.select().from(owned).where(inArray(owned.personId, ids));
	};
	const mine = await of(enrolments);
	return {
		people: sorted(await db.select().from(people).where(inArray(people.id, ids))),
		enrolments: sorted(mine),
		lessons: sorted(
			await db
				.select()
				.from(lessonProgress)
				.where(inArray(lessonProgress.enrolmentId, [...mine.map(({ id }) => id), ""])),
		),
		...Object.fromEntries(
			await Promise.all(
				[
					attempts,
					certificates,
					notices,
					sessions,
					memberships,
					identifiers,
					roleGrants,
					nameTokens,
					placementSittings,
				].map(async (table) => [getTableName(table), sorted(await of(table))]),
			),
		),
		jp: sorted(
			(await of(jpLedger)).filter(
				(row) => !/merge/.test((row as never as { sourceKind: string }).sourceKind),
			),
		),
	};
}

/** What the two count for in the whole nation. */
async function counted() {
	const rows = await db
		.select()
		.from(activity)
		.where(or(eq(activity.personId, kept), eq(activity.personId, gone)));
	return rows.flatMap((row) => deltaOf(row) ?? []).reduce(addCounts, noCounts);
}
const hours = async () => {
	const both = [...(await jpByYear(kept)), ...(await jpByYear(gone))];
	return both.reduce((sum, { jp }) => sum + jp, 0);
};
const merge = (rest: { own?: string | null; keptId?: string; goneId?: string } = {}) =>
	transaction((tx) =>
		mergePeople(tx, {
			...{ keptId: kept, goneId: gone, own: null, reason: "Orang yang sama", actor, now: AT },
			...rest,
		}),
	);
const unmerge = (id: string, now = AT + DAY) =>
	transaction((tx) => unmergePeople(tx, id, { reason: "Ternyata dua orang", actor, now }));
async function merged(): Promise<string> {
	const made = await merge();
	if ("fault" in made) throw new Error(made.fault);
	return made.id;
}
const reached = fc.constantFrom<Reached>("enrolled", "finished", "passed");
const some = fc.array(fc.tuple(fc.nat(2), reached), { maxLength: 3 });

describe("two records of one person", () => {
	it("keep everything, count nothing twice, and are two again whole", async () => {
		await fc.assert(
			fc.asyncProperty(some, some, fc.boolean(), async (mine, theirs, isHere) => {
				kept = await makePerson(here, "Wahyu Ganda");
				gone = await makePerson(isHere ? here : there, "Wahyu Ganda P");
				const taken = new Map<string, Reached>();
				for (const [who, list] of [
					[kept, mine],
					[gone, theirs],
				] as const)
					for (const [index, state] of list) {
						if (taken.has(`${who}${index}`)) continue;
						taken.set(`${who}${index}`, state);
						await learned(who, who === kept ? here : isHere ? here : there, index, state, NOW + serial);
					}
				await openSession(gone, "uji", NOW);
				const before = { rows: await everything(), counts: await counted(), hours: await hours() };
				const id = await merged();
				const states = [0, 1, 2].map((n) => [taken.get(`${kept}${n}`), taken.get(`${gone}${n}`)]);
				const has = (wanted: Reached[]) =>
					states.filter((both) => both.some((state) => state && wanted.includes(state))).length;
				const passed = has(["passed"]);
				expect(await counted()).toEqual({
					...{ people: 1, enrolled: has(["enrolled", "finished", "passed"]) },
					...{ finished: has(["finished", "passed"]), passed, certificates: passed, jp: 2 * passed },
				});
				expect((await jpByYear(kept)).reduce((sum, { jp }) => sum + jp, 0)).toBe(2 * passed);
				for (const table of [attempts, certificates, notices, sessions])
					expect(await db.select().from(table).where(eq(table.personId, gone))).toEqual([]);
				expect(await unmerge(id)).toBe("undone");
				expect(await everything()).toEqual(before.rows);
				expect(await counted()).toEqual(before.counts);
				expect(await hours()).toBe(before.hours);
			}),
			{ numRuns: runs(8) },
		);
	});

	it("share numbers, and certificates go on to verify", async () => {
		const id = await learned(gone, there, 0, "passed", NOW);
		const [number] = await db.select().from(identifiers).where(eq(identifiers.personId, gone));
		await merged();
		expect(await findPersonByIdentifier(number?.value ?? "")).toBe(kept);
		expect((await db.select().from(certificates).where(eq(certificates.id, id)))[0]?.personId).toBe(kept);
		const open = await db.select().from(memberships).where(eq(memberships.personId, kept));
		expect(open.filter(({ validTo }) => validTo === null).map(({ agencyId }) => agencyId)).toEqual([here]);
		expect(await verifyCode("AAAA-AAAA")).toBeNull();
	});

	it("read lessons that only one of them had read", async () => {
		const versionId = courses[0]?.versionId ?? "";
		const [one, two] = await db.select().from(lessons).where(eq(lessons.versionId, versionId));
		for (const [who, lesson] of [
			[kept, one],
			[gone, two],
		] as const) {
			await learned(who, here, 0, "enrolled", NOW);
			const [row] = await db.select().from(enrolments).where(eq(enrolments.personId, who));
			await db
				.insert(lessonProgress)
				.values({ enrolmentId: row?.id ?? "", lessonId: lesson?.id ?? "", readAt: NOW });
		}
		const before = await everything();
		const id = await merged();
		const [row] = await db.select().from(enrolments).where(eq(enrolments.personId, kept));
		const read = await db
			.select()
			.from(lessonProgress)
			.where(eq(lessonProgress.enrolmentId, row?.id ?? ""));
		expect(read).toHaveLength(2);
		await unmerge(id);
		expect(await everything()).toEqual(before);
	});

	it("are refused: with itself, unknown, merged already, in an exam, or with roles of somebody else's", async () => {
		expect(await merge({ goneId: kept })).toEqual({ fault: "same" });
		expect(await merge({ goneId: "tidak-ada" })).toEqual({ fault: "unknown" });
		await transaction((tx) =>
			grantRole(tx, { personId: gone, role: "auditor", agencyId: null, actor, now: NOW }),
		);
		expect(await merge({ own: here })).toEqual({ fault: "foreign-role" });
		const exam = await learned(gone, there, 0, "finished", NOW);
		await db.update(attempts).set({ state: "open" }).where(eq(attempts.id, exam));
		expect(await merge()).toEqual({ fault: "in-exam" });
		await db.update(attempts).set({ state: "submitted" }).where(eq(attempts.id, exam));
		await merged();
		expect(await merge()).toEqual({ fault: "merged" });
		expect(await merge({ keptId: gone, goneId: kept })).toEqual({ fault: "merged" });
	});

	it("stay one after 30 days, and when something newer rests on it", async () => {
		const id = await merged();
		expect(await unmerge(id, AT + UNDO_MS + 1)).toBe("expired");
		const plan = { kind: "email", email: `baru${serial}@uji.go.id` } as const;
		const asked = { personId: kept, agencyId: here, plan, day: "2026-12-04", reason: "Alamat baru", actor };
		const draft = await transaction((tx) => draftAct(tx, { ...asked, now: AT + 5 }));
		if (!("id" in draft)) throw new Error(draft.fault);
		await transaction((tx) => decideAct(tx, draft.id, actor, AT + 5));
		expect(await unmerge(id)).toBe("newer-act");
	});

	it("stay one when an exam was sat since in what they brought together", async () => {
		await learned(gone, there, 1, "enrolled", NOW);
		const id = await merged();
		const [row] = await db.select().from(enrolments).where(eq(enrolments.personId, kept));
		const exam = {
			enrolmentId: row?.id ?? "",
			personId: kept,
			agencyId: here,
			versionId: row?.versionId ?? "",
		};
		const times = { startedAt: AT + 5, deadlineAt: AT + 6 };
		await db
			.insert(attempts)
			.values({ ...exam, id: `baru-${++serial}`, number: 1, state: "submitted", ...times });
		expect(await unmerge(id)).toBe("learned-since");
	});

	it("are undone the last first", async () => {
		const third = await makePerson(there, "Wahyu Ketiga");
		const first = await merged();
		const second = await transaction((tx) =>
			mergePeople(tx, { keptId: kept, goneId: third, own: null, reason: "Juga sama", actor, now: AT + 5 }),
		);
		expect(await unmerge(first)).toBe("newer-merge");
		if ("id" in second) expect(await unmerge(second.id)).toBe("undone");
		expect(await unmerge(first)).toBe("undone");
	});
});

it("merging knows every column that names a person", () => {
	const referring = allTables().flatMap((table) =>
		referencesOf(table)
			.filter(({ parent }) => parent === people)
			.map(({ column }) => `${getTableName(table)}.${column}`),
	);
	const known = Object.values(plain).map((table) => `${getTableName(table)}.person_id`);
	expect([...known, ...special.moved, ...special.left].sort()).toEqual(referring.sort());
});
