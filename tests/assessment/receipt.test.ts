import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Receipt, readReceipt, writeReceipt } from "#app/assessment/receipt.ts";

function newKey() {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	return { privateKey, publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64") };
}
const key = newKey();
const isKnown = (one: string) => one === key.publicKey;
const head: Receipt["head"] = {
	kind: "cakap-receipt",
	version: 1,
	...{ attempt: "t", enrolment: "e", person: "p", agency: "a", courseVersion: "v", number: 1 },
	...{ startedAt: 1000, deadlineAt: 9000, lateWindowMs: 60_000, submittedAt: 8000, closedAt: 8000 },
	items: [{ position: 1, item: "i", order: ["b", "a"] }],
};
const answers = [1, 2, 3].map((number) => ({
	kind: "answer" as const,
	position: 1,
	value: number === 2 ? null : number === 3 ? { pairs: { 2: "dua", 1: "satu" } } : { chosen: ["a"] },
	device: "aaaaaaaa",
	number,
	...{ heardAt: 1000, elapsedMs: number, givenAt: 1000 + number, receivedAt: 2000 },
}));
const text = writeReceipt({ head, answers }, key);

describe("a receipt", () => {
	it("is read back as it was written", () => {
		expect(readReceipt(text, isKnown)).toEqual({ head, answers, key: key.publicKey });
		expect(writeReceipt({ head, answers }, key)).toBe(text);
	});

	it("is refused when any one character of it is another", () => {
		fc.assert(
			fc.property(fc.nat({ max: text.length - 2 }), fc.constantFrom("0", "x", " ", "}", "\n"), (at, sign) => {
				const changed = text.slice(0, at) + sign + text.slice(at + 1);
				if (changed !== text) expect(readReceipt(changed, isKnown)).toHaveProperty("reason");
			}),
			{ numRuns: 500 },
		);
	});

	it("is refused with a line taken out, put twice or cut off", () => {
		const lines = text.trimEnd().split("\n");
		for (let n = 0; n < lines.length; n++) {
			const without = lines.filter((_, index) => index !== n).join("\n");
			expect(readReceipt(without, isKnown)).toHaveProperty("reason");
			expect(readReceipt(lines.slice(0, n).join("\n"), isKnown)).toHaveProperty("reason");
			const twice = [...lines.slice(0, n), lines[n], ...lines.slice(n)].join("\n");
			expect(readReceipt(twice, isKnown)).toHaveProperty("reason");
		}
	});

	it("of another installation is told apart from a changed one", () => {
		expect(readReceipt(writeReceipt({ head, answers }, newKey()), isKnown)).toEqual({
			reason: "foreign",
			line: 5,
		});
		expect(readReceipt("bukan berkas", isKnown)).toEqual({ reason: "unreadable", line: 1 });
		const other = text.replace('"chosen":["a"]', '"chosen":["b"]');
		expect(readReceipt(other, isKnown)).toEqual({ reason: "changed", line: 2 });
	});
});
