import { describe, expect, it } from "vitest";
import { cellsOf, siasnColumns, syntheticNip, syntheticRow } from "../../support/make/roster.ts";
import { writeXlsx } from "../../support/make/rosterFiles.ts";
import { csvOf, fileOf, found, newPath, readAll, table, xlsxOf } from "./support.ts";

const [a = "", b = ""] = [syntheticNip(1), syntheticNip(2)];
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);

describe("the columns of a roster", () => {
	it("are known in any order", async () => {
		const columns = [...siasnColumns].reverse();
		const row = syntheticRow(7);
		const { lines } = await readAll(await csvOf([columns, cellsOf(row, columns)]));
		const straight = await readAll(await csvOf(table([row])));
		expect(lines[0]?.cells).toEqual(straight.lines[0]?.cells);
	});

	it.each([
		[
			["nip", "nama lengkap"],
			["nip", "name"],
		],
		[
			[" N.I.P. ", "Nama  Pegawai"],
			["nip", "name"],
		],
		[
			["NIP_BARU", "NAMA", "GOL. RUANG"],
			["nip", "name", "grade"],
		],
		[
			["ＮＩＰ", "Nama", "Unit Kerja"],
			["nip", "name", "unitName"],
		],
	])("are known as %j", async (names, sources) => {
		const { head } = await readAll(await csvOf([names]));
		expect(head.columns.map(({ source }) => source)).toEqual(sources);
	});

	it("may stand in two rows, groups above", async () => {
		const rows = [
			["DAFTAR PEGAWAI", "", "", "", ""],
			["NIP", "NAMA", "INSTANSI KERJA", "", "JENIS JABATAN"],
			["", "", "ID", "NAMA", "NAMA"],
			["1", "2", "3", "4", "5"],
			[a, "Adi", "F1A", "Kabupaten Contoh", "Pelaksana"],
		];
		const { head, lines, notes } = await readAll(await csvOf(rows));
		expect(head.columns.map(({ name }) => name)).toEqual([
			"NIP",
			"NAMA",
			"INSTANSI KERJA ID",
			"INSTANSI KERJA NAMA",
			"JENIS JABATAN NAMA",
		]);
		expect(lines.map(({ row, cells }) => [row, cells.workAgencyId, cells.jobClass])).toEqual([
			[5, "F1A", "pelaksana"],
		]);
		expect(codes(notes)).toEqual(["twoHeaders", "numbering"]);
	});

	it("named twice are refused, with their letters", async () => {
		const refusal = await readAll(await csvOf([["NO", "NIP", "NAMA", "NIP BARU"]])).catch((error) => error);
		expect(refusal).toMatchObject({ code: "columnTwice", row: 1 });
		expect(refusal.message).toContain("NIP (kolom B) dan NIP BARU (kolom D)");
	});

	it("that are not known are listed, and read as they are mapped", async () => {
		const file = await csvOf([
			["Nomor", "Nama", "Nomor Pegawai", "Rumah", "Bidang"],
			["1", "Adi", a, "Jalan Contoh", "Umum"],
		]);
		const before = await readAll(file);
		expect(before.head).toMatchObject({ unknown: ["Nomor Pegawai", "Rumah", "Bidang"], missing: ["nip"] });
		const mapping = { "nomor pegawai": "nip", Rumah: null, Bidang: "unitName" } as const;
		const { head, lines } = await readAll(file, { mapping });
		expect(head).toMatchObject({ unknown: [], missing: [], dropped: ["Nomor", "Rumah"] });
		expect(lines[0]?.cells).toMatchObject({ nip: a, name: "Adi", unitName: "Umum" });
		expect(JSON.stringify(lines)).not.toContain("Jalan");
	});

	it("are looked for in each sheet, hidden ones last", async () => {
		const file = newPath("xlsx");
		const data = { rows: table([syntheticRow(1)]) };
		await writeXlsx(file, [
			{ name: "Lama", isHidden: true, ...data },
			{ name: "Petunjuk", rows: [["Isi lembar berikut"]] },
			{ name: "Pegawai", ...data },
		]);
		const { head, notes } = await readAll(file);
		expect(head.sheet).toBe("Pegawai");
		expect(notes[0]?.text).toContain("“Petunjuk”, “Lama”");
	});
});

