import fc from "fast-check";
import { type Item, itemSchema } from "#app/assessment/item.ts";

const base = { code: "soal-1", competence: "D3.1", level: 1, stem: "Pertanyaan?" };
const said = { correct: "Tepat.", wrong: "Belum tepat." };

/** Words that stay themselves when trimmed and folded; distinct ones. */
const word = fc.stringMatching(/^[a-z][a-z0-9 ]{0,8}[a-z0-9]$/);
const ids = (min: number, max: number) =>
	fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,5}$/), { minLength: min, maxLength: max });
const words = (min: number, max: number) => fc.uniqueArray(word, { minLength: min, maxLength: max });
const made = (arbitrary: fc.Arbitrary<object>): fc.Arbitrary<Item> =>
	arbitrary.map((rest) => itemSchema.parse({ ...base, ...rest }));

/** A list with ids; `some` says of each by its index what else it has. */
const list = (names: readonly string[], some: (index: number) => object = () => ({})) =>
	names.map((id, index) => ({ id, text: `teks ${id}`, ...some(index) }));
const at = (index: number, length: number) => ((index % length) + length) % length;

const single = fc
	.record({ names: ids(2, 10), right: fc.nat(), correction: fc.boolean() })
	.map(({ names, right, correction }) => ({
		correction,
		options: list(names, (index) => ({
			correct: index === at(right, names.length),
			feedback: `umpan ${index}`,
		})),
	}));
const several = ids(2, 10).chain((names) =>
	fc.record({ right: fc.subarray(names, { minLength: 1 }), correction: fc.boolean() }).map((one) => ({
		correction: one.correction,
		options: list(names, (index) => ({ correct: one.right.includes(names[index] ?? "") })),
	})),
);
const number = fc
	.double({ min: -1e6, max: 1e6, noNaN: true })
	.map((value) => Math.round(value * 1000) / 1000);
const slots = (names: string[], choices: string[], seed: number) =>
	list(names, (index) => ({ right: [choices[at(seed + index, choices.length)]] }));
const shape = fc.oneof(
	fc.record({
		kind: fc.constant("rect"),
		x: fc.nat(300),
		y: fc.nat(300),
		width: fc.integer({ min: 8, max: 100 }),
		height: fc.integer({ min: 8, max: 100 }),
	}),
	fc.record({
		kind: fc.constant("circle"),
		x: fc.integer({ min: 50, max: 300 }),
		y: fc.integer({ min: 50, max: 300 }),
		radius: fc.integer({ min: 4, max: 50 }),
	}),
);

/** Items of each type as authors might write them. */
export const someItem: { [T in Item["type"]]: fc.Arbitrary<Item> } = {
	single: made(single.map((one) => ({ ...one, type: "single" }))),
	multiple: made(several.map((one) => ({ ...one, type: "multiple" }))),
	truefalse: made(
		fc.boolean().map((right) => ({
			type: "truefalse",
			options: list(["benar", "salah"], (index) => ({ correct: (index === 0) === right })),
		})),
	),
	matching: made(
		fc.record({ names: ids(2, 10), rights: words(2, 10), distractors: words(0, 6) }).map((one) => ({
			type: "matching",
			pairs: one.names.map((id, index) => ({
				id,
				left: `kiri ${id}`,
				right: one.rights[at(index, one.rights.length)],
			})),
			distractors: one.distractors,
		})),
	),
	ordering: made(ids(2, 10).map((names) => ({ type: "ordering", elements: list(names), feedback: said }))),
	numeric: made(
		fc
			.record({ answer: number, tolerance: fc.constantFrom(0, 0.5, 10), withUnits: fc.boolean() })
			.map(({ answer, tolerance, withUnits }) => ({
				type: "numeric",
				answer,
				tolerance,
				feedback: said,
				...(withUnits
					? { units: [{ unit: "GB", factor: 1024 }, { unit: "MB", factor: 1 }, { unit: "Mbps" }] }
					: { unit: "MB" }),
			})),
	),
	text: made(
		fc.oneof(words(1, 5), fc.constant(["@"])).map((accept) => ({ type: "text", accept, feedback: said })),
	),
	gaptext: made(
		fc.record({ names: ids(1, 10), accept: words(1, 3) }).map(({ names, accept }) => ({
			type: "gaptext",
			text: names.map((id) => `sebelum [[${id}]] sesudah`).join(" "),
			gaps: names.map((id) => ({ id, accept })),
		})),
	),
	gapchoice: made(
		fc
			.record({ names: ids(1, 10), options: words(2, 10), seed: fc.nat() })
			.map(({ names, options, seed }) => ({
				type: "gapchoice",
				text: names.map((id) => `[[${id}]]`).join(", "),
				choices: options,
				gaps: names.map((id, index) =>
					index % 2
						? { id, right: "ya", choices: ["ya", "tidak"] }
						: { id, right: options[at(seed + index, options.length)] },
				),
			})),
	),
	classification: made(
		fc.record({ names: ids(2, 12), columns: ids(2, 5), seed: fc.nat() }).map(({ names, columns, seed }) => ({
			type: "classification",
			columns: list(columns),
			rows: list(names, (index) => ({ column: columns[at(seed + index, columns.length)] })),
		})),
	),
	areas: made(
		ids(2, 10).chain((names) =>
			fc.record({ shape, right: fc.subarray(names, { minLength: 1 }) }).map((one) => ({
				type: "areas",
				image: "media/peta.png",
				alt: "Surel dengan beberapa bagian",
				width: 400,
				height: 400,
				many: one.right.length > 1,
				areas: names.map((id) => ({
					id,
					name: `bagian ${id}`,
					shape: one.shape,
					correct: one.right.includes(id),
				})),
			})),
		),
	),
	inbox: made(
		fc.record({ names: ids(1, 8), seed: fc.nat() }).map(({ names, seed }) => ({
			type: "inbox",
			messages: slots(names, ["open", "reply", "report", "delete"], seed).map((one) => ({
				...one,
				from: "a@b.example",
				subject: `perihal ${one.id}`,
				body: "Isi.",
			})),
		})),
	),
	sharing: made(
		fc.record({ names: ids(1, 8), seed: fc.nat() }).map(({ names, seed }) => ({
			type: "sharing",
			document: "Anggaran.xlsx",
			parties: slots(names, ["none", "view", "comment", "edit"], seed).map((one) => ({
				...one,
				name: one.id,
			})),
		})),
	),
	signedfile: made(
		fc.record({ names: ids(1, 6), reasons: ids(2, 8), seed: fc.nat() }).map(({ names, reasons, seed }) => ({
			type: "signedfile",
			reasons: list(reasons),
			files: names.map((id, index) => ({
				id,
				name: `${id}.pdf`,
				facts: [{ label: "Waktu", value: "24 November 2026" }],
				valid: (seed + index) % 2 === 0,
				reason: reasons[at(seed + index, reasons.length)],
			})),
		})),
	),
	essay: made(
		ids(1, 4).map((names) => ({
			type: "essay",
			rubric: names.map((id, index) => ({
				id,
				text: `kriteria ${id}`,
				levels: [
					{ points: 0, text: "Tidak ada." },
					{ points: index === 0 ? 1000 - 100 * (names.length - 1) : 100, text: "Lengkap." },
				],
			})),
		})),
	),
};
