import type { Page } from "@playwright/test";
import type { Item } from "../../app/assessment/item.ts";
import { siteRows } from "./siteRows.ts";

/** How to fill in the right answer of each item of an attempt, read from the site's database. */
export function answersFor(attemptId: string): ((page: Page) => Promise<void>)[] {
	const rows = siteRows<{ position: number; content: string }>(
		`SELECT a.position, i.content FROM attempt_items a JOIN items i ON i.id = a.item_id
		WHERE a.attempt_id = ? ORDER BY a.position`,
		attemptId,
	);
	return rows.map(({ position, content }) => rightAnswer(`q${position}`, JSON.parse(content) as Item));
}

function rightAnswer(name: string, item: Item): (page: Page) => Promise<void> {
	return async (page) => {
		switch (item.type) {
			case "matching":
				for (const { id, right } of item.pairs)
					await page.locator(`select[name="${name}.${id}"]`).selectOption(right);
				return;
			case "numeric":
				return page.locator(`input[name="${name}"]`).fill(String(item.answer).replace(".", ","));
			case "text":
				return page.locator(`input[name="${name}"]`).fill(item.accept[0] ?? "");
			default:
				for (const { id, correct } of item.options) {
					if (correct) await page.locator(`input[name="${name}"][value="${id}"]`).check();
				}
		}
	};
}
