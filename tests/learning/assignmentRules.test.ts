import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { competenceFramework } from "#app/catalog/framework.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { addDays, addYears, daysBetween, endOfDay, isDay } from "#app/learning/assignments/days.ts";
import { type CourseRecord, decideMember, type MemberState } from "#app/learning/assignments/decideMember.ts";
import { periodOf } from "#app/learning/assignments/period.ts";
import {
	emptyRule,
	isEmptyRule,
	isGap,
	matchesRule,
	reachOf,
	staysByRule,
} from "#app/learning/assignments/rule.ts";
import { checkDue, type Errors } from "#app/routes/penugasan.baru/form.ts";

const day = fc
	.integer({ min: 0, max: 20_000 })
	.map((n) => new Date(Date.UTC(2010, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

describe("a deadline", () => {
	it("ends at 23.59 of the person's own zone: in Jayapura two hours before Jakarta", () => {
		const [wib, wita, wit] = zones.map((zone) => endOfDay("2026-11-30", zone)) as [number, number, number];
		expect(new Date(wib + 1).toISOString()).toBe("2026-11-30T17:00:00.000Z");
		expect([wib - wita, wita - wit]).toEqual([3_600_000, 3_600_000]);
		expect(endOfDay("2026-11-30", "Europe/Paris")).toBe(wib);
	});

	it("lies on its own day in that zone, and a millisecond later it is the next", () => {
		fc.assert(
			fc.property(day, fc.constantFrom(...zones), (one, zone) => {
				const end = endOfDay(one, zone);
				expect(dayIn(end, zone)).toBe(one);
				expect(dayIn(end + 1, zone)).toBe(addDays(one, 1));
			}),
		);
	});

	it("counts days there and back, and years to a day that exists", () => {
		fc.assert(
			fc.property(
				day,
				fc.integer({ min: -800, max: 800 }),
				fc.integer({ min: 0, max: 9 }),
				(one, n, years) => {
					expect(daysBetween(one, addDays(one, n))).toBe(n);
					const later = addYears(one, years);
					expect(isDay(later)).toBe(true);
					expect(later.slice(0, 7)).toBe(`${Number(one.slice(0, 4)) + years}${one.slice(4, 7)}`);
				},
			),
		);
		expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
	});

	it.each([
		["fixed", "2026-02-30", "", "dueDay"],
		["fixed", "kemarin", "", "dueDay"],
		["fixed", "2026-11-24", "", "dueDay"],
		["fixed", "2036-11-26", "", "dueDay"],
		["fixed", "2026-11-25", "", null],
		["relative", "", "0", "dueDays"],
		["relative", "", "1,5", "dueDays"],
		["relative", "", "1096", "dueDays"],
		["relative", "", "30", null],
	] as const)("that is %s, %s %s, is checked at its field", (due, dueDay, dueDays, field) => {
		const errors: Errors = {};
		checkDue({ due, dueDay, dueDays }, "2026-11-25", assignmentMessages.id, errors);
		expect(Object.keys(errors)).toEqual(field ? [field] : []);
	});
});

describe("recurrence", () => {
	const yearly = { firstDue: "2026-03-31", everyYears: 1 };
	it.each([
		[null, "2026-01-10", "2026-03-31", false],
		// Done too long before the first deadline: it does not count for it.
		["2025-03-31", "2026-01-10", "2026-03-31", false],
		["2025-04-01", "2026-01-10", "2026-03-31", true],
		["2026-02-10", "2026-03-31", "2026-03-31", true],
		["2026-02-10", "2026-04-01", "2027-03-31", false],
		// Who never did it stays late, however long.
		[null, "2028-01-01", "2026-03-31", false],
		["2026-05-05", "2026-06-01", "2027-03-31", true],
		["2026-05-05", "2027-04-01", "2028-03-31", false],
	])("last done %s, on %s: by %s, done %s", (lastDone, today, dueDay, isDone) => {
		expect(periodOf(yearly, lastDone, today)).toMatchObject({ dueDay, isDone });
	});

	it("never takes a deadline back, and what counts for a period was done in it", () => {
		fc.assert(
			fc.property(day, day, day, fc.integer({ min: 1, max: 3 }), (firstDue, done, today, everyYears) => {
				fc.pre(done <= today);
				const { dueDay, from, isDone } = periodOf({ firstDue, everyYears }, done, today);
				expect(dueDay >= firstDue).toBe(true);
				expect(isDone).toBe(done > from && done <= dueDay);
				expect(isDone ? today <= dueDay : true).toBe(true);
			}),
		);
	});

	it("of something that is done once is no recurrence", () => {
		expect(periodOf({ firstDue: "2026-03-31", everyYears: 0 }, "2020-01-01", "2030-01-01")).toEqual({
			dueDay: "2026-03-31",
			from: "",
			isDone: true,
		});
	});
});

const post = {
	personId: "p",
	agencyId: "a",
	unitId: "seksi" as string | null,
	jobClass: "pelaksana" as const,
	employment: "PNS" as const,
	sinceDay: "2026-01-05",
	sortKey: "sari",
	isAway: false,
};
const tree = [
	{ id: "dinas", parentId: null },
	{ id: "bidang", parentId: "dinas" },
	{ id: "seksi", parentId: "bidang" },
	{ id: "lain", parentId: null },
];
const nowhere = { within: new Set<string>(), carried: new Set<string>() };

describe("a rule", () => {
	it("that says nothing is meant for nobody", () => {
		expect(isEmptyRule(emptyRule)).toBe(true);
		expect(matchesRule(emptyRule, post, nowhere, true)).toBe(false);
		expect(matchesRule({ ...emptyRule, everyone: true }, post, nowhere, false)).toBe(true);
	});

	it("of a unit means all below it too, and of all that it says each must hold", () => {
		const rule = { ...emptyRule, units: ["dinas"], jobClasses: ["pelaksana" as const] };
		const reach = reachOf(rule, tree, []);
		expect(matchesRule(rule, post, reach, false)).toBe(true);
		expect(matchesRule(rule, { ...post, unitId: "lain" }, reach, false)).toBe(false);
		expect(matchesRule(rule, { ...post, unitId: null }, reach, false)).toBe(false);
		expect(matchesRule(rule, { ...post, jobClass: "jpt" }, reach, false)).toBe(false);
		expect(matchesRule({ ...rule, gap: "D3.1" }, post, reach, false)).toBe(false);
	});

	it("goes with its people into the unit that carries theirs on, and brings in nobody who was there before", () => {
		const rule = { ...emptyRule, units: ["bidang"] };
		const reach = reachOf(rule, tree, [{ from: "seksi", to: "lain" }]);
		const moved = { ...post, unitId: "lain" };
		expect(staysByRule(rule, moved, reach, false)).toBe(true);
		expect(matchesRule(rule, moved, reach, false)).toBe(false);
	});

	it("takes a gap from the measured level and the target of the job class; nothing measured is no gap", () => {
		const framework = competenceFramework();
		expect(isGap(framework, "D3.1", "fungsional", 1)).toBe(true);
		expect(isGap(framework, "D3.1", "fungsional", 2)).toBe(false);
		expect(isGap(framework, "D3.1", "pelaksana", 1)).toBe(false);
		expect(isGap(framework, "D5.1", "fungsional", 0)).toBe(false);
		expect(isGap(framework, "D3.1", "fungsional", null)).toBe(false);
		expect(isGap(framework, "D9.9", "fungsional", 0)).toBe(false);
	});
});

describe("a person's place in an assignment", () => {
	const terms = {
		agencyId: "a",
		rule: { ...emptyRule, everyone: true },
		dueDay: null,
		dueAfterDays: 30,
		everyYears: 0,
		startsDay: "2026-11-25",
	};
	const none: CourseRecord = { openedDay: null, passedDay: null, notPassedDay: null };
	const decide = (rest: Partial<Parameters<typeof decideMember>[0]>) =>
		decideMember({
			terms,
			reach: nowhere,
			existing: null,
			post,
			hasGap: false,
			records: [none, none],
			today: "2026-11-25",
			...rest,
		});

	it("begins for those who are there with the assignment, for newcomers with their post, and stays with a move", () => {
		expect(decide({})).toMatchObject({ state: "active", enteredDay: "2026-11-25", dueDay: "2026-12-25" });
		const newcomer = decide({ post: { ...post, sinceDay: "2027-02-01" } });
		expect(newcomer).toMatchObject({ enteredDay: "2027-02-01", dueDay: "2027-03-03" });
		const moved = { ...post, unitId: "lain", sinceDay: "2027-06-01" };
		expect(decide({ existing: newcomer, post: moved })?.dueDay).toBe("2027-03-03");
	});

	it("ends with leaving the agency, and begins anew with coming back", () => {
		const member = decide({});
		expect(decide({ existing: member, post: null })?.state).toBe("left");
		const elsewhere = decide({ existing: member, post: { ...post, agencyId: "b" } }) as MemberState;
		expect(elsewhere.state).toBe("left");
		const back = decide({ existing: elsewhere, post: { ...post, sinceDay: "2027-05-01" } });
		expect(back).toMatchObject({ state: "active", enteredDay: "2027-05-01" });
		expect(decide({ post: null })).toBeNull();
	});

	it.each([
		[[none, none], "unopened"],
		[[{ ...none, openedDay: "2026-11-26" }, none], "begun"],
		[[{ ...none, passedDay: "2020-01-01" }, none], "begun"],
		[
			[
				{ ...none, passedDay: "2020-01-01" },
				{ ...none, notPassedDay: "2026-11-26" },
			],
			"not-passed",
		],
		[
			[
				{ ...none, passedDay: "2020-01-01", notPassedDay: "2019-01-01" },
				{ ...none, passedDay: "2026-11-26" },
			],
			"done",
		],
	] as const)("says how far they are: %o is %s", (records, progress) => {
		expect(decide({ records })?.progress).toBe(progress);
	});

	it("waits while they are away, and moves by as many days", () => {
		const member = decide({});
		const away = decide({ existing: member, post: { ...post, isAway: true }, today: "2026-12-01" });
		expect(away).toMatchObject({ awayFrom: "2026-12-01", dueDay: "2026-12-25" });
		const still = decide({ existing: away, post: { ...post, isAway: true }, today: "2027-02-01" });
		expect(still?.awayFrom).toBe("2026-12-01");
		const back = decide({ existing: still, today: "2027-03-01" });
		expect(back).toMatchObject({ awayFrom: null, waited: 90, dueDay: "2027-03-25" });
		expect(decide({ existing: back, today: "2027-03-05" })).toEqual(back);
	});

	it("is kept by who closed the gap by passing, and lost by who closed it otherwise", () => {
		const gapTerms = { ...terms, rule: { ...emptyRule, gap: "D3.1" } };
		const member = decide({ terms: gapTerms, hasGap: true });
		expect(member?.state).toBe("active");
		expect(decide({ terms: gapTerms, existing: member })?.state).toBe("left");
		const done = { ...(member as MemberState), progress: "done" as const };
		const records = [
			{ ...none, passedDay: "2026-11-26" },
			{ ...none, passedDay: "2026-11-26" },
		];
		expect(decide({ terms: gapTerms, existing: done, records })).toMatchObject({
			state: "active",
			progress: "done",
		});
	});

	it("opens again in the next period, and only what was passed in it counts", () => {
		const yearly = { ...terms, dueDay: "2026-12-31", dueAfterDays: null, everyYears: 1 };
		const records = [{ ...none, openedDay: "2026-12-01", passedDay: "2026-12-01" }];
		expect(decide({ terms: yearly, records })?.progress).toBe("done");
		const next = decide({ terms: yearly, records, today: "2027-01-01" });
		expect(next).toMatchObject({
			dueDay: "2027-12-31",
			periodFrom: "2026-12-31",
			progress: "unopened",
			passed: 0,
		});
	});
});
