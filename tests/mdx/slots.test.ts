import "../support/mdxWorker.ts";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { compileLesson, rendererVersion, stopCompiler } from "#app/mdx/compile.server.ts";
import { grade } from "#app/mdx/grade.ts";
import type { CheckKey } from "#app/mdx/keys.ts";
import { fillSlots, type SlotValues } from "#app/mdx/slots.ts";
import { goodLesson } from "./goodLesson.ts";

afterAll(stopCompiler);

async function good() {
	const result = await compileLesson(goodLesson, { lang: "id" });
	if ("findings" in result) throw new Error(JSON.stringify(result.findings));
	return result;
}

const values = (checks: SlotValues["checks"] = {}): SlotValues => ({
	lang: "id",
	checks,
	media: (name) => `/media/abc/${name.slice("media/".length)}`,
});

function answered(keys: readonly CheckKey[], id: string, chosen: string[]) {
	const key = keys.find((one) => one.id === id);
	const graded = key && grade(key, chosen);
	if (!graded) throw new Error(`nothing known in ${chosen}`);
	return { [id]: graded };
}

describe("a lesson's page", () => {
	it("before any answer says nothing of keys, and holds no slot", async () => {
		const { html } = await good();
		const page = fillSlots(html, values());
		expect(page).not.toMatch(/UMPANBALIK|cakap-|checked|Benar|Belum tepat/);
		expect(page).toContain('src="/media/abc/surel.svg"');
		expect(page.match(/Periksa jawaban/g)).toHaveLength(3);
	});

	it("says what belongs to the chosen options only", async () => {
		const { html, checks } = await good();
		const page = fillSlots(html, values(answered(checks, "c1", ["1"])));
		expect(page).toContain("UMPANBALIK-B");
		expect(page).not.toMatch(/UMPANBALIK-[ACDEFG]/);
		expect(page.match(/ checked/g)).toHaveLength(1);
		expect(page).toContain("Belum tepat");
	});

	it("marks the choice of each case, whatever signs it is written with", async () => {
		const source = `<Practice id="p" look="plain" title="a" choices="Baik &amp; benar | &lt;b&gt; &quot;x&quot;">
<Case title="a" answer="Baik &amp; benar" feedback="f">c</Case>
</Practice>
`;
		const compiled = await compileLesson(source, { lang: "id" });
		if ("findings" in compiled) throw new Error(JSON.stringify(compiled.findings));
		for (const choice of ["Baik & benar", '<b> "x"']) {
			const page = fillSlots(compiled.html, values(answered(compiled.checks, "p", [`0=${choice}`])));
			expect(page.match(/ checked/g)).toHaveLength(1);
			expect(page.includes("Semua tepat")).toBe(choice === "Baik & benar");
		}
	});

	it("writes feedback as text, never as HTML or as another slot", () => {
		const slot = '<cakap-slot data-name="c:0"></cakap-slot>';
		const someText = fc.oneof(
			fc.string(),
			fc.constantFrom("<script>", slot, "cakap-media:media/x.svg", "$&"),
		);
		fc.assert(
			fc.property(someText, (text) => {
				const said = { chosen: ["0"], correct: false, feedback: [{ value: "0", correct: false, text }] };
				const page = fillSlots(`<p>${slot}</p>`, values({ c: said }));
				const inside = page.slice(page.indexOf("</strong>") + 9, page.lastIndexOf("</span>"));
				expect(inside).not.toMatch(/[<>"']/);
				expect(inside.trimStart().replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(
					text.trimStart(),
				);
			}),
		);
	});

	it("is cached under a name that changes with the worker", () => {
		expect(rendererVersion()).toMatch(/^[0-9a-f]{16}$/);
	});
});

const someKey: fc.Arbitrary<Extract<CheckKey, { kind: "check" }>> = fc.record({
	kind: fc.constant("check" as const),
	id: fc.constant("c"),
	type: fc.constantFrom("single" as const, "multiple" as const, "truefalse" as const),
	options: fc.array(fc.record({ correct: fc.boolean(), feedback: fc.string() }), {
		minLength: 2,
		maxLength: 6,
	}),
});

describe("grading", () => {
	it("is right exactly when all right options and no other are chosen", () => {
		fc.assert(
			fc.property(someKey, fc.array(fc.nat(7).map(String)), (key, given) => {
				const graded = grade(key, given);
				const known = key.options.map((_, index) => String(index)).filter((value) => given.includes(value));
				expect(graded === null).toBe(known.length === 0);
				if (known.length === 0) return;
				const chosen = key.type === "multiple" ? known : known.slice(0, 1);
				const right = key.options.flatMap(({ correct }, index) => (correct ? [String(index)] : []));
				expect(graded?.chosen).toEqual(chosen);
				expect(graded?.correct).toBe(JSON.stringify(chosen) === JSON.stringify(right));
				expect(graded?.feedback.map(({ value }) => value)).toEqual(chosen);
			}),
		);
	});

	it("of a practice needs every case, and knows no choice but its own", () => {
		const key: CheckKey = {
			kind: "practice",
			id: "p",
			choices: ["Aman", "Phishing"],
			cases: [
				{ answer: "Aman", feedback: "a" },
				{ answer: "Phishing", feedback: "b" },
			],
		};
		expect(grade(key, ["0=Aman"])).toMatchObject({ correct: false, chosen: ["0=Aman"] });
		expect(grade(key, ["0=Aman", "1=Phishing"])?.correct).toBe(true);
		expect(grade(key, ["0=Lain", "7=Aman", "x"])).toBeNull();
	});
});
