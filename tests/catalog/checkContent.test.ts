import "../support/mdxWorker.ts";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { checkContentCommand } from "#bin/cli/checkContent.ts";

const content = vi.hoisted(() => ({ folder: "" }));
vi.mock("#app/catalog/contentFolder.server.ts", () => ({ contentFolder: () => content.folder }));

content.folder = mkdtempSync(path.join(os.tmpdir(), "cakap-content-"));
cpSync("content/framework", path.join(content.folder, "framework"), { recursive: true });
mkdirSync(path.join(content.folder, "courses"));
afterAll(() => rmSync(content.folder, { recursive: true, force: true }));

const check = async (...args: string[]) => {
	const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
	const code = await checkContentCommand.run(args);
	const text = said.mock.calls.map(([chunk]) => String(chunk)).join("");
	said.mockRestore();
	return { code, text };
};
const changed = (from: RegExp, to: string) => {
	const file = path.join(content.folder, "framework/placement/D3.yaml");
	writeFileSync(file, readFileSync("content/framework/placement/D3.yaml", "utf8").replace(from, to));
};

it("checks the national bank too, and names file and line in Bahasa", async () => {
	const sound = await check("--json");
	expect(sound.code).toBe(0);
	expect(JSON.parse(sound.text)).toMatchObject({ courses: [], placement: { problems: [] } });
	expect(JSON.parse(sound.text).placement.items).toBeGreaterThanOrEqual(120);

	changed(/level: 1/, "level: 9");
	expect(await check()).toMatchObject({
		code: 1,
		text: expect.stringMatching(/D3\.yaml, baris \d+: .*level/),
	});
	changed(/code: n-d31-02/, "code: n-d31-01");
	expect((await check()).text).toMatch(/D3\.yaml, baris \d+: soal n-d31-01 ada lebih dari sekali/);
	changed(/^items:/m, "items: [");
	expect((await check()).text).toMatch(/D3\.yaml, baris \d+: penulisan YAML tidak terbaca/);
});
