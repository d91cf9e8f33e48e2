import { type Agency, findAgency } from "#app/agencies/findAgency.server.ts";
import { type AgencyRow, importRegistry, type ProvinceRow } from "#app/agencies/importRegistry.server.ts";
import { createUnit } from "#app/agencies/units.server.ts";
import { transaction } from "#db/transaction.server.ts";

const NOW = Date.parse("2026-01-05T02:00:00Z");

export const provinceRow = (row: Partial<ProvinceRow> = {}): ProvinceRow => ({
	code: "32",
	name: "Jawa Barat",
	timeZone: "Asia/Jakarta",
	tileColumn: 5,
	tileRow: 6,
	...row,
});

export const agencyRow = (row: Partial<AgencyRow> = {}): AgencyRow => ({
	code: "3204",
	name: "Pemerintah Kabupaten Bandung",
	shortName: "Kab. Bandung",
	kind: "regency",
	provinceCode: "32",
	timeZone: "Asia/Jakarta",
	source: "uji",
	needsCheck: false,
	validFrom: "2020-01-01",
	...row,
});

/** An agency of the registry, with its province when it has one. */
export async function makeAgency(row: Partial<AgencyRow> = {}): Promise<Agency> {
	const agency = agencyRow(row);
	const code = agency.provinceCode;
	const provinces = code ? [provinceRow(code === "32" ? {} : { code, name: `Provinsi ${code}` })] : [];
	await transaction((tx) => importRegistry(tx, { provinces, agencies: [agency] }));
	const made = await findAgency(agency.code);
	if (!made) throw new Error(`agency ${agency.code} was not made`);
	return made;
}

/** A unit of the agency; below `parentId` when one is given. */
export async function makeUnit(
	agencyId: string,
	name: string,
	parentId: string | null = null,
): Promise<string> {
	const code = name.toUpperCase().replaceAll(" ", "-");
	const { unitId } = await transaction((tx) => createUnit(tx, { agencyId, parentId, code, name, now: NOW }));
	return unitId;
}
