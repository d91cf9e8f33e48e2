import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import PDFDocument from "pdfkit";

const SECONDS = 2;
const require = createRequire(import.meta.url);

/** What a certificate says, leaf by leaf, as lines of text. */
const leaves = [
	[
		"Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
		"SERTIFIKAT PELATIHAN",
		"Nomor 000123/KS/K-PANRB/XI/2026",
		"Diberikan kepada",
		"Sari Utami Lestari, S.Kom., M.T.",
		"NIP: 19860901 201012 2 003",
		"Golongan: III/c",
		"Jabatan: Pranata Komputer Ahli Muda",
		"Instansi: Pemerintah Kabupaten Bandung",
		"telah LULUS evaluasi akhir dengan nilai 89 pada pelatihan",
		"Keamanan Siber untuk ASN",
		"diselenggarakan sebagai E-Learning, 3 November 2026 sampai dengan 27 November 2026",
		"4 (empat) Jam Pelajaran",
		"Keaslian sertifikat dapat diperiksa melalui kode QR, atau dengan kode AG8B-4MQD-29HN-BDS5-ZYYF-B6SQ-2BH6",
		"Diterbitkan 27 November 2026",
		"Kepala Pusat Pengembangan Kompetensi",
		"Dr. Larasati Widyaningrum, M.Si.",
	],
	[
		"DAFTAR MATA PELATIHAN",
		"1 Ancaman di meja kerja dan cara mengenalinya 1",
		"2 Mengamankan akun dan perangkat 1",
		"3 Berbagi berkas 1",
		"4 Latihan dan evaluasi akhir 1",
		"Capaian kompetensi",
		"D3.1 Mengamankan akun dan perangkat 2 89",
	],
];

/**
 * What one thread of this machine does of what a document is made of: a signature, and a document of the same text by
 * pdfkit as it comes, with neither tags nor QR code nor frame.
 */
export async function yardsticks(): Promise<{ signaturesPerS: number; bareDocumentsPerS: number }> {
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const data = randomBytes(200);
	const signaturesPerS = await rate(async () => void sign("sha256", data, privateKey));
	return { signaturesPerS, bareDocumentsPerS: await rate(bareDocument) };
}

const folder = path.dirname(require.resolve("@expo-google-fonts/noto-sans/package.json"));
const face = path.join(folder, "400Regular/NotoSans_400Regular.ttf");

async function bareDocument(): Promise<void> {
	const pdf = new PDFDocument({ size: "A4", autoFirstPage: false });
	const ended = new Promise((resolve) => pdf.once("end", resolve));
	pdf.resume();
	for (const lines of leaves) {
		pdf.addPage().font(face).fontSize(11);
		for (const line of lines) pdf.text(line);
	}
	pdf.end();
	await ended;
}

async function rate(work: () => Promise<void>): Promise<number> {
	for (let n = 0; n < 5; n++) await work();
	const begun = performance.now();
	let done = 0;
	for (; performance.now() - begun < SECONDS * 1000; done++) await work();
	return done / ((performance.now() - begun) / 1000);
}
