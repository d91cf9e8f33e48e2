import { readFileSync } from "node:fs";
import { openAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";

const picture = readFileSync("tests/fixtures/items-exchange/titik.png").toString("base64");
const question = (name: string, text: string, more: string, format = "html") =>
	`<question type="${name === "Gambar" ? "multichoice" : "shortanswer"}"><name><text>${name}</text></name>
	<questiontext format="${format}"><text><![CDATA[${text}]]></text>${more}</questiontext>
	<answer fraction="100" format="html"><text>Kantor</text><feedback><text>Tepat.</text></feedback></answer>
	<answer fraction="0" format="html"><text>${name === "Gambar" ? "Pasar" : "*"}</text><feedback><text>Belum.</text></feedback></answer></question>`;
const moodle = `<?xml version="1.0" encoding="UTF-8"?><quiz>
	${question("Gambar", '<p>Bangunan apa ini?</p><p><img src="@@PLUGINFILE@@/denah%20lantai.png" alt="Denah lantai satu"></p>', `<file name="denah lantai.png" path="/" encoding="base64">${picture}</file>`)}
	${question("Hilang", '<p>Lihat <img src="@@PLUGINFILE@@/tidak-ada.png" alt="x"></p>', "")}
	${question("Isian", "<p>Di <b>mana</b> Anda bekerja?</p>", "")}
</quiz>`;

test("an author takes in questions with a picture after seeing what would become of each, and gets them back", async ({
	page,
}) => {
	await openAs(page, accountOf("training-admin"), "/studio");
	await page.locator('[name="title"]').fill("Soal dari Moodle");
	await page.getByRole("button", { name: "Buat pelatihan" }).click();
	const draft = page.url();
	await page.setViewportSize({ width: 360, height: 800 });
	await page.getByRole("link", { name: "Impor dan ekspor soal" }).click();
	await expectAccessible(page);
	const read = async (text: string) => {
		const file = { name: "bank-soal-kepegawaian-2026.xml", mimeType: "text/xml", buffer: Buffer.from(text) };
		await page.getByLabel("Berkas soal").setInputFiles(file);
		await page.getByRole("button", { name: "Baca berkas" }).click();
	};
	await read("   ");
	await expect(page.getByText("Tidak ada yang diambil. Berkas ini kosong.").first()).toBeVisible();
	await read(moodle);
	await expect(page.getByRole("row", { name: /Gambar.*diambil/ })).toBeVisible();
	await expect(page.getByRole("row", { name: /Hilang.*ditolak.*tidak-ada\.png tidak ada/ })).toBeVisible();
	await expect(page.getByRole("row", { name: /Isian.*diambil dengan perubahan.*Format teks/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Masukkan 2 soal" }).click();
	await expect(page).toHaveURL(draft);
	await expect(page.getByText("2 soal masuk ke bank soal.")).toBeVisible();

	await page.getByRole("link", { name: "gambar", exact: true }).click();
	const shown = page.getByRole("img", { name: "Denah lantai satu" });
	await shown.scrollIntoViewIfNeeded();
	await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
	await expect(page.getByLabel("Teks pengganti gambar 1")).toHaveValue("Denah lantai satu");
	await expectAccessible(page);

	await page.goto(`${draft}/impor`);
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Unduh Moodle XML" }).click(),
	]);
	expect(file.suggestedFilename()).toBe("soal-dari-moodle.xml");
	const exported = readFileSync(await file.path(), "utf8");
	expect(exported).toContain(picture);
	await read(exported);
	await expect(page.getByText("Tidak ada soal baru dalam berkas ini.")).toBeVisible();
});
