import { examinee, grantTo } from "../support/examinee.ts";
import { expect, expectAccessible, test } from "../support/journey.ts";

test("who administers two agencies sees for which, and chooses the other", async ({ page }) => {
	const admin = await examinee(page);
	grantTo(admin, "agency-admin", "3204");
	grantTo(admin, "agency-admin", "3273");
	await page.goto("/peran");
	const header = page.locator("header.site-header");
	const select = page.getByLabel("Instansi", { exact: true });
	const chosen = async () => (await select.locator("option:checked").textContent()) ?? "";
	const first = await chosen();
	await expectAccessible(page);
	const other = (await select.locator("option:not(:checked)").textContent()) ?? "";
	await select.selectOption({ label: other });
	await page.getByRole("button", { name: "Pilih instansi" }).click();
	await expect(page.getByText("Instansi dipilih.")).toBeVisible();
	expect(await chosen()).toBe(other);
	await expect(header.getByRole("link", { name: /^untuk / })).toBeVisible();
	await page.goto("/instansi");
	await expect(page.locator("main")).toContainText(other);
	await expect(page.locator("main")).not.toContainText(first);
});
