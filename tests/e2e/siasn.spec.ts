import { readFileSync } from "node:fs";
import { enterAs } from "../support/directSession.ts";
import { knownToSiasn } from "../support/examinee.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

test("the agency's admin exports training histories to SIASN: what is new, who waits, and nothing twice", async ({
	page,
	context,
}) => {
	const [holder] = siteRows<{ person: string; number: string }>(
		`select c.person_id as person, c.number from certificates c join agencies a on a.id = c.agency_id
		where a.code = '3204' and c.revoked_at is null order by c.id limit 1`,
	);
	if (!holder) throw new Error("the demo has no certificate of that agency");
	knownToSiasn(holder.person, "A8ACA7B8-UJI");
	await enterAs(context, accountOf("agency-admin").identifier);
	await page.goto("/jp/instansi");
	await page.getByRole("link", { name: "Ekspor SIASN" }).click();
	await page.getByLabel("instansiId").fill("A5EB03E2/?");
	await page.getByLabel("lokasiId").fill("A5EB03E2-LOK");
	await page.getByRole("button", { name: "Simpan nomor" }).click();
	await expect(page.getByRole("alert")).toContainText("huruf, angka, dan tanda hubung");
	await expect(page.getByLabel("instansiId")).toHaveValue("A5EB03E2/?");
	await page.getByLabel("instansiId").fill("A5EB03E2-INST");
	await page.getByRole("button", { name: "Simpan nomor" }).click();
	await page.getByRole("button", { name: "Buat ekspor" }).click();
	const file = page.getByRole("link", { name: "baru (CSV)" });
	await expect(async () => {
		await page.reload();
		await expect(file).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 30_000 });
	await expect(page.getByRole("heading", { name: "Menunggu PNS ID" })).toBeVisible();
	await expectAccessible(page);
	const arriving = page.waitForEvent("download");
	await file.click();
	const text = readFileSync(await (await arriving).path(), "utf8");
	expect(text).toContain("instansiId,institusiPenyelenggara,jenisDiklatId");
	expect(text).toContain(`${holder.number},A8ACA7B8-UJI,`);

	await page.getByRole("button", { name: "Buat ekspor" }).click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByText("sedang dibuat")).toHaveCount(0, { timeout: 500 });
	}).toPass({ timeout: 30_000 });
	await expect(page.locator("tbody tr").first().locator("td").nth(1)).toHaveText("0");
});
