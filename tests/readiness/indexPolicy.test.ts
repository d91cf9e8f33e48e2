import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bandOf, parseIndexPolicy, policyAt } from "#app/readiness/indexPolicy.ts";
import { SMALLEST_SHOWN } from "#app/readiness/suppress.ts";

const name = "readiness-index-2026-01-01.yaml";
const text = readFileSync(path.resolve(import.meta.dirname, "../../content/framework/policy", name), "utf8");
const policy = parseIndexPolicy(text, name);

describe("the index policy", () => {
	it("is in force from its file's day, not before", () => {
		expect(name).toBe(`readiness-index-${policy.validFrom}.yaml`);
		expect(policyAt([policy], "2025-12-31")).toBeNull();
		expect(policyAt([policy], "2026-11-24")).toBe(policy);
		const next = { ...policy, validFrom: "2027-01-01" };
		expect(policyAt([next, policy], "2026-12-31")).toBe(policy);
		expect(policyAt([next, policy], "2027-01-01")).toBe(next);
	});

	it("weighs five components to 100 and says that it is not official", () => {
		expect(policy.components.map(({ code, weight }) => [code, weight])).toEqual([
			["A", 15],
			["B", 35],
			["C", 20],
			["D", 15],
			["E", 15],
		]);
		expect(policy.label.id).toContain("bukan nilai resmi");
	});

	it("suppresses where the dashboards do", () => {
		expect(policy.suppressBelow).toBe(SMALLEST_SHOWN);
	});

	it.each([
		[0, "Merintis"],
		[39.9, "Merintis"],
		[40, "Membangun"],
		[74.9, "Berkembang"],
		[75, "Melembaga"],
		[100, "Unggul"],
	])("calls %d %s", (index, word) => {
		expect(bandOf(policy, index).id).toBe(word);
	});
});

describe("a broken policy file is refused", () => {
	it.each([
		["weights that are not 100", "weight: 35", "weight: 36", /components: bobot harus berjumlah 100/],
		["a component left out", "code: E", "code: A", /harus A, B, C, D, E/],
		["bands that fall", "from: 60", "from: 30", /batas sebutan harus menaik/],
		["bands that leave a gap", "from: 0,", "from: 5,", /harus mulai dari 0/],
		["a number in words", "suppressBelow: 10", "suppressBelow: sepuluh", /suppressBelow/],
	])("%s", (_, was, is, message) => {
		expect(() => parseIndexPolicy(text.replace(was, is), name)).toThrow(message);
	});
});
