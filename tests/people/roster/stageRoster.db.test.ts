import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createUnit } from "#app/agencies/units.server.ts";
import { csvText } from "#app/http/csv.ts";
import { rosterImportMessages } from "#app/i18n/messages/rosterImport.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { refusedSheet } from "#app/people/roster/refusedRows.server.ts";
import { applyRoster } from "#app/people/roster/rosterActs.server.ts";
import { stageRoster } from "#app/people/roster/stageRoster.server.ts";
import { answerOf } from "#app/routes/instansi.$code.impor.$run._index/act.server.ts";
import { db } from "#db/client.server.ts";
import { people, rosterImports } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import {
	admin,
	applied,
	begin,
	type Cells,
	fileOf,
	roster,
	rowsOf,
	runRow,
	stage,
} from "#tests/support/make/rosterRuns.ts";

let here: string;
let there: string;
let unitId: string;
const post = {
	unitId: null,
	employment: "PNS",
	jobClass: "pelaksana",
	position: "Pengelola",
	grade: "III/a",
} as const;
const add = async (agencyId: string, name: string, value: string) => {
	const identifiers = [{ kind: "NIP" as const, value }];
	const made = await transaction((tx) =>
		createPerson(tx, { name, identifiers, post: { ...post, agencyId }, now: NOW }),
	);
	if (!made) throw new Error("taken");
	return made.personId;
};
const row = (nip: string, name: string, rest: Cells = {}): Cells => ({ nip, name, ...rest });
const SARI = "198001012005011001";
const BUDI = "198101012005011001";
const WATI = "198201012005012001";

beforeAll(async () => {
	here = await makeAgency("3273");
	there = await makeAgency("3204");
	({ unitId } = await transaction((tx) =>
		createUnit(tx, { agencyId: here, code: "U-1", name: "Dinas Uji", now: NOW }),
	));
	await add(here, "Sari Utami", SARI);
	await add(here, "Wati Lestari", WATI);
	await add(there, "Budi Santoso", BUDI);
});

const outcomes = async (runId: string) =>
	(await rowsOf(runId)).map(({ outcome, reason }) => `${outcome} ${reason}`.trim());

