import { and, asc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { attemptItems, attempts, courseVersions, items } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { familyOf } from "../catalog/blueprint.ts";
import type { BlueprintCell } from "../catalog/courseFacts.ts";
import type { Drawable } from "./drawItems.ts";
import { itemOf } from "./drawnItems.server.ts";
import type { Item } from "./item.ts";

type Row = Pick<typeof items.$inferSelect, "id" | "versionId" | "code" | "askedHash" | "content">;
export type BankItem = Drawable & { id: string; item: Item };

const { id, versionId, code, askedHash, content } = items;
const rowOfBank = { id, versionId, code, askedHash, content };

const MOST = 200;
const banks = new Map<string, BankItem[]>();

/** The items that the blueprint may draw: of the version's own bank, and of the national one where it says so. */
export function* bankFor(tx: Tx, versionId: string, blueprint: readonly BlueprintCell[]): Body<BankItem[]> {
	const own = banks.get(versionId) ?? (yield* itemsWhere(tx, eq(items.versionId, versionId)));
	keep(versionId, own);
	const cells = blueprint.filter(({ from }) => from === "national");
	if (cells.length === 0) return own;
	const asked = cells.map((cell) => and(eq(items.competence, cell.competence), eq(items.level, cell.level)));
	return [
		...own,
		...(yield* itemsWhere(tx, and(isNull(items.versionId), isNull(items.retiredAt), or(...asked)))),
	];
}

/** In the order of their codes, so that a draw can be repeated. */
function* itemsWhere(tx: Tx, condition: SQL | undefined): Body<BankItem[]> {
	const rows = yield* run(tx.select(rowOfBank).from(items).where(condition).orderBy(asc(items.code)));
	return rows.map(bankItem);
}

function bankItem({ id, versionId, code, askedHash, content }: Row): BankItem {
	const item = itemOf({ id, content });
	const { competence, level, prototype, leakRisk } = item;
	const from = versionId === null ? { from: "national" as const } : {};
	return {
		id,
		item,
		competence,
		level,
		...from,
		askedHash,
		leakRisk,
		family: familyOf({ code, prototype, ...from }),
	};
}

/**
 * What the person has met in earlier attempts, also void ones, at any version of the course and in the national bank:
 * families and hashes with the time at which the last of these attempts began.
 */
export function* seenItems(tx: Tx, personId: string, courseId: string): Body<Map<string, number>> {
	const past = yield* run(
		tx
			.select({ id: attempts.id, startedAt: attempts.startedAt })
			.from(attempts)
			.where(eq(attempts.personId, personId)),
	);
	const begun = new Map(past.map(({ id, startedAt }) => [id, startedAt]));
	const seen = new Map<string, number>();
	if (begun.size === 0) return seen;
	for (const row of yield* drawnBefore(tx, [...begun.keys()], courseId)) {
		const at = begun.get(row.attemptId) ?? 0;
		const { family, askedHash } = bankItem(row);
		for (const name of [family, askedHash]) seen.set(name, Math.max(at, seen.get(name) ?? 0));
	}
	return seen;
}

function* drawnBefore(tx: Tx, attemptIds: string[], courseId: string): Body<(Row & { attemptId: string })[]> {
	const ofCourse = or(isNull(items.versionId), eq(courseVersions.courseId, courseId));
	return yield* run(
		tx
			.select({ ...rowOfBank, attemptId: attemptItems.attemptId })
			.from(attemptItems)
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.leftJoin(courseVersions, eq(courseVersions.id, items.versionId))
			.where(and(inArray(attemptItems.attemptId, attemptIds), ofCourse)),
	);
}

/** A published version's bank never changes. */
function keep(versionId: string, bank: BankItem[]): void {
	if (bank.length === 0) return;
	banks.delete(versionId);
	banks.set(versionId, bank);
	const [oldest] = banks.keys();
	if (banks.size > MOST && oldest !== undefined) banks.delete(oldest);
}
