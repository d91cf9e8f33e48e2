import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siasnFile } from "#app/records/siasn/file.ts";
import { changeOf, siasnDay, siasnFields, siasnRow } from "#app/records/siasn/row.ts";
import { siasnAccess } from "#app/records/siasn/service.server.ts";
import { parseSiasnPolicy } from "#app/records/siasn/siasnPolicy.ts";

const facts = {
	...{ title: "Keamanan Siber", organiser: "K-PANRB", number: "000001/KS/K-PANRB/XI/2026", form: 16 },
	...{ startedOn: "2026-11-03", finishedOn: "2026-11-27", year: 2026, jp: 4, pnsId: "A8ACA7B8" },
};
const place = { instansiId: "A5EB03E2", lokasiId: "A5EB0" };
const policy = { jenisKursus: "x", jenisKursusSertipikat: "y", forms: { "11": { jenisKursus: "z" } } };

it("a training has exactly SIASN's fields, whole numbers for hours and year, and days as dd-mm-yyyy", () => {
	const row = siasnRow(facts, place, policy);
	expect(Object.keys(row)).toEqual([...siasnFields]);
	expect(row).toEqual({
		...{ instansiId: "A5EB03E2", institusiPenyelenggara: "K-PANRB", jenisDiklatId: "16" },
		...{ jenisKursus: "x", jenisKursusSertipikat: "y", jumlahJam: 4, lokasiId: "A5EB0" },
		...{ namaKursus: "Keamanan Siber", nomorSertipikat: "000001/KS/K-PANRB/XI/2026", pnsOrangId: "A8ACA7B8" },
		...{ tahunKursus: 2026, tanggalKursus: "03-11-2026", tanggalSelesaiKursus: "27-11-2026" },
	});
	expect(siasnRow({ ...facts, form: 11 }, place, policy)).toMatchObject({
		...{ jenisDiklatId: "11", jenisKursus: "z", jenisKursusSertipikat: "y" },
	});
});

it("a day is turned round, and nothing is lost", () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
			(date) => {
				const day = date.toISOString().slice(0, 10);
				expect(siasnDay(day)).toMatch(/^\d{2}-\d{2}-\d{4}$/);
				expect(siasnDay(siasnDay(day))).toBe(day);
			},
		),
	);
});

it("whatever was exported, afterwards SIASN has what stands", () => {
	fc.assert(
		fc.property(fc.nat(50), fc.nat(50), (exported, jp) => {
			const { removes, adds } = changeOf(exported, jp);
			expect(exported - (removes ? exported : 0) + (adds ? jp : 0)).toBe(jp);
			if (exported === jp) expect([removes, adds]).toEqual([false, false]);
		}),
	);
});

describe("the files", () => {
	const row = siasnRow({ ...facts, title: '=SUM(A1) "Siber", dan lainnya' }, place, policy);

	it("CSV with the fields' names, guarded against formulas", () => {
		const { name, bytes } = siasnFile([row], "csv", "added");
		const [head, line] = bytes.toString("utf8").replace("\uFEFF", "").split("\r\n");
		expect(head).toBe(siasnFields.join(","));
		expect(line).toContain('"\'=SUM(A1) ""Siber"", dan lainnya"');
		expect(name).toBe("siasn-baru.csv");
	});

	it("JSON in the order of the fields, whatever order they were kept in", () => {
		const shuffled = Object.fromEntries(Object.entries(row).reverse()) as typeof row;
		const { bytes } = siasnFile([shuffled], "json", "removed");
		const [read] = JSON.parse(bytes.toString("utf8"));
		expect(Object.keys(read)).toEqual([...siasnFields]);
		expect(read).toEqual(row);
	});

	it("XLSX", () => {
		const { bytes, name } = siasnFile([row], "xlsx", "added");
		expect(bytes.subarray(0, 2).toString()).toBe("PK");
		expect(name).toBe("siasn-baru.xlsx");
	});
});

it("sending is off unless its address is given, and says what is missing", () => {
	expect(siasnAccess({})).toBeNull();
	expect(() => siasnAccess({ SIASN_URL: "https://contoh.go.id" })).toThrow("SIASN_CLIENT_ID");
	expect(() => siasnAccess({ SIASN_URL: "bukan alamat" })).toThrow("SIASN_URL");
	const secrets = { SIASN_CLIENT_ID: "a", SIASN_CLIENT_SECRET: "b", SIASN_SSO_TOKEN: "c" };
	expect(siasnAccess({ SIASN_URL: "https://contoh.go.id", ...secrets })).toMatchObject({ timeoutMs: 30_000 });
});

it("a policy with an unknown value names its line and field", () => {
	expect(() => parseSiasnPolicy("validFrom: 2026-01-01\njenisKursus: 3\n", "siasn-x.yaml")).toThrow(
		/siasn-x\.yaml.*jenisKursus/s,
	);
});
