import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Item, type ItemOf, itemSchema } from "#app/assessment/item.ts";
import { readNationalBank } from "#app/assessment/nationalBank.server.ts";
import { type Competence, parseCompetences } from "#app/catalog/competences.ts";

const framework = path.resolve(import.meta.dirname, "../../content/framework");
const competences: Competence[] = parseCompetences(
	readFileSync(path.join(framework, "competences.yaml"), "utf8"),
).competences;
const read = (domain: string): Item[] =>
	parse(readFileSync(path.join(framework, `placement/${domain}.yaml`), "utf8")).items.map((raw: unknown) =>
		itemSchema.parse(raw),
	);

/** The levels that role targets ask of each domain (content/framework/competences.yaml). */
const wanted = { D1: [1, 2, 3], D2: [1, 2, 3], D3: [1, 2, 3], D4: [1, 2, 3], D5: [1, 2, 3] };
const banks = new Map(Object.keys(wanted).map((domain) => [domain, read(domain)]));
const items = [...banks.values()].flat();
const singles = items.filter((item): item is ItemOf<"single"> => item.type === "single");

/** In logits, by level: what README.md of the bank allows an author to estimate. */
const difficulties: Record<number, [number, number]> = { 1: [-2.2, -0.4], 2: [-0.8, 0.9], 3: [0.5, 2.2] };
/** 99.9% point of chi-square with three degrees of freedom: four positions of a key. */
const CHI_SQUARE_LIMIT = 16.27;

const options = (item: Item) => ("options" in item ? item.options : []);
const pairs = (item: Item) => ("pairs" in item ? item.pairs : []);
const spoken = (item: Item) => [
	item.stem,
	item.rationale ?? "",
	...options(item).flatMap(({ text, feedback }) => [text, feedback ?? ""]),
	...pairs(item).flatMap(({ left, right, feedback }) => [left, right, feedback ?? ""]),
];
const within = (value: number | undefined, [from, to]: [number, number]) =>
	value !== undefined && value >= from && value <= to;
const codes = (list: Item[]) => list.map(({ code }) => code);

describe("the national placement bank", () => {
	it.each(Object.entries(wanted))(
		"of %s has enough items for each competence and level",
		(domain, levels) => {
			const bank = banks.get(domain) ?? [];
			expect(bank.length).toBeGreaterThanOrEqual(26);
			for (const { code } of competences.filter((one) => one.domain === domain)) {
				expect(bank.filter(({ competence }) => competence === code).length, code).toBeGreaterThanOrEqual(4);
			}
			for (const level of levels) {
				expect(bank.filter((item) => item.level === level).length, `${level}`).toBeGreaterThanOrEqual(4);
			}
			expect(bank.every(({ competence }) => competence.startsWith(`${domain}.`))).toBe(true);
		},
	);

	it("is read whole by the site, without a problem", () => {
		const read = readNationalBank(path.join(framework, "placement"));
		expect(read.problems).toEqual([]);
		expect(codes(read.items).sort()).toEqual(codes(items).sort());
	});

	it("covers all 23 competences", () => {
		expect(new Set(items.map(({ competence }) => competence))).toEqual(
			new Set(competences.map(({ code }) => code)),
		);
	});

	it("names every item once, and after its competence", () => {
		expect(new Set(codes(items)).size).toBe(items.length);
		const named = (item: Item) =>
			item.code.startsWith(`n-${item.competence.toLowerCase().replace(".", "")}-`);
		expect(codes(items.filter((item) => !named(item)))).toEqual([]);
	});

	it("carries source, leak risk, rationale and the author's estimates with every item", () => {
		const sound = (item: Item) =>
			item.source !== undefined &&
			item.leakRisk !== undefined &&
			item.rationale !== undefined &&
			within(item.difficulty, difficulties[item.level] ?? [0, 0]) &&
			within(item.discrimination, [0.8, 1.8]);
		expect(codes(items.filter((item) => !sound(item)))).toEqual([]);
		expect(new Set(items.map(({ discrimination }) => discrimination)).size).toBeGreaterThan(6);
	});

	it("answers every choice with a reason of its own", () => {
		const silent = items.filter((item) =>
			[...options(item), ...pairs(item)].some(({ feedback }) => feedback === undefined),
		);
		expect(codes(silent)).toEqual([]);
		const repeating = items.filter(
			(item) => new Set(options(item).map(({ feedback }) => feedback)).size < options(item).length,
		);
		expect(codes(repeating)).toEqual([]);
	});

	it("has two or more variants of each prototype, of one competence and level", () => {
		for (const name of new Set(items.flatMap(({ prototype }) => prototype ?? []))) {
			const variants = items.filter(({ prototype }) => prototype === name);
			expect(variants.length, name).toBeGreaterThanOrEqual(2);
			expect(new Set(variants.map(({ competence, level }) => `${competence} ${level}`)).size, name).toBe(1);
		}
	});
});

describe("the wording of the national placement bank", () => {
	it("gives no cue by where the key stands or how long it is", () => {
		expect(singles.every((item) => item.options.length === 4)).toBe(true);
		const at = [0, 1, 2, 3].map(
			(place) => singles.filter((item) => item.options[place]?.correct === true).length,
		);
		const even = singles.length / 4;
		const chiSquare = at.reduce((sum, n) => sum + (n - even) ** 2 / even, 0);
		expect(chiSquare).toBeLessThan(CHI_SQUARE_LIMIT);
		const longest = singles.filter((item) => {
			const key = item.options.find(({ correct }) => correct)?.text.length ?? 0;
			return item.options.every(({ correct, text }) => correct || text.length < key);
		});
		expect(longest.length / singles.length).toBeLessThanOrEqual(0.35);
	});

	it("does not tell the key by its length of thought: two steps, or absolute words", () => {
		const share = (list: string[], pattern: RegExp) =>
			list.filter((text) => pattern.test(text)).length / list.length;
		const texts = (right: boolean) =>
			singles.flatMap((item) =>
				item.options.filter(({ correct }) => correct === right).map(({ text }) => text),
			);
		const cues = [/, lalu | dan /, /\b(semua|setiap|seluruh|selalu|pasti|hanya)\b/i];
		for (const cue of cues) {
			expect(Math.abs(share(texts(true), cue) - share(texts(false), cue)), `${cue}`).toBeLessThan(0.12);
		}
	});

	it("has options of like length", () => {
		const ragged = singles.filter(({ options: all }) => {
			const lengths = all.map(({ text }) => text.length);
			return Math.max(...lengths) > 40 && Math.max(...lengths) > 1.7 * Math.min(...lengths);
		});
		expect(codes(ragged)).toEqual([]);
	});

	it("asks plainly: no exclamation, no trap, nothing that covers all the others", () => {
		const traps =
			/(?<!SP4N-LAPOR)!|(semua|seluruh) (jawaban|pilihan)|(benar|salah) semua|kecuali|\bTIDAK\b|BUKAN/;
		expect(codes(items.filter((item) => spoken(item).some((text) => traps.test(text))))).toEqual([]);
		const asked = (item: Item) => (item.type === "matching" ? /\.$/ : /\?$/).test(item.stem);
		expect(codes(items.filter((item) => !asked(item)))).toEqual([]);
	});
});
