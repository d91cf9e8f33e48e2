import fc from "fast-check";
import { expect, it } from "vitest";
import { asLetters, newCode } from "#app/access/accountKey.ts";

it("a code is read the same however it is written", () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
			const code = newCode(() => bytes);
			const letters = asLetters(code);
			expect(letters).toHaveLength(16);
			expect(asLetters(code.toLowerCase().replaceAll("-", " "))).toBe(letters);
			expect(asLetters(code.replaceAll("0", "O").replaceAll("1", "I"))).toBe(letters);
		}),
	);
});

it("two codes are not the same", () => {
	expect(newCode()).not.toBe(newCode());
});
