/** SIASN's export of its main data: these columns, in this order. */
export const siasnColumns: readonly string[] = [
	"PNS ID,NIP BARU,NIP LAMA,NAMA,GELAR DEPAN,GELAR BELAKANG,TEMPAT LAHIR ID,TEMPAT LAHIR NAMA,TANGGAL LAHIR",
	"JENIS KELAMIN,AGAMA ID,AGAMA NAMA,JENIS KAWIN ID,JENIS KAWIN NAMA,NIK,NOMOR HP,EMAIL,EMAIL GOV,ALAMAT",
	"NPWP NOMOR,BPJS,JENIS PEGAWAI ID,JENIS PEGAWAI NAMA,KEDUDUKAN HUKUM ID,KEDUDUKAN HUKUM NAMA,STATUS CPNS PNS",
	"KARTU ASN VIRTUAL,NOMOR SK CPNS,TANGGAL SK CPNS,TMT CPNS,NOMOR SK PNS,TANGGAL SK PNS,TMT PNS,GOL AWAL ID",
	"GOL AWAL NAMA,GOL AKHIR ID,GOL AKHIR NAMA,TMT GOLONGAN,MK TAHUN,MK BULAN,JENIS JABATAN ID,JENIS JABATAN NAMA",
	"JABATAN ID,JABATAN NAMA,TMT JABATAN,TINGKAT PENDIDIKAN ID,TINGKAT PENDIDIKAN NAMA,PENDIDIKAN ID",
	"PENDIDIKAN NAMA,TAHUN LULUS,KPKN ID,KPKN NAMA,LOKASI KERJA ID,LOKASI KERJA NAMA,UNOR ID,UNOR NAMA",
	"INSTANSI INDUK ID,INSTANSI INDUK NAMA,INSTANSI KERJA ID,INSTANSI KERJA NAMA,SATUAN KERJA INDUK ID",
	"SATUAN KERJA INDUK NAMA,SATUAN KERJA KERJA ID,SATUAN KERJA KERJA NAMA,IS VALID NIK,NAMA SEKOLAH,FLAG IKD",
	"ESELON ID,ESELON NAMA",
].flatMap((line) => line.split(","));

export type SyntheticRow = Record<string, string>;

const first =
	"Adi Bagus Citra Dewi Eko Fitri Gita Hadi Indah Joko Kartika Lestari Made Nur Putri Rahmat Sari".split(" ");
const last = "Hidayat Kusuma Lubis Mahendra Nasution Pratama Ramadhan Santoso Siregar Wibowo Yuliana".split(
	" ",
);
const jobs = [
	["Jabatan Fungsional Umum", "Pengadministrasi Umum", ""],
	["Jabatan Fungsional Tertentu", "Analis Kebijakan Ahli Muda", ""],
	["Jabatan Struktural", "Kepala Subbagian Umum", "IV.a"],
	["Jabatan Fungsional Tertentu", "Guru Ahli Pertama", ""],
	["Jabatan Struktural", "Kepala Bidang Data", "III.b"],
] as const;
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const two = (number: number) => String(number).padStart(2, "0");

/** An identifier as SIASN has them: 32 hexadecimal digits, of which the last carry the number. */
export const siasnId = (kind: string, number: number): string =>
	(kind + number.toString(16).toUpperCase().padStart(8, "0")).padStart(
		32,
		"A5EB03E23B0FF6A0E040640A040252AD",
	);

/** The NIP, or for every tenth the NI PPPK, of the synthetic person of that number; no two are the same. */
export function syntheticNip(number: number): string {
	const birth = `${1965 + (number % 31)}${two(1 + (number % 12))}${two(1 + (number % 28))}`;
	const year = String(2015 + (Math.floor(number / 999) % 10));
	const contract = number % 10 === 0;
	const month = contract ? "21" : two(1 + (Math.floor(number / 9990) % 12));
	return `${birth}${year}${month}${1 + (number % 2)}${String(1 + (number % 999)).padStart(3, "0")}`;
}

