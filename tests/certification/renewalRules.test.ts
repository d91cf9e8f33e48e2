import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	itemCount,
	newItems,
	type PassedVersion,
	versionDifference,
} from "#app/assessment/versionDifference.ts";
import { parseRenewalPolicy } from "#app/certification/renewal/renewalPolicy.ts";
import { firstTelling, nextTelling } from "#app/certification/renewal/tellingDays.ts";
import { differenceWork } from "#app/certification/renewal/work.ts";
import { certificateState, lastValidDay } from "#app/certification/validity.ts";

describe("the last valid day", () => {
	it("is the same day of the month, or the month's last", () => {
		expect(lastValidDay("2026-11-25", 36)).toBe("2029-11-25");
		expect(lastValidDay("2026-08-31", 6)).toBe("2027-02-28");
		expect(lastValidDay("2024-02-29", 12)).toBe("2025-02-28");
		expect(lastValidDay("2023-08-31", 6)).toBe("2024-02-29");
		expect(lastValidDay("2026-12-01", 1)).toBe("2027-01-01");
	});

	it("lies in the month so many months later and never on a later day of it", () => {
		const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 120 }), (at, months) => {
				const issued = at.toISOString().slice(0, 10);
				const last = lastValidDay(issued, months);
				const monthOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
				expect(monthOf(last) - monthOf(issued)).toBe(months);
				expect(Number(last.slice(8))).toBeLessThanOrEqual(Number(issued.slice(8)));
				expect(Number(issued.slice(8)) - Number(last.slice(8))).toBeLessThanOrEqual(3);
			}),
		);
	});

	it("is still valid, the day after it is not; what was revoked is revoked", () => {
		const ending = { revokedAt: null, replacedById: null, validUntil: "2027-01-31" };
		expect(certificateState(ending, "2027-01-31")).toBe("valid");
		expect(certificateState(ending, "2027-02-01")).toBe("expired");
		expect(certificateState({ ...ending, revokedAt: 1 }, "2027-02-01")).toBe("revoked");
		expect(certificateState({ ...ending, revokedAt: 1, replacedById: "x" }, "2027-02-01")).toBe("replaced");
		expect(certificateState({ ...ending, validUntil: null }, "2999-01-01")).toBe("valid");
	});
});

const competences = ["D1.1", "D1.2", "D3.1"];
const item = fc.record({
	competence: fc.constantFrom(...competences),
	level: fc.integer({ min: 1, max: 2 }),
	family: fc.integer({ min: 1, max: 12 }).map((n) => `f${n}`),
	askedHash: fc.integer({ min: 1, max: 30 }).map((n) => `h${n}`),
	from: fc.constantFrom("national" as const, undefined, undefined),
});
const blueprint = fc.uniqueArray(
	fc.record({
		competence: fc.constantFrom(...competences),
		level: fc.integer({ min: 1, max: 2 }),
		count: fc.integer({ min: 1, max: 5 }),
		from: fc.constantFrom("national" as const, undefined),
	}),
	{ minLength: 1, selector: ({ competence, level, from }) => `${competence} ${level} ${from}` },
);
const lesson = fc.record({ sourceHash: fc.integer({ min: 1, max: 9 }).map((n) => `l${n}`) });
const today = fc.record({
	lessons: fc.array(lesson, { maxLength: 8 }),
	bank: fc.array(item, { maxLength: 25 }),
	blueprint,
});
const hashes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
const passed: fc.Arbitrary<PassedVersion> = fc
	.record({ lessons: hashes, asked: hashes, blueprint })
	.map(({ lessons, asked, blueprint: cells }) => ({
		lessonHashes: new Set(lessons.map((n) => `l${n}`)),
		askedHashes: new Set(asked.map((n) => `h${n}`)),
		blueprint: cells,
	}));

