import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import { type DemoAccount, demoAccounts } from "./startSite.ts";

export { expect };

/** Tests of the running site: addresses are relative, and a page's errors and broken rules fail the test. */
export const test = base.extend<{ problems: string[] }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
	baseURL: async ({}, use) => use(process.env.SITE_URL),
	problems: [
		async ({ page }, use) => {
			const problems: string[] = [];
			page.on("pageerror", (error) => problems.push(String(error)));
			page.on("console", (message) => {
				// Covers refusals by the Content-Security-Policy; a 4xx that a test asks for is its own affair.
				if (message.type() === "error" && !/status of [45]\d\d/.test(message.text()))
					problems.push(message.text());
			});
			await use(problems);
			expect(problems).toEqual([]);
		},
		{ auto: true },
	],
});

/** The demo's people with that role; `index` chooses among several. */
export function accountOf(role: string, index = 0): DemoAccount {
	const all = demoAccounts(process.env.SITE_DATA_DIR ?? "").filter((account) => account.role === role);
	const account = all[index];
	if (!account) throw new Error(`the demo has no ${role} number ${index}`);
	return account;
}

/** Signs in as a person does, through the form. */
export async function signIn(page: Page, account: DemoAccount, next?: string): Promise<void> {
	await page.goto(next ? `/masuk?next=${encodeURIComponent(next)}` : "/masuk");
	await page.locator('input[name="identifier"]').fill(account.identifier);
	await page.locator('input[name="password"]').fill(account.password);
	await page.getByRole("button", { name: "Masuk", exact: true }).click();
	await expect(page.locator(".site-header").getByText(account.name)).toBeVisible();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe finds nothing, by all its rules or that on contrast alone, and nothing needs sideways scrolling. The page has scripts. */
export async function expectAccessible(page: Page, rules: "all" | "contrast" = "all"): Promise<void> {
	// Once a page: reading it costs more than running it.
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
	const runOnly =
		rules === "all" ? { type: "tag", values: tags } : { type: "rule", values: ["color-contrast"] };
	const found = await page.evaluate(async (only) => {
		const { axe } = window as unknown as { axe: typeof import("axe-core") };
		const { violations } = await axe.run(document, { runOnly: only as never, resultTypes: ["violations"] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
	}, runOnly);
	expect(found).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
}

/** Keeps the page's scripts on the way, as a slow line does, until the returned function lets them arrive. */
export async function holdScripts(page: Page): Promise<() => void> {
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	await page.route("**/assets/*.island-*.js", async (route) => {
		await arrived;
		await route.continue();
	});
	return arrive;
}
