import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseRegistry } from "#app/agencies/registryFile.ts";

const folder = path.resolve(import.meta.dirname, "../../content/framework/registry");
const texts = {
	provinces: readFileSync(path.join(folder, "provinces.csv"), "utf8"),
	agencies: readFileSync(path.join(folder, "agencies.csv"), "utf8"),
};
const { provinces, agencies } = parseRegistry(texts);
const ofKind = (kind: string) => agencies.filter((agency) => agency.kind === kind);
const regional = [...ofKind("province"), ...ofKind("regency"), ...ofKind("city")];
const central = agencies.filter((agency) => !regional.includes(agency));
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe("the registry's agencies", () => {
	it("are as many as there are agencies with employees of their own", () => {
		expect(ofKind("province")).toHaveLength(38);
		expect(ofKind("regency")).toHaveLength(415);
		expect(ofKind("city")).toHaveLength(93);
		expect(ofKind("ministry")).toHaveLength(48);
		expect(names(ofKind("ministry")).filter((name) => name.includes("Koordinator"))).toHaveLength(7);
		expect(central.length).toBeGreaterThanOrEqual(74);
		expect(agencies.length).toBeGreaterThanOrEqual(620);
	});

	it("leave out Jakarta's administrative cities and regency", () => {
		const ofJakarta = agencies.filter(({ provinceCode }) => provinceCode === "31");
		expect(ofJakarta.map(({ code }) => code)).toEqual(["31"]);
		expect(names(agencies).join()).not.toMatch(/(Kota|Kabupaten) Administrasi|Kepulauan Seribu/);
	});

	it("have codes, names and short names of their own", () => {
		for (const key of ["code", "name", "shortName"] as const) {
			expect(new Set(agencies.map((agency) => agency[key])).size).toBe(agencies.length);
		}
	});

	it("are written in proper case", () => {
		const capitals = names([...agencies, ...provinces]).flatMap(
			(name) => name.match(/\b\p{Lu}{2,}\b/gu) ?? [],
		);
		expect(new Set(capitals)).toEqual(new Set(["DKI"]));
		const lower = names(agencies).flatMap((name) => name.match(/(?<!\S)\p{Ll}\S*/gu) ?? []);
		expect(new Set(lower)).toEqual(new Set(["dan"]));
		expect(names(agencies)).toEqual(
			expect.arrayContaining([
				"Pemerintah Provinsi Kepulauan Riau",
				"Pemerintah Kabupaten Fakfak",
				"Pemerintah Kabupaten Toli-Toli",
				"Pemerintah Kabupaten Pangkajene dan Kepulauan",
			]),
		);
	});

	it("of the regions lie in the province of their code and in its time zone", () => {
		const zones = new Map(provinces.map(({ code, timeZone }) => [code, timeZone]));
		for (const agency of regional) {
			expect(agency.provinceCode).toBe(agency.code.slice(0, 2));
			expect(agency.timeZone).toBe(zones.get(agency.code.slice(0, 2)));
			expect(agency.code).toMatch(agency.kind === "province" ? /^\d{2}$/ : /^\d{4}$/);
		}
		expect(new Set(regional.map(({ provinceCode }) => provinceCode)).size).toBe(38);
	});

	it("of the centre stand in no province and all wait for a person's check", () => {
		for (const agency of central) {
			expect(agency).toMatchObject({ provinceCode: null, needsCheck: true });
			expect(agency.code).toMatch(/^[KLSNO]-[A-Z0-9]+(-[A-Z0-9]+)*$/);
		}
		expect(central.map(({ code }) => code)).toContain("K-PANRB");
	});

	it("name sources that SOURCES.md explains", () => {
		const explained = readFileSync(path.join(folder, "SOURCES.md"), "utf8");
		expect(explained).toContain("ODbL");
		for (const source of new Set(agencies.map((agency) => agency.source))) {
			const parts = source.replace(/^(Perpres|UU|idn-area-data 3\.1\.2 \+ UU) /, "");
			expect(explained).toContain(parts);
		}
	});
});

describe("the registry's provinces", () => {
	it("are 38, each on a tile of its own", () => {
		expect(provinces).toHaveLength(38);
		expect(new Set(provinces.map((one) => `${one.tileColumn},${one.tileRow}`)).size).toBe(38);
		expect(names(provinces)).toEqual(expect.arrayContaining(["DKI Jakarta", "Daerah Istimewa Yogyakarta"]));
	});

	it("lie in three time zones", () => {
		const count = (zone: string) => provinces.filter(({ timeZone }) => timeZone === zone).length;
		expect([count("Asia/Jakarta"), count("Asia/Makassar"), count("Asia/Jayapura")]).toEqual([18, 12, 8]);
	});
});

describe("a broken registry file is refused with its line", () => {
	const line = "3204,Pemerintah Kabupaten Bandung,Kab. Bandung,regency,32,Asia/Jakarta,uji,2020-01-01,no";
	const header = texts.agencies.split("\n")[0];
	const reading = (...lines: string[]) =>
		parseRegistry({ provinces: texts.provinces, agencies: [header, ...lines, ""].join("\n") });

	it.each([
		["an unknown province", line.replace(",32,", ",99,"), /agencies\.csv, baris 2: provinsi 99 tidak ada/],
		["a day that is not one", line.replace("2020-01-01", "2020-02-30"), /baris 2: kolom valid_from bukan/],
		["an unknown kind", line.replace("regency", "desa"), /baris 2: kolom kind jenis instansi/],
		["a foreign zone", line.replace("Asia/Jakarta", "Asia/Tokyo"), /baris 2: kolom time_zone bukan/],
		["an empty name", line.replace("Pemerintah Kabupaten Bandung", ""), /baris 2: kolom name tidak boleh/],
		["a comma without quotes", line.replace("uji", "uji, coba"), /baris 2: ada 10 kolom, seharusnya 9/],
		["an open quote", line.replace("uji", '"uji'), /baris 2: tanda petik/],
		["an empty line", "", /baris 2: ada 1 kolom/],
	])("%s", (_, broken, message) => {
		expect(() => reading(broken)).toThrow(message);
	});

	it("a code used twice, another header", () => {
		expect(() => reading(line, line)).toThrow(/baris 3: kolom code memakai 3204.*baris 2/);
		expect(() => parseRegistry({ ...texts, provinces: "code;name" })).toThrow(/provinces\.csv, baris 1/);
	});

	it("but quotes, a byte-order mark and CRLF are read", () => {
		const quoted = line.replace("uji", '"uji ""a"", b"');
		const { agencies } = parseRegistry({ ...texts, agencies: `\uFEFF${header}\r\n${quoted}\r\n` });
		expect(agencies).toMatchObject([{ code: "3204", source: 'uji "a", b' }]);
	});
});
