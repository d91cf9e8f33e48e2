import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyFor } from "#app/catalog/policyFor.ts";
import { jpStanding, parseJpPolicy } from "#app/learning/jpPolicy.ts";
import { employments } from "#db/schema/people.ts";

const name = "jp-2020-01-01.yaml";
const text = readFileSync(path.resolve(import.meta.dirname, "../../content/framework/policy", name), "utf8");
const policy = parseJpPolicy(text, name);
const hours = fc.nat({ max: 2000 });

describe("the JP policy", () => {
	it("is in force from its file's day, not before", () => {
		expect(name).toBe(`jp-${policy.validFrom}.yaml`);
		expect(policyFor([policy], "2019-12-31")).toBeNull();
		expect(policyFor([policy], "2020-01-01")).toBe(policy);
	});

	it("is 45 minutes an hour, at least 20 for PNS and at most 24 for PPPK", () => {
		expect(policy.minutesPerJp).toBe(45);
		expect(jpStanding(policy, "PNS", 12)).toEqual({
			direction: "floor",
			target: 20,
			counted: 12,
			excess: 0,
			remaining: 8,
		});
		expect(jpStanding(policy, "PNS", 30)).toMatchObject({ counted: 30, excess: 0, remaining: 0 });
		expect(jpStanding(policy, "CPNS", 0)).toMatchObject({ direction: "floor", target: 20 });
		for (const employment of ["PPPK", "PPPK_PARUH_WAKTU"] as const) {
			expect(jpStanding(policy, employment, 30)).toEqual({
				direction: "cap",
				target: 24,
				counted: 24,
				excess: 6,
				remaining: 0,
			});
		}
		expect(jpStanding(policy, "NON_ASN", 5)).toBeNull();
	});

	it("loses no hour and counts none above a cap", () => {
		fc.assert(
			fc.property(fc.constantFrom(...employments), hours, (employment, jp) => {
				const standing = jpStanding(policy, employment, jp);
				if (!standing) return employment === "NON_ASN";
				const { direction, target, counted, excess, remaining } = standing;
				expect(counted + excess).toBe(jp);
				expect(remaining).toBe(Math.max(0, target - jp));
				if (direction === "cap") expect(counted).toBeLessThanOrEqual(target);
				else expect(excess).toBe(0);
				return true;
			}),
		);
	});

	it("never makes a person worse off for another hour", () => {
		fc.assert(
			fc.property(fc.constantFrom("PNS", "PPPK"), hours, hours, (employment, jp, more) => {
				const [before, after] = [jp, jp + more].map((sum) => jpStanding(policy, employment, sum));
				expect(after?.counted).toBeGreaterThanOrEqual(before?.counted ?? Number.NaN);
				expect(after?.remaining).toBeLessThanOrEqual(before?.remaining ?? Number.NaN);
			}),
		);
	});

	it("takes a negative sum as nothing", () => {
		expect(jpStanding(policy, "PPPK", -3)).toMatchObject({ counted: 0, excess: 0, remaining: 24 });
	});
});

describe("of several policies", () => {
	const day = fc
		.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));

	it("the latest that began by the day holds, in whatever order they are given", () => {
		fc.assert(
			fc.property(fc.uniqueArray(day, { maxLength: 8 }), day, (days, today) => {
				const expected = days
					.filter((one) => one <= today)
					.sort()
					.at(-1);
				const policies = days.map((validFrom) => ({ validFrom }));
				expect(policyFor(policies, today)?.validFrom).toBe(expected);
			}),
		);
	});
});

describe("a broken policy file is refused with its line", () => {
	it.each([
		["a second rule for one status", "employment: CPNS", "employment: PNS", /satu aturan/],
		["an unknown direction", "direction: cap", "direction: up", /rules\.2\.direction/],
		["a day that is not one", "validFrom: 2020-01-01", "validFrom: 2020-13-01", /baris 5: validFrom/],
		["hours with a fraction", "jp: 20", "jp: 20.5", /rules\.0\.jp/],
	])("%s", (_, was, is, message) => {
		expect(() => parseJpPolicy(text.replace(was, is), name)).toThrow(message);
	});
});
