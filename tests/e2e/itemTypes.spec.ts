import type { Browser, Page } from "@playwright/test";
import { answersFor } from "../support/answerKey.ts";
import { enterAs } from "../support/directSession.ts";
import { examinee } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

const said = { fbCorrect: "Tepat.", fbWrong: "Belum tepat." };

/** One item of each type, as an author writes it in the studio. */
const items: Record<string, Record<string, string>> = {
	single: {
		options: "*Melapor | Tepat.\nDiam | Belum.",
		correction: "1",
		picture1: "media/surel.png",
		pictureAlt1: "Surel yang diterima",
	},
	multiple: { options: "*Ketik\n*Kirim\nBuang" },
	truefalse: { options: "*Benar\nSalah" },
	matching: { pairs: "Sandi | Rahasia\nNama | Terbuka", distractors: "Lain" },
	ordering: { elements: "Putuskan sambungan\nLapor\nGanti sandi" },
	numeric: { answer: "2048", tolerance: "1", units: "MB | 1\nGB | 1024\nMbps", ...said },
	text: { accept: "autentikasi multifaktor\nMFA", ...said },
	gaptext: { text: "Sandi yang baik paling sedikit [[12 | dua belas]] huruf dan [[unik]]." },
	gapchoice: { text: "Buka [[laman resmi | tautan pesan]], lalu [[lapor]].", choices: "lapor\ndiam" },
	classification: {
		columns: "Umum\nTerbatas\nRahasia",
		rows: "Siaran pers | Umum\nDaftar NIP | Terbatas\nHasil pemeriksaan | Rahasia",
	},
	areas: {
		image: "media/surel.png",
		alt: "Surel dengan alamat pengirim dan tombol",
		size: "100 x 100",
		areas: "*Alamat pengirim | 5 5 90 30\nTombol | 50 70 15",
	},
	inbox: {
		messages:
			"Dari: gaji@kemenkeu-go-id.example\nPerihal: Verifikasi\nWaktu: 08.15\nLampiran: gaji.apk\nTepat: Laporkan kepada tim keamanan\nIsi: Segera.\n---\nDari: tu@dinas.go.id\nPerihal: Rapat\nTepat: Balas\nIsi: Pukul 10.00?",
	},
	sharing: {
		document: "Anggaran 2027.xlsx",
		parties: "Tim penyusun | Mengisi angka | Menyunting\nPublik | Tidak ada | Tidak ada akses",
	},
	signedfile: {
		reasons: "Penerbit tepercaya dan isi utuh\nIsi berubah",
		files: "Berkas: SK-12.pdf\nPerubahan: tidak ada\nKeputusan: sah\nAlasan: Penerbit tepercaya dan isi utuh",
	},
	essay: { rubric: "# Langkah\n0 | Tidak ada\n1000 | Lengkap" },
};
const count = Object.keys(items).length;

const PICTURE = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIAAAr+gP9Ku8YvQAAAABJRU5ErkJggg==",
	"base64",
);

async function as(browser: Browser, role: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: process.env.SITE_URL, javaScriptEnabled: false });
	const page = await context.newPage();
	await enterAs(context, accountOf(role).identifier);
	return page;
}

async function write(page: Page, draft: string) {
	const facts = page.locator('form:has(input[value="facts"])');
	for (const [name, value] of Object.entries({
		summary: "Semua jenis soal.",
		outcomes: "Menjawab soal.",
		competences: "D1.3 | 1",
		blueprint: `D1.3 | 1 | ${count}`,
		signatoryName: "Penanda Tangan (sintetis)",
		signatoryPosition: "Kepala Badan",
	}))
		await facts.locator(`[name="${name}"]`).fill(value);
	await facts.getByRole("button", { name: "Simpan" }).click();
	const upload = page.locator('form:has(input[type="file"])');
	await upload
		.locator('input[type="file"]')
		.setInputFiles({ name: "surel.png", mimeType: "image/png", buffer: PICTURE });
	await upload.locator("button").click();
	await page.getByLabel("Judul materi").fill("Satu materi");
	await page.getByRole("button", { name: "Tambah materi" }).click();
	await page.locator('[name="source"]').fill("## Isi\n\nTeks.\n");
	await page.locator('[name="objective"]').fill("Tahu.");
	await page.getByRole("button", { name: "Simpan dan lihat" }).click();
	for (const [type, fields] of Object.entries(items)) {
		const address = `${draft}/soal/baru?jenis=${type}`;
		const common = { code: `jenis-${type}`, competence: "D1.3", level: "1", stem: `Soal jenis ${type}?` };
		if (byHand.includes(type)) await fillIn(page, address, { ...common, ...fields });
		else await send(page, address, { ...common, type, ...fields });
	}
}

