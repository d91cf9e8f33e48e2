import "../support/mdxWorker.ts";
import { afterAll, describe, expect, test } from "vitest";
import { compileLesson, stopCompiler } from "../../app/mdx/compile.server.ts";
import { goodLesson } from "./goodLesson.ts";

afterAll(stopCompiler);
const context = { lessonSlugs: ["kata-sandi"], mediaNames: ["surel.svg"] };

async function compiled(source: string, lang: "id" | "en" = "id") {
	const result = await compileLesson(source, { lang, context });
	if ("findings" in result) throw new Error(JSON.stringify(result.findings, null, 1));
	return result;
}

describe("a good lesson", () => {
	test("compiles to HTML with its keys apart", async () => {
		const started = performance.now();
		const lesson = await compiled(goodLesson);
		const cold = performance.now() - started;
		await compiled(goodLesson);
		console.info(
			`compile: first ${Math.round(cold)} ms, next ${Math.round(performance.now() - started - cold)} ms`,
		);
		expect(lesson.checks.map(({ id, kind }) => [id, kind])).toEqual([
			["c1", "check"],
			["c2", "check"],
			["p1", "practice"],
		]);
		expect(lesson.html).not.toMatch(/UMPANBALIK|correct="|answer="|feedback="/);
		expect(lesson.html).toContain('name="choice.1"');
		expect(lesson.html).toContain('<form method="post" action="#c1"');
		expect(lesson.html).toContain("<ol>");
		expect(lesson.html).toContain("<table");
		expect(lesson.html).not.toMatch(/<label>[\s\S]*?<p>[\s\S]*?<\/label>/);
		expect(lesson.headings).toEqual([{ id: "b-satu-gagasan", depth: 2, text: "Satu gagasan" }]);
		expect(lesson.words).toBeGreaterThan(20);
	});

	test("speaks the language that it is rendered in", async () => {
		expect((await compiled(goodLesson, "en")).html).toMatch(/[Cc]heck/);
	});
});

describe("limits", () => {
	test("a document that takes too long ends its thread while other work goes on", async () => {
		const heavy = "*a **b ".repeat(18_000);
		const gaps: number[] = [];
		let before = performance.now();
		const timer = setInterval(() => {
			gaps.push(performance.now() - before);
			before = performance.now();
		}, 10);
		const result = await compileLesson(heavy, { lang: "id" }, { timeoutMs: 400 });
		clearInterval(timer);
		expect("findings" in result && result.findings[0]?.code).toBe("too-complex");
		expect(Math.max(...gaps)).toBeLessThan(1_000);
		expect((await compiled(goodLesson)).html).toContain('class="desk"');
	});

	test("too many at once are refused with a word", async () => {
		const results = await Promise.all(Array.from({ length: 40 }, () => compileLesson("{1}", { lang: "id" })));
		const codes = results.map((result) => ("findings" in result ? result.findings[0]?.code : null));
		expect(new Set(codes)).toEqual(new Set(["expression", "busy"]));
	});
});
