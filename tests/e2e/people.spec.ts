import type { Browser, Page } from "@playwright/test";
import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

/** Each of Playwright's workers, also one that replaces another, has a year of its own. */
const year = 1975 + Number(process.env.TEST_WORKER_INDEX ?? 0);
const REASON = "Surat keputusan uji nomor 17";

/** The page of one of the demo's accounts, or of whoever has the number. */
async function pageOf(browser: Browser, identifier: string, width = 1280): Promise<Page> {
	const context = await browser.newContext({
		baseURL: process.env.SITE_URL,
		viewport: { width, height: 800 },
	});
	await enterAs(context, identifier);
	return context.newPage();
}

type Adding = { name: string; number: string; employment: string };

/** Adds a person through the site. @returns their id */
async function addPerson(admin: Page, { name, number, employment }: Adding): Promise<string> {
	await admin.goto("/orang/baru");
	await admin.getByLabel("Nama", { exact: true }).fill(name);
	await admin.getByLabel("Status kepegawaian").selectOption(employment);
	await admin.getByLabel("NIP atau NI PPPK").fill(number);
	await admin.getByLabel("Jabatan", { exact: true }).fill("Arsiparis");
	await admin.getByRole("button", { name: "Tambahkan", exact: true }).click();
	await expect(admin.getByRole("button", { name: "Buat kode lisan" })).toBeVisible();
	const query = "select person_id as id from identifiers where value = ?";
	return siteRows<{ id: string }>(query, number)[0]?.id ?? "";
}

async function doAct(admin: Page, personId: string, act: string, fill: () => Promise<void>): Promise<void> {
	await admin.goto(`/orang/${personId}/ubah`);
	await admin.getByRole("link", { name: act }).click();
	await fill();
	await admin.getByLabel("Alasan atau dasar").fill(REASON);
	await admin.getByRole("button", { name: "Lihat akibatnya" }).click();
	await expect(admin.getByRole("heading", { name: "Yang ikut berubah" })).toBeVisible();
	await admin.getByRole("button", { name: "Lakukan" }).click();
	await expect(admin.getByText("Perubahan berlaku.")).toBeVisible();
}

test("a person moves agency twice and turns from PPPK to CPNS: one record, all learning kept, counted once", async ({
	browser,
}) => {
	const old = `${year}02032021211001`;
	const fresh = `${year}02032026121001`;
	const name = `Pindah Dua ${year}`;
	const admin = await pageOf(browser, accountOf("agency-admin").identifier, 360);
	const other = await pageOf(browser, accountOf("agency-admin", 1).identifier);
	const personId = await addPerson(admin, { name, number: old, employment: "PPPK" });
	const learner = await pageOf(browser, old);
	await learner.goto("/pelatihan/keamanan-siber");
	await learner.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await expect(learner.getByRole("button", { name: "Ikuti pelatihan" })).toHaveCount(0);

	await doAct(admin, personId, "Pindah instansi", async () => {
		await admin.getByLabel("Kode instansi tujuan").fill("tidak-ada");
		await admin.getByLabel("Alasan atau dasar").fill(REASON);
		await admin.getByRole("button", { name: "Lihat akibatnya" }).click();
		await expect(admin.getByRole("alert")).toContainText("Tidak ada instansi dengan kode itu");
		await expectAccessible(admin);
		await admin.getByLabel("Kode instansi tujuan").fill("95");
	});
	// The record went along: it opens to nobody here any more.
	expect((await admin.goto(`/orang/${personId}`))?.status()).toBe(404);
	await doAct(other, personId, "Pindah instansi", () =>
		other.getByLabel("Kode instansi tujuan").fill("3204"),
	);
	await doAct(admin, personId, "Status kepegawaian berubah", async () => {
		await admin.getByLabel("Status kepegawaian").selectOption("CPNS");
		await admin.getByLabel("NIP atau NI PPPK baru").fill(fresh);
	});
	await admin.goto(`/orang/${personId}`);
	await expectAccessible(admin);
	const posts = admin.getByRole("table", { name: "Penempatan" });
	await expect(posts.locator("tbody tr")).toHaveCount(4);
	await expect(posts.locator("tbody tr").first()).toContainText("CPNS");
	await expect(admin.getByRole("table", { name: "Pelatihan" })).toContainText("Keamanan");
	await expect(admin.getByRole("table", { name: "Nomor dan alamat" }).locator("tbody tr")).toHaveCount(2);

	const root = await pageOf(browser, accountOf("system-admin").identifier);
	for (const search of [old, fresh.slice(0, 10), name]) {
		await root.goto(`/orang?cari=${encodeURIComponent(search)}`);
		await expect(root.getByRole("link", { name, exact: true })).toHaveCount(1);
	}
	const counted = siteRows<{ people: number }>(
		"select sum(case kind when 'person.joined' then 1 else -1 end) as people from activity where person_id = ? and kind in ('person.joined', 'person.left')",
		personId,
	);
	expect(counted).toEqual([{ people: 1 }]);
	await learner.goto("/beranda");
	await expect(learner.locator("main")).toContainText("Keamanan");
});

test("two records of one person are seen side by side, merged, and made two again", async ({ browser }) => {
	const admin = await pageOf(browser, accountOf("agency-admin").identifier);
	const names = [`Ganda Lama ${year}`, `Ganda Lamma ${year}`] as const;
	const [one, two] = [
		await addPerson(admin, { name: names[0], number: `${year}05062021211011`, employment: "PPPK" }),
		await addPerson(admin, { name: names[1], number: `${year}05062026121011`, employment: "CPNS" }),
	];
	const root = await pageOf(browser, accountOf("system-admin").identifier);
	await root.goto(`/orang/gabung?satu=${one}&dua=${two}`);
	await root.getByRole("link", { name: "Tukar: pertahankan data kedua" }).click();
	await expect(root.locator("thead")).toContainText("Dipertahankan");
	await expect(root.locator("main")).toContainText("Keduanya memiliki penempatan");
	await expectAccessible(root);
	await root.getByRole("button", { name: "Gabungkan" }).click();
	await expect(root.getByRole("alert")).toContainText("10 sampai 500 huruf");
	await root.getByLabel("Alasan penggabungan").fill("Nomor PPPK lama dan NIP baru orang yang sama");
	await root.getByRole("button", { name: "Gabungkan" }).click();
	await expect(root.getByText("Kedua data digabungkan.")).toBeVisible();
	await expectAccessible(root);
	const merged = root.url();
	await root.goto(`/orang/${one}`);
	await expect(root).toHaveURL(new RegExp(two));
	await expect(root.getByRole("table", { name: "Nomor dan alamat" }).locator("tbody tr")).toHaveCount(2);
	await root.goto(merged);
	await root.getByLabel("Alasan pembatalan").fill("Ternyata memang dua orang");
	await root.getByRole("button", { name: "Batalkan penggabungan" }).click();
	await expect(root.getByText("Kedua data seperti sebelumnya.")).toBeVisible();
	await root.goto(`/orang/${one}`);
	await expect(root.getByRole("heading", { level: 1 })).toHaveText(names[0]);
	// A record with itself, and a merge that is not there.
	await root.goto(`/orang/gabung?satu=${one}&dua=${one}`);
	await expect(root.locator("main")).toContainText("Itu data yang sama");
	expect((await admin.goto(`/orang/gabung?satu=${one}&dua=tidak-ada`))?.status()).toBe(404);
});