describe("the rows of a roster", () => {
	it("end at a total, which is told with what is below", async () => {
		const rows = [
			["NO", "NIP", "NAMA"],
			["1", a, "Adi Total"],
			["2", b, "Budi"],
			["Jumlah", "", "2"],
			["", "", "Kepala BKPSDM"],
		];
		const { lines, notes } = await readAll(await csvOf(rows));
		expect(lines.map(({ cells }) => cells.name)).toEqual(["Adi Total", "Budi"]);
		expect(notes).toMatchObject([{ code: "totals", rows: [4, 5] }]);
	});

	it("need a number and a name", async () => {
		const { lines } = await readAll(
			await csvOf([
				["NIP", "NAMA"],
				["", "Adi"],
				[a, ""],
				[a, "19"],
			]),
		);
		expect(lines.map(found)).toEqual([
			["refused nip missing"],
			["refused name missing"],
			["refused name unknownValue"],
		]);
	});

	it("with a delimiter or a line end too many are refused whole", async () => {
		const text = [
			"NIP,NAMA,GELAR BELAKANG,UNOR ID,ESELON",
			`${a},Adi, S.Kom,M.Si,U1,`,
			`${b},Budi`,
			`${b},Budi,,U1`,
		];
		const { lines } = await readAll(fileOf("csv", `${text.join("\n")}\n`));
		expect(lines.map(found)).toEqual([["refused nip shifted"], ["refused nip shifted"], []]);
		expect(lines.map(({ cells }) => [cells.name, cells.unitId])).toEqual([
			[null, null],
			[null, null],
			["Budi", "U1"],
		]);
	});

	it("that are hidden, and cells with formulas, are read and told", async () => {
		const file = newPath("xlsx");
		const rows = [
			["NIP", "NAMA", "UNIT KERJA"],
			[a, { t: "str", f: 'UPPER("adi")', v: "ADI" }, "Umum"],
			[b, { f: "B2" }, "Umum"],
		];
		await writeXlsx(file, [{ name: "A", rows, hidden: new Set([3]) }]);
		const { lines, notes } = await readAll(file);
		expect(lines.map(({ cells, isHidden }) => [cells.name, isHidden])).toEqual([
			["ADI", false],
			[null, true],
		]);
		expect(lines.flatMap(found)).toEqual(["refused name formula"]);
		expect(notes).toMatchObject([
			{ code: "formulas", rows: [2] },
			{ code: "hiddenRows", rows: [3] },
		]);
	});

	it("share a merged cell where it may be shared", async () => {
		const rows = [
			["NIP", "NAMA", "UNIT KERJA", "LOKASI KERJA"],
			[a, "Adi", "Umum", ""],
			[b, "", "", ""],
		];
		const merged = async (merges: string[]) => {
			const file = newPath("xlsx");
			await writeXlsx(file, [{ name: "A", rows, merges }]);
			return (await readAll(file)).lines;
		};
		const down = await merged(["B2:B3", "C2:C3"]);
		expect(down.map(({ cells }) => [cells.name, cells.unitName])).toEqual([
			["Adi", "Umum"],
			[null, "Umum"],
		]);
		expect(down.map(found)).toEqual([[], ["refused name merged", "restored unitName merged"]]);
		const across = await merged(["C2:D3"]);
		expect(across.map(({ cells }) => [cells.unitName, cells.workplace])).toEqual([
			["Umum", null],
			[null, null],
		]);
		expect(across.flatMap(found)).toContain("refused unitName merged");
	});

	it("of an empty sheet are none", async () => {
		expect((await readAll(await xlsxOf([["NIP", "NAMA"]]))).lines).toEqual([]);
	});
});
