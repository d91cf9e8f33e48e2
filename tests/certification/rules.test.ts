import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asCode, newCode } from "#app/certification/code.ts";
import { certificateNumber, courseCode, DEFAULT_SCHEME, schemeFault } from "#app/certification/number.ts";
import { inWords } from "#app/certification/words.ts";

describe("a certificate's number", () => {
	it("follows the pattern", () => {
		const parts = {
			sequence: 12,
			course: courseCode("keamanan-siber"),
			issuer: "K-PANRB",
			month: 11,
			year: 2026,
		};
		expect(certificateNumber(parts)).toBe("000012/KS/K-PANRB/XI/2026");
		expect(courseCode("srikandi")).toBe("SRIK");
	});

	it("refuses a sequence or month that cannot be", () => {
		const parts = { sequence: 0, course: "A", issuer: "B", month: 1, year: 2026 };
		expect(() => certificateNumber(parts)).toThrow(RangeError);
		expect(() => certificateNumber({ ...parts, sequence: 1, month: 13 })).toThrow(RangeError);
	});
});

describe("a scheme of numbers", () => {
	const parts = { sequence: 7, course: "KS", issuer: "3204", month: 11, year: 2026 };

	it.each([
		[DEFAULT_SCHEME, "000007/KS/3204/XI/2026"],
		["{tahun}/{instansi}/{urut}", "2026/3204/000007"],
		["BKPSDM-{urut}.{kursus}-{instansi}/{bulan}/{tahun}", "BKPSDM-000007.KS-3204/XI/2026"],
	])("%s gives %s", (scheme, number) => {
		expect(schemeFault(scheme)).toBeNull();
		expect(certificateNumber(parts, scheme)).toBe(number);
	});

	it.each([
		["", "form"],
		["{urut}{instansi}/{tahun}", "form"],
		["{urut}/{instansi}/{tahun}/", "form"],
		["{urut}/{nip}/{instansi}/{tahun}", "form"],
		["{urut}/<b>/{instansi}/{tahun}", "form"],
		["{urut}/{tahun}", "needed"],
		["{urut}/{instansi}/{tahun}/{urut}", "twice"],
		[`{urut}/{instansi}/{tahun}/${"A".repeat(80)}`, "long"],
	])("%s is refused: %s", (scheme, fault) => {
		expect(schemeFault(scheme)).toBe(fault);
	});

	it("without a fault gives no two certificates of an agency one number", () => {
		const separator = fc.constantFrom("/", ".", "-");
		const scheme = fc
			.tuple(
				fc.shuffledSubarray(["{kursus}", "{bulan}", "SK"]),
				fc.array(separator, { minLength: 6, maxLength: 6 }),
			)
			.chain(([more, separators]) =>
				fc
					.shuffledSubarray(["{urut}", "{instansi}", "{tahun}", ...more], { minLength: 3 + more.length })
					.map((all) => all.map((one, index) => (index ? separators[index - 1] : "") + one).join("")),
			);
		const some = fc.record({
			sequence: fc.integer({ min: 1, max: 2_000_000 }),
			course: fc.constantFrom("KS", "SRIK", "7"),
			issuer: fc.constant("3204"),
			month: fc.integer({ min: 1, max: 12 }),
			year: fc.integer({ min: 2024, max: 2030 }),
		});
		fc.assert(
			fc.property(scheme, some, some, (text, one, other) => {
				fc.pre(one.sequence !== other.sequence || one.year !== other.year);
				expect(schemeFault(text)).toBeNull();
				expect(certificateNumber(one, text)).not.toBe(certificateNumber(other, text));
			}),
		);
	});
});

describe("hours in words", () => {
	it.each([
		[0, "nol"],
		[4, "empat"],
		[10, "sepuluh"],
		[11, "sebelas"],
		[12, "dua belas"],
		[20, "dua puluh"],
		[45, "empat puluh lima"],
		[100, "seratus"],
		[111, "seratus sebelas"],
		[1000, "seribu"],
		[2026, "dua ribu dua puluh enam"],
		[115_312, "seratus lima belas ribu tiga ratus dua belas"],
	])("%i is %s", (value, words) => {
		expect(inWords(value)).toBe(words);
	});

	it("gives different words to different numbers, without double or trailing spaces", () => {
		const number = fc.integer({ min: 0, max: 999_999 });
		fc.assert(
			fc.property(number, number, (a, b) => {
				expect(inWords(a)).toMatch(/^[a-z]+( [a-z]+)*$/);
				if (a !== b) expect(inWords(a)).not.toBe(inWords(b));
			}),
		);
	});

	it("refuses what it cannot say", () => {
		for (const value of [-1, 1.5, 1_000_000, Number.NaN]) expect(() => inWords(value)).toThrow(RangeError);
	});
});

describe("a certificate's code", () => {
	it("carries 140 bits and survives being typed by hand", () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 28, maxLength: 28 }), (bytes) => {
				const code = newCode(() => bytes);
				expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
				expect(asCode(code)).toBe(code);
				expect(asCode(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `)).toBe(code);
			}),
		);
		expect(newCode()).not.toBe(newCode());
	});

	it("is nothing else", () => {
		for (const typed of ["", "ABC", "U".repeat(28), "ÄÄÄÄ-".repeat(7), `${newCode()}0`])
			expect(asCode(typed)).toBeNull();
	});
});
