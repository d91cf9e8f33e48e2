import "../support/mdxWorker.ts";
import { afterAll, describe, expect, it } from "vitest";
import { compileLesson, stopCompiler } from "#app/mdx/compile.server.ts";
import { hostile } from "./hostile.ts";

afterAll(stopCompiler);
const context = { lessonSlugs: ["kata-sandi"], mediaNames: ["a.svg", "b.svg"] };

describe("a hostile document", () => {
	it("is one of at least sixty", () => {
		expect(hostile.length).toBeGreaterThanOrEqual(60);
		expect(new Set(hostile.map(({ source }) => source)).size).toBe(hostile.length);
	});

	it.each(hostile)("is refused: $name ($code)", async ({ code, line, source }) => {
		const result = await compileLesson(source, { lang: "id", context });
		if (!("findings" in result)) throw new Error(`compiled to ${result.html}`);
		const found = result.findings.find((finding) => finding.code === code);
		expect(result.findings.map((finding) => finding.code)).toContain(code);
		if (line !== null) expect(found?.line).toBe(line);
		for (const { message, mend } of result.findings) {
			expect(message.id.length).toBeGreaterThan(10);
			expect(mend.id.length).toBeGreaterThan(10);
			expect(message.id).not.toBe(message.en);
		}
	});
});
