import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { unitTreeAsOf } from "#app/agencies/history.server.ts";
import { applyUnits, dryRunUnits } from "#app/agencies/importUnits.server.ts";
import type { UnorRow } from "#app/agencies/unitTreeFile.ts";
import { db } from "#db/client.server.ts";
import { auditLog, units, unitVersions } from "#db/schema/index.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";

const NOW = Date.parse("2026-11-25T03:00:00Z");
const by = { id: null, name: "Uji" };
const rowsOf = (...rows: [string, string, string | null][]): UnorRow[] =>
	rows.map(([code, name, parent], index) => ({ row: index + 2, code, name, parent }));

let serial = 0;
let agencyId: string;
beforeEach(async () => {
	serial++;
	const code = String(4400 + serial);
	agencyId = (await makeAgency({ code, name: `Kabupaten ${code}`, shortName: code })).id;
});

const treeOn = async (day: string) =>
	(await unitTreeAsOf(agencyId, day)).map(({ name, level }) => `${level} ${name}`);
const stored = async () => [
	await db.select().from(units).where(eq(units.agencyId, agencyId)).orderBy(units.id),
	await db.select().from(unitVersions).where(eq(unitVersions.agencyId, agencyId)).orderBy(unitVersions.id),
	await db.select().from(auditLog).where(eq(auditLog.agencyId, agencyId)),
];
const deep = rowsOf(["3", "Seksi", "2"], ["2", "Bidang", "1"], ["1", "Dinas", null], ["4", "Tim", "3"]);

it("a tree of any depth and order comes in whole, and again changes nothing", async () => {
	const counts = { rows: 4, changed: 0, absent: 0, refused: [] };
	expect(await dryRunUnits(agencyId, deep)).toEqual({ ...counts, new: 4, unchanged: 0 });
	expect(await treeOn("2026-11-25")).toEqual([]);
	await applyUnits(agencyId, deep, by, NOW);
	expect(await treeOn("2026-11-25")).toEqual(["1 Dinas", "2 Bidang", "3 Seksi", "4 Tim"]);
	const before = await stored();
	const again = await applyUnits(agencyId, deep, by, NOW + 1);
	expect(again).toEqual({ ...counts, new: 0, unchanged: 4 });
	expect(await stored()).toEqual(before);
});

it("renames and moves what it knows by its code, with history, and leaves what it does not name", async () => {
	await makeUnit(agencyId, "Lama");
	await applyUnits(agencyId, deep, by, Date.parse("2026-09-01T03:00:00Z"));
	const changed = rowsOf(["1", "Dinas Baru", null], ["3", "Seksi", "1"]);
	const report = await applyUnits(agencyId, changed, by, NOW);
	expect(report).toEqual({ rows: 2, new: 0, changed: 2, unchanged: 0, absent: 3, refused: [] });
	expect(await treeOn("2026-10-01")).toEqual(["1 Dinas", "2 Bidang", "3 Seksi", "4 Tim", "1 Lama"]);
	expect(await treeOn("2026-11-25")).toEqual(["1 Dinas Baru", "2 Bidang", "2 Seksi", "3 Tim", "1 Lama"]);
	const levels = await db.select().from(units).where(eq(units.agencyId, agencyId));
	expect(Object.fromEntries(levels.map(({ code, level }) => [code, level]))).toMatchObject({
		"3": 2,
		"4": 3,
	});
});

it("with one bad row writes nothing", async () => {
	const before = await stored();
	const report = await applyUnits(
		agencyId,
		rowsOf(["1", "Dinas", null], ["2", "Bidang", "tidak-ada"]),
		by,
		NOW,
	);
	expect(report.refused).toEqual([{ row: 3, column: "ID_ATASAN", reason: "orphan" }]);
	expect(await stored()).toEqual(before);
});

it("more than one transaction's rows come in", async () => {
	const many = rowsOf(
		...Array.from({ length: 130 }, (_, n): [string, string, string | null] => [
			`u${n}`,
			`Unit ${n}`,
			n ? `u${Math.floor((n - 1) / 3)}` : null,
		]),
	);
	await applyUnits(agencyId, many, by, NOW);
	expect(await dryRunUnits(agencyId, many)).toMatchObject({ new: 0, changed: 0, unchanged: 130 });
});
