import { beforeAll, describe, expect, it } from "vitest";
import { certificatePdf } from "#app/certification/pdf/certificatePdf.server.ts";
import type { Document } from "#app/certification/pdf/frontLeaf.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { pdfTexts } from "#tests/support/pdfText.ts";

const NOW = Date.UTC(2026, 10, 25, 3);

const document = (rest: Partial<Document["print"]> = {}, more: Partial<Document> = {}): Document => ({
	number: "000123/KS/K-PANRB/XI/2026",
	code: "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345",
	validUntil: "2029-11-25",
	address: "https://cakap.example.go.id/periksa?code=ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345",
	lang: "id",
	signedBy: certificationMessages.id.signedLocally,
	replaces: "",
	logo: null,
	...more,
	print: {
		name: "Sari Wulandari, S.Kom., M.T.",
		identifierKind: "NIP",
		identifier: "199001012015012001",
		employment: "PNS",
		grade: "III/c",
		position: "Pranata Komputer Ahli Pertama",
		agencyName: "Pemerintah Kabupaten Bandung",
		courseTitle: "Keamanan Siber untuk ASN",
		courseCode: "KS",
		form: 16,
		issuerName: "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
		issuerPlace: "",
		signatory: { name: "Dr. Larasati Widyaningrum, M.Si. (sintetis)", position: "Kepala Pusat (contoh)" },
		startedOn: "2026-11-20",
		finishedOn: "2026-11-25",
		issuedOn: "2026-11-25",
		jp: 4,
		score: 85,
		subjects: [
			{ subject: "Ancaman di meja kerja dan cara mengenalinya", jp: 1 },
			{ subject: "Mengamankan akun dan perangkat", jp: 1 },
			{ subject: "Berbagi berkas", jp: 1 },
			{ subject: "Latihan dan evaluasi akhir", jp: 1 },
		],
		competences: [{ code: "D3.1", name: "Mengamankan akun dan perangkat", level: 1, score: 90 }],
		...rest,
	},
});

const longest =
	"Raden Mas Haryo Bambang Kusumonegoro Wirabuana Sastrodiningrat Prawiroatmodjo Tjokroaminoto Notodihardjo, S.H., M.Kn., Ph.D.";
/** Whether the document says it, in one of its fonts, however its lines are broken. */
const says = (pdf: Buffer, text: string) =>
	pdfTexts(pdf).some((all) => all.includes(text.replace(/\s+/g, "")));
const pages = (pdf: Buffer) => [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;

describe("a certificate's document", () => {
	let pdf: Buffer;
	let raw: string;
	beforeAll(async () => {
		pdf = await certificatePdf(document(), NOW);
		raw = pdf.toString("latin1");
	});

	it("has two leaves, with all that a certificate has to say, as text", () => {
		expect(pages(pdf)).toBe(2);
		for (const said of [
			"SERTIFIKAT PELATIHAN",
			"000123/KS/K-PANRB/XI/2026",
			"Sari Wulandari, S.Kom., M.T.",
			"19900101 201501 2 001",
			"III/c",
			"Keamanan Siber untuk ASN",
			"E-Learning",
			"4 (empat) Jam Pelajaran",
			"25 November 2029",
			"ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345",
			"Dr. Larasati Widyaningrum, M.Si.",
			"DAFTAR MATA PELATIHAN",
			"Latihan dan evaluasi akhir",
			"D3.1 Mengamankan akun dan perangkat",
		])
			expect([said, says(pdf, said)]).toEqual([said, true]);
	});

	it("is tagged, with language, title and embedded fonts, and bears no mark of the state or of BSrE", () => {
		expect(raw).toContain("/MarkInfo");
		expect(raw).toContain("/Lang (id-ID)");
		expect(raw).toContain("/DisplayDocTitle true");
		for (const kind of ["/S /H1", "/S /Table", "/S /TH", "/S /Figure"]) expect(raw).toContain(kind);
		expect(raw.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
		expect(raw).not.toContain("/Subtype /Image");
		expect(says(pdf, "BSrE")).toBe(false);
		expect(says(pdf, "bukan tanda tangan elektronik tersertifikasi")).toBe(true);
	});

	it("is in English on request, and says what it replaces", async () => {
		const english = await certificatePdf(document({}, { lang: "en", replaces: "000001/KS/X/I/2026" }), NOW);
		expect(says(english, "TRAINING CERTIFICATE")).toBe(true);
		expect(says(english, "000001/KS/X/I/2026")).toBe(true);
	});
});

describe("whatever stands in it", () => {
	it.each([
		["a name of 120 letters and more", { name: longest, position: longest, agencyName: longest }],
		["a name of one word without a space", { name: "W".repeat(120) }],
		[
			"letters with marks, and of other scripts that the font has",
			{ name: "Ng̃ūrah Đặng Ścibor Ärzttöchter Ελένη Ирина" },
		],
		["a long title", { courseTitle: longest, signatory: { name: longest, position: longest } }],
	])("%s is whole, on two leaves", async (_, rest) => {
		const made = document(rest);
		const pdf = await certificatePdf(made, NOW);
		expect(pages(pdf)).toBe(2);
		for (const said of [made.print.name, made.print.courseTitle]) expect(says(pdf, said)).toBe(true);
	});

	it("many subjects go on on further leaves, none lost", async () => {
		const subjects = Array.from({ length: 90 }, (_, n) => ({ subject: `Mata pelatihan ke-${n + 1}`, jp: 1 }));
		const pdf = await certificatePdf(document({ subjects, jp: 90 }), NOW);
		expect(pages(pdf)).toBeGreaterThan(3);
		for (const { subject } of subjects) expect([subject, says(pdf, subject)]).toEqual([subject, true]);
	});
});
