import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeAgency } from "#tests/support/make/course.ts";
import { roster } from "#tests/support/make/rosterRuns.ts";
import { importRosterCommand } from "../../../bin/cli/importRoster.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cakap-roster-"));
const file = path.join(folder, "pegawai.csv");
const AGENCY = ["--agency", "3273", "--json"];

afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
	await makeAgency("3273");
	const rows = [
		"NIP BARU;NAMA;EMAIL GOV",
		"198001012005011001;Sari Utami;sari@contoh.go.id",
		"'198101012005011001;Budi Santoso;",
		"1.98609E+17;=HYPERLINK(1);",
	];
	writeFileSync(file, rows.join("\r\n"));
});

/** The command's exit code, and the JSON that it writes to standard output. */
async function ran(...args: string[]) {
	const said: string[] = [];
	const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
	const code = await importRosterCommand.run(args).finally(() => write.mockRestore());
	return { code, said: JSON.parse(said.join("")) };
}

describe("the command for rosters", () => {
	it("compares a damaged file, applies it, knows it again, and undoes it whole", async () => {
		const before = await roster();
		const output = path.join(folder, "ditolak.csv");
		const shown = await ran(file, ...AGENCY, "--refused", output);
		expect(shown).toMatchObject({
			code: 1,
			said: { applied: false, rows: 3, new: 2, changed: 0, absent: 0 },
		});
		expect(shown.said.refused).toMatchObject([
			{ row: 4, column: "NIP BARU" },
			{ row: 4, column: "NAMA" },
		]);
		expect(readFileSync(output, "utf8")).toContain("'=HYPERLINK(1)");
		expect(await roster()).toEqual(before);

		const taken = await ran(file, ...AGENCY, "--apply");
		expect(taken.said).toMatchObject({ applied: true, state: "applied", new: 2 });
		const after = await roster();
		expect(after.people.map(({ name }) => name).sort()).toEqual(["Budi Santoso", "Sari Utami"]);

		const again = await ran(file, ...AGENCY, "--apply");
		expect(again.said).toMatchObject({ refusal: "nothing", same: 2, new: 0 });
		expect(await roster()).toEqual(after);

		const undone = await ran(...AGENCY, "--undo", taken.said.id);
		expect(undone).toMatchObject({ code: 0, said: { state: "undone", touched: [] } });
		expect(await roster()).toEqual(before);
		expect(await ran(...AGENCY, "--undo", taken.said.id)).toMatchObject({
			code: 1,
			said: { refusal: "not-now" },
		});
	});

	it("says why a file as a whole is refused, and how it is called", async () => {
		const empty = path.join(folder, "kosong.csv");
		writeFileSync(empty, "");
		expect(await ran(empty, ...AGENCY, "--apply")).toMatchObject({
			code: 1,
			said: { applied: false, code: "empty" },
		});
		await expect(importRosterCommand.run([file])).rejects.toThrow("Cara pakai");
		await expect(importRosterCommand.run([file, "--agency", "tidak-ada"])).rejects.toThrow("tidak ada");
	});
});
