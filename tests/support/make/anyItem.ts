import fc from "fast-check";
import type { Item } from "#app/assessment/item.ts";

/** Letters that formats give a meaning of their own, among ordinary ones. */
const letters = fc.constantFrom(
	..."abc DEF  1290 .,:;#=~{}[]()<>&%*\\/\"'|-_→é漢😀\n\t".split(""),
	"->",
	"//",
	"::",
	"####",
	"<b>",
	"&nbsp;",
	"[html]",
	"{T}",
	"%50%",
	"$CATEGORY:",
	"]]>",
);
const line = fc
	.oneof(
		fc.string({ unit: letters, minLength: 1, maxLength: 40 }),
		fc.constantFrom("Ya", "*", "TRUE", "-> x"),
	)
	.map((text) => text.trim())
	.filter((text) => text !== "");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,39}$/);
const id = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const distinct = <T extends { id: string }>(one: fc.Arbitrary<T>, minLength: number) =>
	fc.uniqueArray(one, { selector: (entry) => entry.id, minLength, maxLength: 6 });

const common = {
	code,
	competence: fc.constantFrom("D1.1", "D3.1", "D5.4"),
	level: fc.integer({ min: 1, max: 4 }),
	stem: line,
	rationale: maybe(line),
	difficulty: maybe(fc.double({ min: -4, max: 4, noNaN: true }).map((n) => n + 0)),
	discrimination: maybe(fc.double({ min: 0.2, max: 3, noNaN: true })),
	source: maybe(line),
	leakRisk: maybe(fc.constantFrom("low" as const, "medium" as const, "high" as const)),
	prototype: maybe(code),
};
const option = fc.record({ id, text: line, correct: fc.boolean(), feedback: maybe(line) });
const feedback = fc.record({ correct: line, wrong: line });
const withOneRight = <T extends { correct: boolean }>(options: T[], right: number) =>
	options.map((one, i) => ({ ...one, correct: i === right % options.length }));
const options = (minLength: number, most: number) =>
	fc
		.tuple(distinct(option, minLength), fc.nat(5), fc.boolean())
		.map(([list, right, plain]) =>
			withOneRight(list.slice(0, most), right).map((one, i) =>
				plain ? { ...one, id: "abcdef"[i] ?? "" } : one,
			),
		);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0);

const single = fc.record({ ...common, type: fc.constant("single" as const), options: options(2, 6) });
const multiple = fc.record({
	...common,
	type: fc.constant("multiple" as const),
	options: distinct(option, 2).filter((list) => list.some(({ correct }) => correct)),
});
const truefalse = fc.record({
	...common,
	type: fc.constant("truefalse" as const),
	options: fc.oneof(
		options(2, 2),
		fc.tuple(fc.boolean(), maybe(line), maybe(line)).map(([yes, a, b]) => [
			{ id: "benar", text: "Benar", correct: yes, feedback: a },
			{ id: "salah", text: "Salah", correct: !yes, feedback: b },
		]),
	),
});
const matching = fc.record({
	...common,
	type: fc.constant("matching" as const),
	pairs: distinct(fc.record({ id, left: line, right: line, feedback: maybe(line) }), 2),
	distractors: fc.array(line, { maxLength: 3 }),
});
const numeric = fc.record({
	...common,
	type: fc.constant("numeric" as const),
	answer: number,
	tolerance: number.map(Math.abs),
	unit: maybe(fc.constantFrom("MB", "%", "m/s", "Rp", "")),
	feedback,
});
const text = fc.record({
	...common,
	type: fc.constant("text" as const),
	accept: fc.array(line, { minLength: 1, maxLength: 4 }),
	feedback,
});

const known = JSON.stringify;
/** Any item; absent fields are absent, as in a parsed one. */
export const anyItem: fc.Arbitrary<Item> = fc
	.oneof(single, multiple, truefalse, matching, numeric, text)
	.map((item) => JSON.parse(known(item)) as Item);