describe("the dry run of a roster", () => {
	it("says of each row what applying it would do, and writes nothing but that", async () => {
		const before = await roster();
		const runId = await stage(here, [
			row(SARI, "Sari Utami", { unitId: "U-1", position: "Analis", grade: "III/b" }),
			row(BUDI, "Budi Santoso"),
			row("199001012015011001", "Orang Baru"),
			row("198201012015022001", "Wati Lestary"),
		]);
		expect(await outcomes(runId)).toEqual(["changed", "moved-in elsewhere", "new", "doubtful similar"]);
		expect(await roster()).toEqual(before);
		const [sari, budi] = await rowsOf(runId);
		expect(sari?.changes).toEqual([
			{ field: "unitId", before: "", after: "Dinas Uji" },
			{ field: "position", before: "Pengelola", after: "Analis" },
			{ field: "grade", before: "III/a", after: "III/b" },
		]);
		// What the other agency knows of a person is not shown before the move.
		expect(budi?.changes).toEqual([]);
		expect(budi?.otherAgencyId).toBe(there);
		expect(await runRow(runId)).toMatchObject({
			state: "ready",
			members: 2,
			counts: { changed: 1, doubtful: 1, new: 1, "moved-in": 1 },
		});
	});

	it("marks who is not in the file, asks once more when they are many, and counts a refused row as present", async () => {
		const damaged = {
			kind: "refused",
			code: "scientific",
			field: "employment",
			column: "STATUS CPNS PNS",
			reason: "Rusak.",
			remedy: "",
			from: "x",
			to: null,
		} as const;
		const runId = await stage(here, [row(SARI, "Sari Utami", { findings: [damaged] })]);
		expect(await outcomes(runId)).toEqual(["refused cells", "absent"]);
		const asked = { moves: false, manyAbsent: false };
		const act = { runId, agencyId: here, actor: admin, now: NOW, confirmed: asked };
		expect(await transaction((tx) => applyRoster(tx, act))).toBe("many-absent");
		expect((await runRow(runId))?.state).toBe("ready");
	});

	it("refuses 5,000 rows with one number, and names the rows", async () => {
		const runId = await stage(here, [
			row(SARI, "=HYPERLINK(1)"),
			...Array.from({ length: 5000 }, () => row("199101012015011001", "Orang Sama")),
		]);
		const rows = await rowsOf(runId);
		expect(rows.filter(({ reason }) => reason === "twice")).toHaveLength(5000);
		const sheet = (await refusedSheet(runId, here, "id")) ?? [];
		expect(sheet).toHaveLength(5001);
		expect(sheet[0]).toEqual(["NIP BARU", "NAMA", "Baris", "Alasan"]);
		expect(sheet[1]?.[3]).toContain("3, 4, 5, 6, 7, 8, 9, 10, 11, 12, dan 4990 lainnya");
		expect(await refusedSheet(runId, there, "id")).toBeNull();
	});

	it("makes cells that a spreadsheet would run harmless in the file of refused rows", async () => {
		const runId = await stage(here, [row(WATI, "=1+1"), row(WATI, "@SUM(A1)")]);
		const text = csvText((await refusedSheet(runId, here, "en")) ?? []);
		expect(text).toContain(`${WATI},'=1+1,2,`);
		expect(text).toContain(`${WATI},'@SUM(A1),3,`);
	});

	it("recognises a file of another agency, and does not apply it", async () => {
		const work = { workAgencyName: "INSTANSI 3204" };
		const runId = await stage(here, [
			row("199001012015011002", "Satu", work),
			row("199001012015011003", "Dua", work),
			row(SARI, "Sari Utami"),
		]);
		expect((await outcomes(runId)).slice(0, 2)).toEqual(["refused other-agency", "refused other-agency"]);
		expect((await runRow(runId))?.foreignAgencyId).toBe(there);
		expect(await begin(here, runId)).toBe("other-agency");
		const act = { intent: "apply" } as const;
		const words = [rosterScreenMessages.id, rosterImportMessages.id] as const;
		const told = await answerOf("other-agency", act, ...words, there);
		expect(told).toMatchObject({
			toast: { kind: "bad", text: expect.stringContaining("milik Instansi 3204.") },
		});
	});

	it("keeps nothing of a file that cannot be read to its end", async () => {
		async function* broken() {
			yield* fileOf([row(SARI, "Sari Utami")]);
			throw new Error("cut off");
		}
		const file = Object.assign(broken(), { head: fileOf([]).head, notes: [] });
		const staging = { agencyId: here, fileName: "putus.csv", actor: admin, now: NOW, sha256: "" };
		await expect(stageRoster(file, staging)).rejects.toThrow("cut off");
		const [run] = await db.select().from(rosterImports).where(eq(rosterImports.fileName, "putus.csv"));
		expect(run?.state).toBe("cancelled");
		expect(await begin(here, run?.id ?? "")).toBe("not-now");
	});

	it("knows the same file again: nothing is different", async () => {
		const rows = [
			row(SARI, "Sari Utami", { unitId: "U-1", pnsId: "PNS-1", email: "sari@contoh.go.id" }),
			row(WATI, "Wati Lestari"),
		];
		await applied(here, rows);
		const runId = await stage(here, rows);
		expect(await outcomes(runId)).toEqual(["same", "same"]);
		expect((await rowsOf(runId)).every(({ plan, raw }) => plan === null && raw === null)).toBe(true);
		expect(await begin(here, runId)).toBe("nothing");
		expect((await db.select().from(people).where(eq(people.name, "Sari Utami"))).length).toBe(1);
		expect(unitId).not.toBe("");
	});
});
