import fc from "fast-check";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { ITEM_MAX } from "#app/assessment/items/points.ts";

/** Letters that formats give a meaning of their own, among ordinary ones. */
const letter = fc.constantFrom(
	..."abc DEF  1290 .,:;#=~{}[]()<>&%*\\/\"'|-_→é漢😀\n\t",
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
	"[[1]]",
	"{1:SA:=x}",
	"&#39;",
	"  ",
);
/** Seldom half a pair, which no format can hold. */
const letters = fc.oneof(
	{ arbitrary: letter, weight: 2000 },
	{ arbitrary: fc.constant("\ud800"), weight: 1 },
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
	pictures: fc.option(
		fc.array(fc.record({ image: fc.constantFrom("media/a.png", "media/b_2.webp"), alt: line }), {
			minLength: 1,
			maxLength: 4,
		}),
		{ nil: undefined, freq: 3 },
	),
};
const correction = maybe(fc.constant(true));
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

const single = fc.record({
	...common,
	correction,
	type: fc.constant("single" as const),
	options: options(2, 6),
});
const multiple = fc.record({
	...common,
	correction,
	type: fc.constant("multiple" as const),
	options: distinct(option, 2).filter((list) => list.some(({ correct }) => correct)),
});
const truefalse = fc.record({
	...common,
	correction,
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
	units: maybe(
		fc
			.tuple(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.boolean(), line)
			.map(([factor, wrong, name]) => [
				{ unit: `a${name.slice(0, 30)}`.trim(), factor },
				{ unit: "MB", factor: 1 },
				...(wrong ? [{ unit: "Mbps" }] : []),
			]),
	),
	feedback,
});
const text = fc.record({
	...common,
	type: fc.constant("text" as const),
	accept: fc.array(line, { minLength: 1, maxLength: 4 }),
	feedback,
});

const ordering = fc.record({
	...common,
	type: fc.constant("ordering" as const),
	elements: distinct(fc.record({ id, text: line }), 2),
	feedback: maybe(feedback),
});
/** Lines with gaps between them, in an order of their own. */
const gapped = <G extends { id: string }>(gap: fc.Arbitrary<G>) =>
	distinct(gap, 1).chain((gaps) =>
		fc.record({
			gaps: fc.shuffledSubarray(gaps, { minLength: gaps.length }),
			text: fc
				.array(maybe(line), { minLength: gaps.length + 1, maxLength: gaps.length + 1 })
				.map((around) =>
					around.map((part, i) => `${part ?? ""}${gaps[i] ? `[[${gaps[i].id}]]` : ""}`).join(""),
				),
		}),
	);
const gaptext = fc
	.tuple(
		fc.record({ ...common, type: fc.constant("gaptext" as const) }),
		gapped(fc.record({ id, accept: fc.array(line, { minLength: 1, maxLength: 3 }), feedback: maybe(line) })),
	)
	.map(([head, parts]) => ({ ...head, ...parts }));
const gapchoice = fc
	.tuple(
		fc.record({
			...common,
			type: fc.constant("gapchoice" as const),
			choices: fc.array(line, { minLength: 1, maxLength: 4 }),
		}),
		gapped(
			fc.record({
				id,
				own: maybe(fc.array(line, { minLength: 2, maxLength: 3 })),
				seed: fc.nat(3),
				feedback: maybe(line),
			}),
		),
	)
	.map(([head, { text: words, gaps }]) => ({
		...head,
		text: words,
		gaps: gaps.map(({ id: name, own, seed, feedback: said }) => {
			const from = own ?? head.choices;
			return { id: name, right: from[seed % from.length], choices: own, feedback: said };
		}),
	}));
const classification = fc
	.record({
		...common,
		type: fc.constant("classification" as const),
		columns: distinct(fc.record({ id, text: line }), 2).map((list) => list.slice(0, 5)),
		rows: distinct(fc.record({ id, text: line, seed: fc.nat(4), feedback: maybe(line) }), 2),
	})
	.map(({ rows, ...rest }) => ({
		...rest,
		rows: rows.map(({ seed, ...row }) => ({ ...row, column: rest.columns[seed % rest.columns.length]?.id })),
	}));
const essay = fc.record({
	...common,
	type: fc.constant("essay" as const),
	rubric: distinct(fc.record({ id, text: line, low: line, high: line }), 1).map((list) =>
		list.map(({ id: name, text: words, low, high }, i) => ({
			id: name,
			text: words,
			levels: [
				{ points: 0, text: low },
				{ points: i === 0 ? ITEM_MAX - (list.length - 1) * 10 : 10, text: high },
			],
		})),
	),
});

const known = JSON.stringify;
/** Any item of those types; absent fields are absent, as in a parsed one. */
const sound = (arbitrary: fc.Arbitrary<object>): fc.Arbitrary<Item> =>
	arbitrary
		.map((item) => itemSchema.safeParse(JSON.parse(known(item))))
		.filter(({ success }) => success)
		.map(({ data }) => data as Item);

export const anyItemOf = {
	single: sound(single),
	multiple: sound(multiple),
	truefalse: sound(truefalse),
	matching: sound(matching),
	numeric: sound(numeric),
	text: sound(text),
	ordering: sound(ordering),
	gaptext: sound(gaptext),
	gapchoice: sound(gapchoice),
	classification: sound(classification),
	essay: sound(essay),
};
export const anyItem: fc.Arbitrary<Item> = fc.oneof(...Object.values(anyItemOf));
