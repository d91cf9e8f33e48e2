import "../support/mdxWorker.ts";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { stopCompiler } from "#app/mdx/compile.server.ts";
import { checkCourse } from "#app/studio/importContent.server.ts";

let folder: string;
beforeEach(() => {
	folder = path.join(mkdtempSync(path.join(os.tmpdir(), "cakap-course-")), "keamanan-siber");
	cpSync("content/courses/keamanan-siber", folder, { recursive: true });
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));
afterAll(stopCompiler);

const change = (file: string, from: string | RegExp, to: string) => {
	const name = path.join(folder, file);
	const text = readFileSync(name, "utf8");
	expect(text).toMatch(from);
	writeFileSync(name, text.replace(from, to));
};
const said = async () =>
	(await checkCourse(folder)).findings.map(({ where, message }) => `${where ?? ""} ${message.id}`);

describe("a course folder", () => {
	it("of ours is sound", async () => {
		expect(await said()).toEqual([]);
	});

	it("with broken YAML is refused with file and line, not with an error", async () => {
		change("course.yaml", /^title:.*$/m, "title: [tidak ditutup");
		const { findings } = await checkCourse(folder);
		expect(findings[0]).toMatchObject({ where: "course.yaml", line: expect.any(Number) });
	});

	it("with a wrong value names its field in Bahasa", async () => {
		change("course.yaml", /^level:.*$/m, "level: 9");
		expect((await said()).join("\n")).toContain("course.yaml Isian level: paling besar 4.");
	});

	it("without its bank, or with a broken item, says so", async () => {
		change("bank.yaml", /type: single/, "type: tebakan");
		expect((await said()).some((text) => /^bank\.yaml/.test(text))).toBe(true);
		rmSync(path.join(folder, "bank.yaml"));
		expect((await said()).length).toBeGreaterThan(0);
	});
});
