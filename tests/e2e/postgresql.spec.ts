import pg from "pg";
import { expect, expectAccessible, test } from "../support/journey.ts";
import { type PostgresServer, startPostgres } from "../support/postgresServer.ts";
import { type DemoAccount, demoAccounts, type Site, startSite } from "../support/startSite.ts";

let server: PostgresServer;
let site: Site;

test.beforeAll(async () => {
	// Filling it with the demo takes most of a minute by itself, and longer beside the others.
	test.setTimeout(400_000);
	server = await startPostgres();
	const admin = new pg.Client({ connectionString: server.url("postgres") });
	await admin.connect();
	await admin.query("CREATE DATABASE cakap_situs");
	await admin.end();
	site = await startSite({ DATABASE_URL: server.url("cakap_situs"), DEMO: "on" });
});
test.afterAll(async () => {
	await site?.stop();
	await server?.stop();
});

const accountOf = (role: string): DemoAccount => {
	const found = demoAccounts(site.dataDir).find((account) => account.role === role);
	if (!found) throw new Error(`the demo has no ${role}`);
	return found;
};

test("the same site on PostgreSQL: a learner to a result, an author to a saved lesson, an analyst to a table", async ({
	browser,
}) => {
	test.setTimeout(120_000);
	const as = async (role: string) => {
		const context = await browser.newContext({ baseURL: site.url, locale: "id-ID" });
		const page = await context.newPage();
		const { identifier, password, name } = accountOf(role);
		await page.goto("/masuk");
		await page.locator('input[name="identifier"]').fill(identifier);
		await page.locator('input[name="password"]').fill(password);
		await page.getByRole("button", { name: "Masuk", exact: true }).click();
		await expect(page.locator(".site-header").getByText(name)).toBeVisible();
		return page;
	};
	const learner = await as("learner");
	await learner.goto("/pelatihan/keamanan-siber");
	await learner.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await learner.getByRole("link", { name: "Mulai belajar" }).click();
	await learner.getByRole("button", { name: /^Tandai sudah dibaca/ }).click();
	await learner.goto("/pelatihan/keamanan-siber/ujian");
	await learner.getByRole("button", { name: "Mulai ujian" }).click();
	await learner.locator(".exam-item input[type=radio]").first().check();
	await expect(learner.locator("#exam-state")).toContainText("Terkirim pukul");
	await learner.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await learner.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(learner.getByText("Belum lulus", { exact: true })).toBeVisible();

	const author = await as("training-admin");
	await author.locator('[name="title"]').fill("Arsip Digital");
	await author.getByRole("button", { name: "Buat pelatihan" }).click();
	await author.getByLabel("Judul materi").fill("Menamai arsip");
	await author.getByRole("button", { name: "Tambah materi" }).click();
	await author.locator('[name="source"]').fill("## Pola\n\nTanggal lalu isi.\n");
	await expect(author.locator("#preview")).toContainText("Tanggal lalu isi.", { timeout: 20_000 });

	const analyst = await as("analyst");
	await expect(analyst).toHaveURL(/\/kesiapan$/);
	expect(await analyst.locator("section[aria-labelledby=instansi] tbody tr").count()).toBeGreaterThan(10);
	await expectAccessible(analyst);
	const admin = await as("agency-admin");
	await admin.goto("/orang?cari=a");
	expect(await admin.locator("tbody tr").count()).toBeGreaterThan(3);
});
