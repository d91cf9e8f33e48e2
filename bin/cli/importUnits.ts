import path from "node:path";
import { findAgency } from "../../app/agencies/findAgency.server.ts";
import { applyUnits, dryRunUnits, type UnitImport } from "../../app/agencies/importUnits.server.ts";
import type { RefusedRow } from "../../app/agencies/unitTreeFile.ts";
import { readUnorFile } from "../../app/records/reorganisation/readUnorFile.ts";
import { migrate } from "../../db/migrate.server.ts";
import { type Command, fileAndOptions, report, Usage } from "./usage.ts";

const usage = "bin/cakap import-units BERKAS --agency KODE [--apply] [--json]";

export const importUnitsCommand: Command = {
	name: "import-units",
	summary: "Memuat susunan unit kerja dari berkas UNOR SIASN",
	usage,
	help: [
		"Berkas .xlsx atau CSV dengan kolom ID, NAMA_UNOR, ID_ATASAN; ID menjadi kode unit. Tanpa --apply hanya diperiksa.",
		"Bila ada baris yang ditolak, tidak ada yang ditulis. Unit yang tidak disebut dalam berkas tetap ada.",
		"Dengan --json: {rows, new, changed, unchanged, absent, refused:[{row,column,reason}], applied}.",
	].join("\n"),
	async run(args) {
		const config = {
			agency: { type: "string" },
			apply: { type: "boolean" },
			json: { type: "boolean" },
		} as const;
		const { file, values } = fileAndOptions(args, config, usage);
		if (!values.agency) throw new Usage(`Cara pakai: ${usage}`);
		await migrate();
		const agency = await findAgency(values.agency);
		if (!agency) throw new Error(`Instansi ${values.agency} tidak ada.`);
		const rows = await readUnorFile(file, path.basename(file));
		const by = { id: null, name: "bin/cakap" };
		const found = values.apply
			? await applyUnits(agency.id, rows, by, Date.now())
			: await dryRunUnits(agency.id, rows);
		const applied = Boolean(values.apply) && found.refused.length === 0;
		report(values.json, { ...found, applied }, inWords(found, applied));
		return found.refused.length === 0 ? 0 : 1;
	},
};

function inWords(found: UnitImport, applied: boolean): string {
	const { rows, new: made, changed, unchanged, absent, refused } = found;
	return [
		`${rows} baris: ${made} baru, ${changed} berubah, ${unchanged} tetap; ${absent} unit tidak disebut dan tetap ada.`,
		...refused.map((row) => `baris ${row.row}, kolom ${row.column}: ${reasons[row.reason](row)}.`),
		applied ? "Sudah diterapkan." : "Belum ada yang diubah.",
	].join("\n");
}

const reasons: Record<RefusedRow["reason"], (row: RefusedRow) => string> = {
	"no-id": () => "ID kosong atau terlalu panjang",
	"no-name": () => "nama unit kosong atau terlalu panjang",
	duplicate: ({ first }) => `ID ini sudah dipakai pada baris ${first}`,
	orphan: () => "atasan dengan ID ini tidak ada, baik dalam berkas maupun di instansi",
	loop: () => "unit ini berada di bawah dirinya sendiri",
	"below-refused": () => "unit di atasnya ditolak",
};
