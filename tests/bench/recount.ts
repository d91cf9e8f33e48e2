import type { Rows } from "../support/sitting/rows.ts";
import type { Kept } from "./examLoad.ts";
import { type Given, type Keyed, worth } from "./keys.ts";

/** Acknowledged answers that are not in the database, or with another value. */
export async function lostOf(rows: Rows, kept: readonly Kept[]): Promise<number> {
	let lost = 0;
	for (const { attempt, device, number, position, value } of kept) {
		const [found] = await rows.ask<{ position: number; value: string }>(
			"SELECT position, value FROM answer_events WHERE attempt_id = ? AND device = ? AND number = ?",
			...[attempt, device, number],
		);
		if (found?.position !== position || !isSame(JSON.parse(found.value), value)) lost++;
	}
	return lost;
}

const isSame = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: object): object =>
	Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, Array.isArray(one) ? [...one].sort() : one]),
	);

type Item = { position: number; content: string; points: number | null };
type Result = { state: string; points: number; score: number; passed: number; certificates: number };

/**
 * Submitted attempts whose points, score, outcome or certificate differ from what the load generator's own record of
 * acknowledged answers is worth; the last answer to an item is the one that counts.
 */
export async function misscoredOf(rows: Rows, kept: readonly Kept[], submitted: readonly string[]) {
	const answers = new Map<string, Map<number, Given>>();
	for (const { attempt, position, value } of kept) {
		const own = answers.get(attempt) ?? new Map<number, Given>();
		answers.set(attempt, own.set(position, value));
	}
	let misscored = 0;
	for (const attempt of submitted) {
		const items = await rows.ask<Item>(
			`SELECT a.position, i.content, a.milli_points AS points FROM attempt_items a
			JOIN items i ON i.id = a.item_id WHERE a.attempt_id = ?`,
			attempt,
		);
		const [result] = await rows.ask<Result>(
			`SELECT state, milli_points AS points, score, passed,
			(SELECT count(*) FROM certificates c WHERE c.attempt_id = a.id) AS certificates FROM attempts a WHERE id = ?`,
			attempt,
		);
		if (!result || !isRight(result, items, answers.get(attempt) ?? new Map())) misscored++;
	}
	return misscored;
}

const PASS_MARK = 70;

function isRight(result: Result, items: Item[], answers: Map<number, Given>): boolean {
	const points = items.map(({ position, content }) =>
		worth(JSON.parse(content) as Keyed, answers.get(position)),
	);
	const sum = points.reduce((total, one) => total + one, 0);
	const score = Math.floor(sum / (10 * items.length));
	const passed = score >= PASS_MARK ? 1 : 0;
	return (
		result.state === "submitted" &&
		items.every((item, index) => item.points === points[index]) &&
		result.points === sum &&
		result.score === score &&
		result.passed === passed &&
		result.certificates === passed
	);
}
