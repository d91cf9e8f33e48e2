import { type RefusalCode, RosterRefused, type RosterSource } from "./rosterLine.ts";

const again = "Tidak ada data yang diubah. Ekspor ulang daftar pegawai, lalu unggah kembali";

const sentences = {
	empty: `Berkas ini kosong. ${again}.`,
	encoding: `Huruf di dalam berkas ini tidak dapat dibaca. ${again} sebagai CSV UTF-8 atau .xlsx.`,
	notRoster: `Berkas ini bukan buku kerja Excel (.xlsx) dan bukan CSV. ${again} sebagai .xlsx atau CSV.`,
	oldExcel: `Berkas ini berformat Excel lama atau biner. Buka di Excel, simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu unggah kembali. Tidak ada data yang diubah.`,
	password: `Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya melalui Berkas > Info > Proteksi Buku Kerja, simpan, lalu unggah kembali. Tidak ada data yang diubah.`,
	tooLarge: `Berkas ini terlalu besar untuk daftar pegawai. Bagi menjadi beberapa berkas, lalu unggah satu per satu. Tidak ada data yang diubah.`,
	truncated: `Berkas ini rusak atau terpotong, mungkin karena pengunduhannya terputus. ${again}.`,
	unsafeName: `Berkas ini memuat nama yang menunjuk ke luar berkas, dan tidak dibuka. ${again} langsung dari SIASN atau Excel.`,
	webPage: `Berkas ini berisi halaman web atau XML walaupun bernama seperti lembar kerja. Buka di Excel, simpan sebagai “Buku Kerja Excel (.xlsx)”, lalu unggah kembali. Tidak ada data yang diubah.`,
	xml: `Isi buku kerja ini tidak sah atau merujuk ke luar berkas, dan tidak dibuka. Buka di Excel, simpan sebagai berkas .xlsx baru, lalu unggah kembali. Tidak ada data yang diubah.`,
	zipBomb: `Isi berkas ini jauh lebih besar daripada yang wajar untuk daftar pegawai, dan tidak dibuka. ${again} langsung dari SIASN atau Excel.`,
	gone: `Berkas ini tidak ada lagi di server sebelum selesai dibaca. Tidak ada data yang diubah; unggah kembali berkasnya.`,
	noHeader: `Judul kolom tidak ditemukan dalam 40 baris pertama. Pastikan satu baris memuat judul kolom seperti NIP BARU dan NAMA, lalu unggah kembali. Tidak ada data yang diubah.`,
} satisfies Partial<Record<RefusalCode, string>>;

export const refusal = (code: keyof typeof sentences): RosterRefused =>
	new RosterRefused(code, sentences[code]);

/** A quotation mark that is never closed swallows the rest of the file. */
export const brokenCsv = (row: number): RosterRefused =>
	new RosterRefused(
		"csvBroken",
		`Mulai baris ${row}, tanda petik di dalam CSV ini tidak berpasangan. Perbaiki baris tersebut atau simpan ulang dari Excel, lalu unggah kembali. Tidak ada data yang diubah.`,
		row,
	);

export const cutOff = (row: number): RosterRefused =>
	new RosterRefused(
		"truncated",
		`Berkas ini terpotong di baris ${row}: baris itu tidak lengkap. ${again}.`,
		row,
	);

/** @param columns each as "NIP (kolom B)" */
export const columnTwice = (columns: readonly string[], row: number): RosterRefused =>
	new RosterRefused(
		"columnTwice",
		`Kolom yang sama ada lebih dari satu kali: ${columns.join(" dan ")}. Hapus atau ganti judul salah satunya, lalu unggah kembali. Tidak ada data yang diubah.`,
		row,
	);

/** Without number and name nobody can be found. */
export const columnsMissing = (missing: readonly RosterSource[]): RosterRefused => {
	const names = missing.map((source) => (source === "nip" ? "NIP BARU" : "NAMA")).join(" dan ");
	return new RosterRefused(
		"mapping",
		`Kolom ${names} tidak ditemukan. Pastikan judul kolomnya ada di berkas, lalu unggah kembali. Tidak ada data yang diubah.`,
	);
};
