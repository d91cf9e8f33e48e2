import { beforeEach, describe, expect, it } from "vitest";
import { findAgency, findAgencyById } from "#app/agencies/findAgency.server.ts";
import { importRegistry } from "#app/agencies/importRegistry.server.ts";
import { listAgencies, listProvinces } from "#app/agencies/listAgencies.server.ts";
import { createUnit, unitsOf } from "#app/agencies/units.server.ts";
import { db } from "#db/client.server.ts";
import { agencies, agencyVersions, provinces, units, unitVersions } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { agencyRow, makeAgency, makeUnit, provinceRow } from "#tests/support/make/agencies.ts";

beforeEach(async () => {
	for (const table of [unitVersions, agencyVersions, units, agencies, provinces]) await db.delete(table);
});

describe("the registry", () => {
	const many = Array.from({ length: 450 }, (_, n) =>
		agencyRow({ code: String(1000 + n), name: `Instansi ${n}` }),
	);
	const registry = { provinces: [provinceRow()], agencies: many };

	it("is imported whole, and again without a change", async () => {
		await transaction((tx) => importRegistry(tx, registry));
		const before = await db.select().from(agencies);
		await transaction((tx) => importRegistry(tx, registry));
		expect(await db.select().from(agencies)).toEqual(before);
		expect(before).toHaveLength(450);
	});

	it("renames an agency and keeps its id", async () => {
		const { id } = await makeAgency();
		await transaction((tx) =>
			importRegistry(tx, {
				provinces: [],
				agencies: [agencyRow({ name: "Pemerintah Kabupaten Bandung Raya" })],
			}),
		);
		expect(await findAgency("3204")).toMatchObject({
			id,
			name: "Pemerintah Kabupaten Bandung Raya",
			sortKey: "pemerintah kabupaten bandung raya",
		});
		expect((await findAgencyById(id))?.code).toBe("3204");
	});

	it("is listed by code with its counts by kind", async () => {
		await makeAgency();
		await makeAgency({ code: "32", kind: "province", name: "Pemerintah Provinsi Jawa Barat" });
		await makeAgency({ code: "K-PANRB", kind: "ministry", provinceCode: null, needsCheck: true });
		const { counts, agencies: listed } = await listAgencies();
		expect(counts).toMatchObject({ province: 1, regency: 1, city: 0, ministry: 1 });
		expect(listed.map((one) => one.code)).toEqual(["32", "3204", "K-PANRB"]);
		expect(listed[2]).toMatchObject({ province: null, needsCheck: true });
		expect(await listProvinces()).toEqual([provinceRow()]);
	});

	it("knows no agency of an unknown code", async () => {
		expect(await findAgency("9999")).toBeNull();
		expect(await findAgency("' or 1=1")).toBeNull();
	});
});

describe("units", () => {
	it("stand in levels below their agency, by name", async () => {
		const { id } = await makeAgency();
		const top = await makeUnit(id, "Dinas Pendidikan");
		await makeUnit(id, "Bidang Guru", top);
		expect((await unitsOf(id)).map((unit) => [unit.name, unit.level, unit.parentId])).toEqual([
			["Bidang Guru", 2, top],
			["Dinas Pendidikan", 1, null],
		]);
	});

	it("refuse a parent of another agency", async () => {
		const { id } = await makeAgency();
		const other = await makeAgency({ code: "3205", name: "Pemerintah Kabupaten Garut" });
		const parentId = await makeUnit(other.id, "Dinas Kesehatan");
		const creating = transaction((tx) =>
			createUnit(tx, { agencyId: id, parentId, code: "X", name: "X", now: 0 }),
		);
		await expect(creating).rejects.toThrow(/another agency/);
		expect(await unitsOf(id)).toEqual([]);
	});
});