/** A synthetic person as SIASN would export them, with no cell damaged; the same number gives the same row. */
export function syntheticRow(number: number): SyntheticRow {
	const nip = syntheticNip(number);
	const isContract = nip.slice(12, 14) === "21";
	const [jobKind, job, echelon] = isContract ? jobs[1] : pick(jobs, number);
	const since = `01-${isContract ? "03" : nip.slice(12, 14)}-${nip.slice(8, 12)}`;
	const unit = number % 400;
	const name = `${pick(first, number)} ${pick(last, number * 7)} ${pick(last, number * 3 + 1)}`;
	const agency = { id: siasnId("F1", 1), name: "Pemerintah Kabupaten Contoh" };
	return {
		...unkept(number, nip),
		"PNS ID": siasnId("C0", number),
		"NIP BARU": nip,
		NAMA: name,
		"GELAR DEPAN": number % 9 === 0 ? "Dr." : "",
		"GELAR BELAKANG": number % 3 === 0 ? "S.Kom., M.Si." : "",
		EMAIL: `${name.toLowerCase().replaceAll(" ", ".")}.${number}@contoh.id`,
		"EMAIL GOV": `pegawai${number}@contoh.go.id`,
		"JENIS PEGAWAI NAMA": isContract ? "PPPK" : "PNS Daerah",
		"KEDUDUKAN HUKUM NAMA": number % 50 === 0 ? "Tugas Belajar" : "Aktif",
		"STATUS CPNS PNS": isContract ? "" : number % 20 === 1 ? "C" : "P",
		"TMT CPNS": since,
		"GOL AKHIR NAMA": isContract ? "IX" : pick(["II/c", "III/a", "III/d", "IV/a"], number),
		"JENIS JABATAN NAMA": jobKind,
		"JABATAN NAMA": job,
		"TMT JABATAN": `${two(1 + (number % 28))}-${two(1 + (number % 12))}-2025`,
		"LOKASI KERJA NAMA": "Kabupaten Contoh",
		"UNOR ID": siasnId("B7", unit),
		"UNOR NAMA": `Bidang Layanan ${unit}`,
		"INSTANSI INDUK ID": agency.id,
		"INSTANSI INDUK NAMA": agency.name,
		"INSTANSI KERJA ID": agency.id,
		"INSTANSI KERJA NAMA": agency.name,
		"ESELON NAMA": echelon,
	};
}

/** What an export has and Cakap drops: made up as all else, marked so that a test finds it wherever it went. */
function unkept(number: number, nip: string): SyntheticRow {
	const filled = siasnColumns.map((column): [string, string] => [column, `BUANG ${number % 97}`]);
	return {
		...Object.fromEntries(filled),
		"TANGGAL LAHIR": `${nip.slice(6, 8)}-${nip.slice(4, 6)}-${nip.slice(0, 4)}`,
		NIK: `99${String(number).padStart(14, "0")}`,
		"NOMOR HP": `0800${String(number).padStart(8, "0")}`,
		"NPWP NOMOR": `90${String(number).padStart(13, "0")}`,
	};
}

/** The cells of a row in the order of the columns. */
export const cellsOf = (row: SyntheticRow, columns = siasnColumns): string[] =>
	columns.map((column) => row[column] ?? "");

export function* syntheticRows(count: number, damage?: (row: SyntheticRow, at: number) => SyntheticRow) {
	for (let at = 0; at < count; at++) {
		const row = syntheticRow(at);
		yield cellsOf(damage ? damage(row, at) : row);
	}
}

/** What Excel and people do to a cell; each leaves its trace in one row of a hundred, by turns. */
const damages: readonly ((row: SyntheticRow) => SyntheticRow)[] = [
	(row) => ({ ...row, "NIP BARU": scientific(row["NIP BARU"] ?? "") }),
	(row) => ({ ...row, "NIP BARU": fifteenDigits(row["NIP BARU"] ?? "") }),
	(row) => ({ ...row, "NIP BARU": `'${row["NIP BARU"]}` }),
	(row) => ({ ...row, NAMA: `\u00a0${row.NAMA?.replaceAll(" ", "\u00a0")}` }),
	(row) => ({ ...row, "NIP BARU": fullWidth(row["NIP BARU"] ?? "") }),
	(row) => ({ ...row, "TMT JABATAN": "45689" }),
	(row) => ({ ...row, "TMT JABATAN": "4 Februari 2025" }),
	(row) => ({ ...row, NAMA: "" }),
	(row) => ({ ...row, EMAIL: "tidak ada" }),
	(row) => ({ ...row, "UNOR ID": "#N/A" }),
];

/** The row, damaged where its number ends in 37: one in a hundred. */
export const injectDamage = (row: SyntheticRow, at: number): SyntheticRow =>
	at % 100 === 37 ? pick(damages, Math.floor(at / 100))(row) : row;

export const scientific = (nip: string): string => `${nip.charAt(0)}.${nip.slice(1, 6)}E+17`;
export const fifteenDigits = (nip: string): string => `${nip.slice(0, 15)}000`;
export const fullWidth = (text: string): string =>
	text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
