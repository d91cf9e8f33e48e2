import type { Page } from "@playwright/test";
import { itemSchema } from "../../app/assessment/item.ts";
import { keyAnswer } from "../../app/assessment/score.ts";
import { siteRows } from "./siteRows.ts";

/** How to fill in the right answer of each item of an attempt, read from the site's database. */
export function answersFor(attemptId: string): ((page: Page) => Promise<void>)[] {
	const rows = siteRows<{ position: number; content: string }>(
		`SELECT a.position, i.content FROM attempt_items a JOIN items i ON i.id = a.item_id
		WHERE a.attempt_id = ? ORDER BY a.position`,
		attemptId,
	);
	return rows.map(({ position, content }) => {
		const answer = keyAnswer(itemSchema.parse(JSON.parse(content))) ?? { typed: "Saya melapor dahulu." };
		const name = `q${position}`;
		return async (page) => {
			if ("typed" in answer) return page.locator(`[name="${name}"]`).fill(answer.typed);
			if ("chosen" in answer) {
				for (const id of answer.chosen) await page.locator(`input[name="${name}"][value="${id}"]`).check();
				return;
			}
			for (const [slot, value] of Object.entries(answer.pairs))
				await fillSlot(page, `${name}.${slot}`, value);
		};
	});
}

/** A part of an item is a list, radio buttons or a field. */
async function fillSlot(page: Page, name: string, value: string) {
	const fields = page.locator(`[name="${name}"]`);
	const kind = await fields.first().evaluate((field) => (field as HTMLInputElement).type);
	if (kind === "select-one") return void (await fields.selectOption(value));
	if (kind === "radio") return page.locator(`[name="${name}"][value="${value}"]`).check();
	return fields.fill(value);
}

/** Answers an item by one act: its first box, its first list or its field. */
export async function touchItem(page: Page, position: number) {
	const field = page.locator(`#q${position}`).locator("input:not([type=hidden]), select").first();
	const kind = await field.evaluate((one) => (one instanceof HTMLInputElement ? one.type : "list"));
	if (kind === "list") return void (await field.selectOption({ index: 1 }));
	return kind === "text" ? field.fill("7") : field.check();
}