describe("the difference between two versions", () => {
	it("to itself is nothing", () => {
		fc.assert(
			fc.property(today, (version) => {
				const same = {
					lessonHashes: new Set(version.lessons.map(({ sourceHash }) => sourceHash)),
					askedHashes: new Set(version.bank.map(({ askedHash }) => askedHash)),
					blueprint: version.blueprint,
				};
				// An item of the national bank is drawn only for a cell that says so, and such a cell is examined here.
				const { lessons, blueprint: asked } = versionDifference(same, version);
				expect({ lessons, items: itemCount(asked) }).toEqual({ lessons: [], items: 0 });
			}),
		);
	});

	it("is never more than the whole, cell by cell, and can be drawn from new items alone", () => {
		fc.assert(
			fc.property(passed, today, (before, version) => {
				const { lessons, blueprint: asked } = versionDifference(before, version);
				expect(lessons.every((one) => version.lessons.includes(one))).toBe(true);
				const fresh = newItems(version.bank, before);
				for (const cell of asked) {
					const same = ({ competence, level, from }: typeof cell) =>
						competence === cell.competence && level === cell.level && from === cell.from;
					const whole = version.blueprint.filter(same).reduce((sum, { count }) => sum + count, 0);
					expect(cell.count).toBeGreaterThan(0);
					expect(cell.count).toBeLessThanOrEqual(whole);
					expect(cell.count).toBeLessThanOrEqual(fresh.filter((one) => same({ ...cell, ...one })).length);
				}
			}),
		);
	});

	it("of a version that shares nothing is every lesson", () => {
		fc.assert(
			fc.property(today, (version) => {
				const stranger = { lessonHashes: new Set<string>(), askedHashes: new Set<string>(), blueprint: [] };
				expect(versionDifference(stranger, version).lessons).toEqual(version.lessons);
			}),
		);
	});
});

describe("the work of a difference", () => {
	const cell = (count: number) => [{ competence: "D3.1", level: 1, count }];
	const read = (n: number, minutes: number) =>
		Array.from({ length: n }, (_, i) => ({ id: `${i}`, slug: `s${i}`, title: `T${i}`, minutes }));
	const whole = { lessons: read(7, 15), blueprint: cell(20), durationMinutes: 40, jp: 4 };

	it("takes time by its items and is worth the hours of its lessons", () => {
		const part = { lessons: read(4, 25), blueprint: cell(6) };
		expect(differenceWork(whole, part, 45)).toMatchObject({ items: 6, durationMinutes: 12, jp: 2 });
	});

	it("is none without anything to be examined in, or when it is the whole", () => {
		expect(differenceWork(whole, { lessons: read(2, 25), blueprint: [] }, 45)).toBeNull();
		expect(differenceWork(whole, { lessons: whole.lessons, blueprint: cell(20) }, 45)).toBeNull();
	});

	it("is never worth more than the whole, and leaves at least five minutes", () => {
		const part = { lessons: read(7, 300), blueprint: cell(1) };
		expect(differenceWork(whole, part, 45)).toMatchObject({ durationMinutes: 5, jp: 4 });
	});
});

describe("when the end is told", () => {
	const policy = { tellDaysBefore: [90, 30, 7], tellDaysAfter: [1] };

	it("goes from one day to the next, and skips what was missed", () => {
		expect(firstTelling("2027-12-31", policy)).toBe("2027-10-02");
		expect(nextTelling("2027-12-31", "2027-10-02", policy)).toBe("2027-12-01");
		expect(nextTelling("2027-12-31", "2027-12-24", policy)).toBe("2028-01-01");
		expect(nextTelling("2027-12-31", "2028-01-01", policy)).toBeNull();
		expect(firstTelling("2027-12-31", { tellDaysBefore: [], tellDaysAfter: [] })).toBeNull();
	});

	it("a policy with an error names line and field", () => {
		expect(() =>
			parseRenewalPolicy("validFrom: 2026-01-01\nopensDaysBefore: kapan\n", "renewal-x.yaml"),
		).toThrow(/renewal-x\.yaml.*opensDaysBefore/s);
	});
});
