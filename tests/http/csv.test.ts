import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvResponse, csvText } from "#app/http/csv.ts";

describe("CSV", () => {
	it("begins with the byte-order mark and separates by commas", () => {
		expect(
			csvText([
				["Instansi", "Pegawai"],
				['Kab. "A", B', 12],
			]),
		).toBe('\uFEFFInstansi,Pegawai\r\n"Kab. ""A"", B",12\r\n');
	});

	it("lets no text begin like a formula", () => {
		for (const start of ["=", "+", "-", "@", "\t", "\r", " ="]) {
			expect(csvText([[`${start}1+1`]]).replace('"', "")).toMatch(/^\uFEFF'/);
		}
		expect(csvText([[-5]])).toBe("\uFEFF-5\r\n");
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(csvText([[text]])).not.toMatch(/^\uFEFF"?\s*[=+\-@\t]/);
			}),
		);
	});

	it("is a download that nobody keeps", () => {
		const { headers } = csvResponse("kesiapan-2026-11.csv", []);
		expect(headers.get("Content-Disposition")).toBe('attachment; filename="kesiapan-2026-11.csv"');
		expect(headers.get("Cache-Control")).toBe("no-store");
	});
});
