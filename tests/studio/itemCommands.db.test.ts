import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bankOfCourse } from "#app/studio/exchange/bankOfCourse.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { makeAgency, makeCourse } from "#tests/support/make/course.ts";
import { exportItemsCommand, importItemsCommand } from "../../bin/cli/items.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cakap-items-"));
const inFolder = (name: string) => path.join(folder, name);
const COURSE = ["--course", "kursus-perintah", "--json"];
const MOODLE = ["--format", "moodle-xml", ...COURSE];

afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
	await makeCourse(await makeAgency("3273"), "kursus-perintah");
});

/** A command's exit code, and the JSON that it writes to standard output. */
async function ran(command: typeof importItemsCommand, ...args: string[]) {
	const said: string[] = [];
	const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
	const code = await command.run(args).finally(() => write.mockRestore());
	return { code, said: JSON.parse(said.join("")) };
}

const itemsHeld = async () => (await bankOfCourse("kursus-perintah"))?.items ?? [];

describe("the commands for items", () => {
	it("import after a look, and what they export they find there already", async () => {
		const file = "tests/fixtures/items-exchange/moodle.xml";
		const before = await itemsHeld();
		const shown = await ran(importItemsCommand, file, ...MOODLE);
		expect(shown).toMatchObject({ code: 1, said: { applied: false, counts: { refused: 3 } } });
		expect(await itemsHeld()).toEqual(before);

		const taken = await ran(importItemsCommand, file, ...MOODLE, "--apply");
		expect(taken).toMatchObject({ code: 1, said: { applied: true, written: 5, left: 0 } });
		const after = await itemsHeld();
		expect(after).toHaveLength(before.length + 5);
		expect(after.filter(({ pictures }) => pictures)).toHaveLength(1);
		expect(await db.select().from(auditLog)).toMatchObject([
			{ action: "items.import", actorName: "bin/cakap import-items" },
		]);

		const output = inFolder("bank.xml");
		const left = await ran(exportItemsCommand, ...MOODLE, "--output", output);
		expect(left.said.items.every(({ written }: { written: boolean }) => written)).toBe(true);
		expect(left.code).toBe(0);
		expect(readFileSync(output, "utf8")).toContain('encoding="base64"');
		const again = await ran(importItemsCommand, output, ...MOODLE);
		const counts = { taken: 0, adapted: 0, present: after.length, refused: 0 };
		expect(again).toMatchObject({ code: 0, said: { counts } });
	});

	it("say why a file is refused, and change nothing", async () => {
		const file = inFolder("bom.xml");
		writeFileSync(file, '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>');
		const refused = await ran(importItemsCommand, file, ...MOODLE, "--apply");
		const reason = expect.stringContaining("DOCTYPE");
		expect(refused).toMatchObject({ code: 1, said: { applied: false, refused: { reason, line: 1 } } });
	});
});
