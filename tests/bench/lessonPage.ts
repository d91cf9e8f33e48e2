import type { Page } from "@playwright/test";

const COURSE = "/pelatihan/keamanan-siber";

/** Enrols the signed-in learner if needed and gives the address of the course's first lesson. */
export async function firstLesson(page: Page): Promise<string> {
	await page.goto(COURSE);
	const enrol = page.getByRole("button", { name: "Ikuti pelatihan" });
	if (await enrol.isVisible()) await enrol.click();
	await page.goto(COURSE);
	const link = page.locator(`main a[href^="${COURSE}/"]:not([href$="/ujian"])`).first();
	return (await link.getAttribute("href")) ?? COURSE;
}
