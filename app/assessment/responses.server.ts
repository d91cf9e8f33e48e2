import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { answerDecisions, answerEvents, attemptItems, attempts, items } from "#db/schema/index.ts";
import { type Answer, answerSchema } from "./answer.ts";
import { countedAnswers } from "./answerLog.ts";
import { answerSeconds } from "./answerTimes.ts";
import { itemOf } from "./drawnItems.server.ts";
import type { Item } from "./item.ts";
import type { Response, StatItem } from "./itemFigures.ts";
import { ITEM_MAX } from "./items/points.ts";
import { type Repair, scoreInForce } from "./repair.ts";
import { repairsOf } from "./repairsInForce.server.ts";
import { chosenOf, statItem } from "./statItem.ts";

/** So many attempts are read at once: with their answers a few thousand rows. */
const AT_ONCE = 200;
type AttemptRow = typeof attempts.$inferSelect;
type Known = { item: Item; repair: Repair | undefined };
type Bank = { items: StatItem[]; known: Known[]; indexOf: Map<string, number> };

/**
 * What people did in the exam of a version, read from the log of answers and scored anew: of each person the first
 * attempt that was handed in, in the order of beginning. Read in chunks; what is kept is one small object an answer.
 */
export async function readResponses(
	versionId: string,
): Promise<{ items: StatItem[]; sittings: Response[][] }> {
	const bank = await bankOf(versionId);
	const sittings: Response[][] = [];
	const met = new Set<string>();
	let last: AttemptRow | undefined;
	do {
		const rows = await submittedAfter(versionId, last);
		last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
		const first = rows.filter(({ enrolmentId }) => !met.has(enrolmentId) && met.add(enrolmentId));
		sittings.push(...(await sittingsOf(first, bank)));
	} while (last);
	return { items: bank.items, sittings };
}

async function bankOf(versionId: string): Promise<Bank> {
	const bank: Bank = { items: [], known: [], indexOf: new Map() };
	await addTo(
		bank,
		await db.select().from(items).where(eq(items.versionId, versionId)).orderBy(asc(items.code)),
	);
	return bank;
}

async function addTo(bank: Bank, rows: readonly (typeof items.$inferSelect)[]): Promise<void> {
	const repairs = await repairsOf(rows.map(({ id }) => id));
	for (const row of rows) {
		const known = { item: itemOf(row), repair: repairs.get(row.id) };
		bank.indexOf.set(row.id, bank.items.length);
		bank.known.push(known);
		bank.items.push(statItem(row.id, known.item, known.repair));
	}
}

/** Items of the national bank, which an exam can draw too, are added when somebody has met them. */
async function addMet(bank: Bank, met: readonly { itemId: string }[]): Promise<void> {
	const unknown = new Set(met.map(({ itemId }) => itemId).filter((id) => !bank.indexOf.has(id)));
	if (unknown.size === 0) return;
	const found = db
		.select()
		.from(items)
		.where(inArray(items.id, [...unknown]));
	await addTo(bank, await found.orderBy(asc(items.id)));
}

function submittedAfter(versionId: string, last: AttemptRow | undefined): Promise<AttemptRow[]> {
	const later = last && gt(attempts.startedAt, last.startedAt);
	const same = last && and(eq(attempts.startedAt, last.startedAt), gt(attempts.id, last.id));
	const submitted = and(eq(attempts.versionId, versionId), eq(attempts.state, "submitted"));
	return db
		.select()
		.from(attempts)
		.where(and(submitted, or(later, same)))
		.orderBy(asc(attempts.startedAt), asc(attempts.id))
		.limit(AT_ONCE);
}

async function sittingsOf(rows: readonly AttemptRow[], bank: Bank): Promise<Response[][]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const [drawn, events, decisions] = await Promise.all([
		db.select().from(attemptItems).where(inArray(attemptItems.attemptId, ids)),
		db.select().from(answerEvents).where(inArray(answerEvents.attemptId, ids)),
		db.select().from(answerDecisions).where(inArray(answerDecisions.attemptId, ids)),
	]);
	await addMet(bank, drawn);
	const [drawnBy, eventsBy, decisionsBy] = [byAttempt(drawn), byAttempt(events), byAttempt(decisions)];
	return rows.map((attempt) => {
		const given = (eventsBy.get(attempt.id) ?? []).map((event) => ({
			...event,
			value: answerSchema.parse(event.value),
		}));
		const words = (decisionsBy.get(attempt.id) ?? []).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
		const answers = countedAnswers(given, attempt, words);
		const seconds = answerSeconds(given, attempt.startedAt);
		const met = (drawnBy.get(attempt.id) ?? []).sort((a, b) => a.position - b.position);
		return met.flatMap(({ itemId, position, milliPoints }): Response[] => {
			const item = bank.indexOf.get(itemId);
			if (item === undefined) return [];
			const answer = answers.get(position)?.value ?? null;
			const points = pointsOf(bank.known[item] as Known, answer, milliPoints);
			// Free text that is not marked yet tells nothing.
			if (points === null) return [];
			const share = points / ITEM_MAX;
			const told = { chosen: chosenOf(answer), seconds: seconds.get(position) ?? null };
			return [{ ...told, item, share, omitted: answer === null }];
		});
	});
}

/** Of a free text those that its reviewers gave. */
function pointsOf({ item, repair }: Known, answer: Answer, marked: number | null): number | null {
	return item.type === "essay" && answer !== null ? marked : scoreInForce(item, answer, repair);
}

function byAttempt<Row extends { attemptId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const grouped = new Map<string, Row[]>();
	for (const row of rows) {
		const own = grouped.get(row.attemptId);
		if (own) own.push(row);
		else grouped.set(row.attemptId, [row]);
	}
	return grouped;
}
