import type { Page } from "@playwright/test";
import { answersFor } from "./answerKey.ts";
import { siteRows } from "./siteRows.ts";

export const EXAM = "/pelatihan/keamanan-siber/ujian";

/** Joins the national course and begins its exam. */
export async function begin(page: Page) {
	await page.goto("/pelatihan/keamanan-siber");
	await page.getByRole("button", { name: "Ikuti pelatihan" }).click();
	await page.goto(EXAM);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	const attempt = (await page.locator("input[name=attempt]").getAttribute("value")) ?? "";
	return { attempt, key: answersFor(attempt) };
}

/** Items of an attempt of which the server has an answer. */
export const savedIn = (attempt: string) =>
	siteRows<{ n: number }>(
		"select count(distinct position) as n from answer_events where attempt_id = ? and value is not null",
		attempt,
	)[0]?.n;
