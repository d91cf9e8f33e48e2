import path from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { Item } from "../../app/assessment/item.ts";

/** How to fill in the right answer of each item of an attempt, read from the site's database. */
export function answersFor(attemptId: string): ((page: Page) => Promise<void>)[] {
	const database = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		readonly: true,
	});
	const rows = database
		.prepare(
			`SELECT a.position, i.content FROM attempt_items a JOIN items i ON i.id = a.item_id
			WHERE a.attempt_id = ? ORDER BY a.position`,
		)
		.all(attemptId) as { position: number; content: string }[];
	database.close();
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
