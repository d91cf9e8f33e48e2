import { describe, expect, it } from "vitest";
import { similarNames } from "#app/people/roster/similarNames.ts";

describe("two names", () => {
	it.each([
		["Sari Utami", "SARI UTAMI, S.Kom."],
		["Muhammad Rizki Pratama", "M. Rizki Pratama"],
		["Wati Lestari", "Wati Lestary"],
		["Ahmad Fauzi", "Ahmad Fauzi Rahman"],
	])("%s and %s may be one person's", (one, other) => {
		expect(similarNames(one, other)).toBe(true);
	});
	it.each([
		["Sari Utami", "Dewi Lestari"],
		["Budi Santoso", "Budi Hartono"],
		["Ani", "Ina"],
	])("%s and %s are two people's", (one, other) => {
		expect(similarNames(one, other)).toBe(false);
	});
});
