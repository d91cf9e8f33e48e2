import type { RosterSource } from "./rosterLine.ts";

/** The names of each column that is kept, SIASN's own first; spaces, dots and case do not count. */
const names: Record<RosterSource, readonly string[]> = {
	pnsId: ["PNS ID", "ID PNS", "PNS ORANG ID"],
	nip: [
		"NIP BARU",
		"NIP",
		"NIP/NI PPPK",
		"NIP/NIPPPK",
		"NIP PEGAWAI",
		"NIP PNS",
		"NIP ASN",
		"NI PPPK",
		"NIPPPK",
		"NOMOR INDUK PEGAWAI",
		"NOMOR INDUK PEGAWAI (NIP)",
	],
	name: ["NAMA", "NAMA LENGKAP", "NAMA PEGAWAI", "NAMA PNS", "NAMA ASN", "NAMA TANPA GELAR"],
	titleBefore: ["GELAR DEPAN", "GLR DEPAN"],
	titleAfter: ["GELAR BELAKANG", "GLR BELAKANG"],
	email: ["EMAIL", "ALAMAT EMAIL", "EMAIL PRIBADI", "SUREL"],
	emailGov: ["EMAIL GOV", "EMAIL DINAS", "EMAIL KANTOR", "EMAIL PEMERINTAH", "SUREL DINAS"],
	kind: ["JENIS PEGAWAI NAMA", "JENIS PEGAWAI"],
	legalStatus: ["KEDUDUKAN HUKUM NAMA", "KEDUDUKAN HUKUM"],
	status: ["STATUS CPNS PNS", "STATUS KEPEGAWAIAN", "STATUS PEGAWAI", "STATUS ASN"],
	tmtCpns: ["TMT CPNS"],
	grade: [
		"GOL AKHIR NAMA",
		"GOL AKHIR",
		"GOL",
		"GOLONGAN",
		"GOLONGAN AKHIR",
		"GOL RUANG",
		"GOLONGAN RUANG",
		"NAMA GOLONGAN",
	],
	jobKind: ["JENIS JABATAN NAMA", "JENIS JABATAN"],
	position: ["JABATAN NAMA", "JABATAN", "NAMA JABATAN"],
	tmtPosition: ["TMT JABATAN"],
	workplace: ["LOKASI KERJA NAMA", "LOKASI KERJA"],
	unitId: ["UNOR ID", "ID UNOR"],
	unitName: ["UNOR NAMA", "UNOR", "NAMA UNOR", "UNIT ORGANISASI", "UNIT KERJA", "NAMA UNIT KERJA"],
	homeAgencyId: ["INSTANSI INDUK ID", "ID INSTANSI INDUK"],
	homeAgencyName: ["INSTANSI INDUK NAMA", "INSTANSI INDUK"],
	workAgencyId: ["INSTANSI KERJA ID", "ID INSTANSI KERJA"],
	workAgencyName: ["INSTANSI KERJA NAMA", "INSTANSI KERJA"],
	echelon: ["ESELON NAMA", "ESELON"],
};

/** What SIASN's export has beside, none of which Cakap keeps, and a running number. */
const dropped = [
	"NIP LAMA, TEMPAT LAHIR ID, TEMPAT LAHIR NAMA, TEMPAT LAHIR, TANGGAL LAHIR, JENIS KELAMIN, AGAMA ID, AGAMA NAMA",
	"AGAMA, JENIS KAWIN ID, JENIS KAWIN NAMA, NIK, NOMOR HP, NO HP, ALAMAT, NPWP NOMOR, NPWP, BPJS, JENIS PEGAWAI ID",
	"KEDUDUKAN HUKUM ID, KARTU ASN VIRTUAL, NOMOR SK CPNS, TANGGAL SK CPNS, NOMOR SK PNS, TANGGAL SK PNS, TMT PNS",
	"GOL AWAL ID, GOL AWAL NAMA, GOL AKHIR ID, TMT GOLONGAN, MK TAHUN, MK BULAN, JENIS JABATAN ID, JABATAN ID",
	"TINGKAT PENDIDIKAN ID, TINGKAT PENDIDIKAN NAMA, PENDIDIKAN ID, PENDIDIKAN NAMA, TAHUN LULUS, KPKN ID, KPKN NAMA",
	"LOKASI KERJA ID, SATUAN KERJA INDUK ID, SATUAN KERJA INDUK NAMA, SATUAN KERJA KERJA ID, SATUAN KERJA KERJA NAMA",
	"IS VALID NIK, NAMA SEKOLAH, FLAG IKD, ESELON ID, NO, NOMOR, NO URUT",
	// What a file of refused rows has beside.
	"BARIS, ALASAN, ROW, REASON",
].flatMap((line) => line.split(", "));

/** A column's name without what writers of headers vary. */
export const columnKey = (name: string): string =>
	name
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, "");

const sources = new Map<string, RosterSource>(
	(Object.keys(names) as RosterSource[]).flatMap((source) =>
		names[source].map((name): [string, RosterSource] => [columnKey(name), source]),
	),
);
const droppedKeys = new Set(dropped.map(columnKey));

/** What a column of that name says; "dropped" where it is known and never kept, null where it is not known. */
export function sourceOf(name: string): RosterSource | "dropped" | null {
	const key = columnKey(name);
	return sources.get(key) ?? (droppedKeys.has(key) ? "dropped" : null);
}

/** What a column can say, in the order of SIASN's export. */
export const rosterSources = Object.keys(names) as readonly RosterSource[];
