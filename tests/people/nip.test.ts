import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupIdentifier, maskIdentifier, normaliseNumber, parseEmployeeNumber } from "#app/people/nip.ts";

const TODAY = "2026-11-24";
const parse = (typed: string) => parseEmployeeNumber(typed, TODAY);

describe("an employee number", () => {
	it.each([
		["199001012015011001", "NIP"],
		["19900101 201501 1 001", "NIP"],
		["'19900101.201501.2.999", "NIP"],
		["199001012023211001", "NI_PPPK"],
		["199001012026121001", "NIP"],
		["199001012027021001", "NIP"],
	])("%s is a %s", (typed, kind) => {
		expect(parse(typed)).toEqual({ ok: true, number: { kind, value: normaliseNumber(typed) } });
	});

	it.each([
		["", "length"],
		["1990010120150110011", "length"],
		["1,99001012015011E+17", "scientific"],
		["1.99001E+17", "scientific"],
		["199002302015011001", "birthDate"],
		["193901012015011001", "birthDate"],
		["201501012026011001", "birthDate"],
		["199001012007011001", "appointment"],
		["199001012027031001", "appointment"],
		["199001012015001001", "appointment"],
		["199001012015131001", "contract"],
		["199001012015201001", "contract"],
		["199001012015013001", "sex"],
		["199001012015011000", "serial"],
		["199001012028211001", "appointment"],
	])("%s is refused for its %s", (typed, problem) => {
		expect(parse(typed)).toEqual({ ok: false, problem });
	});

	it("never throws, and never accepts what is not 18 digits", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (typed) => {
				const parsed = parse(typed);
				if (parsed.ok) expect(parsed.number.value).toMatch(/^\d{18}$/);
			}),
		);
	});

	it("is shown in groups, and masked to its serial", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{18}$/), (value) => {
				expect(normaliseNumber(groupIdentifier(value))).toBe(value);
				expect(maskIdentifier(value)).toBe(`•••••••• •••••• • ${value.slice(-3)}`);
			}),
		);
		expect(maskIdentifier("nama@contoh.test")).toBe("•••");
	});
});