/** As a person fills the form in; the others are sent as that form sends them, which takes a tenth of the time. */
const byHand = ["inbox", "areas"];

async function fillIn(page: Page, address: string, fields: Record<string, string>) {
	await page.goto(address);
	for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
	await page.getByRole("button", { name: "Simpan", exact: true }).click();
	await expect(page.getByText("Tersimpan.", { exact: true })).toBeVisible();
}

async function send(page: Page, address: string, form: Record<string, string>) {
	const headers = { Origin: process.env.SITE_URL ?? "" };
	const sent = await page.request.post(address, { form, headers, maxRedirects: 0 });
	expect(sent.status()).toBe(303);
}

async function publish(browser: Browser) {
	const author = await as(browser, "training-admin");
	await author.goto("/studio");
	await author.locator('[name="title"]').fill("Semua Jenis Soal");
	await author.getByRole("button", { name: "Buat pelatihan" }).click();
	const draft = author.url();
	await write(author, draft);
	await author.goto(draft);
	await author.getByRole("button", { name: "Ajukan untuk ditelaah" }).click();
	await expect(author.getByText("Menunggu telaah", { exact: true })).toBeVisible();
	const reviewer = await as(browser, "reviewer");
	await reviewer.goto(draft);
	await reviewer.getByRole("button", { name: "Terbitkan" }).click();
	await expect(reviewer.getByText("Terbit. Peserta baru mendapat versi ini.")).toBeVisible();
}

const COURSE = "/pelatihan/semua-jenis-soal";

/** Fills in the key of every item and hands in; all is full but the free text, which waits for its reviewer. */
async function sit(page: Page, look: (page: Page) => Promise<void>) {
	await page.goto(COURSE);
	await page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await page.goto(`${COURSE}/ujian`);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	const attempt = (await page.locator("input[name=attempt]").getAttribute("value")) ?? "";
	const key = answersFor(attempt);
	expect(key).toHaveLength(count);
	for (const fill of key) await fill(page);
	await look(page);
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await expect(page.getByText("Semua soal sudah dijawab.")).toBeVisible();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	return attempt;
}

test("every type of item is written in the studio and answered, with JavaScript and without", async ({
	page,
	browser,
}) => {
	test.setTimeout(180_000);
	await publish(browser);
	await examinee(page);
	const first = await sit(page, async () => {
		const shown = page.getByRole("img", { name: "Surel yang diterima" });
		await expect(shown).toHaveAttribute("width", "1");
		await shown.scrollIntoViewIfNeeded();
		await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await expectAccessible(page);
		}
	});
	const context = await browser.newContext({
		baseURL: process.env.SITE_URL,
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 },
	});
	const plain = await context.newPage();
	await examinee(plain);
	const second = await sit(plain, async () => {});
	for (const attempt of [first, second]) {
		const rows = siteRows<{ type: string; points: number | null }>(
			`SELECT i.type, a.milli_points AS points FROM attempt_items a JOIN items i ON i.id = a.item_id
			WHERE a.attempt_id = ?`,
			attempt,
		);
		for (const { type, points } of rows)
			expect([type, points ?? 0]).toEqual([type, type === "essay" ? 0 : 1000]);
		expect(rows).toHaveLength(count);
	}
});
