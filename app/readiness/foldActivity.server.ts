import { and, asc, eq, sql } from "drizzle-orm";
import { dialect } from "#db/config.ts";
import { activity, agencyMonths, foldCursors, unitCourseMonths } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Delta, deltaOf, sumBy } from "./delta.ts";
import { type Forwards, forwarded } from "./forward.ts";
import { openGeneration } from "./generation.server.ts";
import { monthOf } from "./month.ts";
import { forwardsOf, transferFigures } from "./transferFigures.server.ts";

/** Few enough that a write transaction stays far below 50 ms. */
export const FOLD_CHUNK = 500;
/** Each costs some statements of its own. */
const TRANSFERS = 20;

/**
 * Folds the next rows of the activity log (at most `limit`, at most 500) into the roll-ups, in one transaction
 * that also moves the cursor: a crash folds nothing twice and nothing by half.
 * @returns how many rows were read; 0 when nothing is left
 */
export function foldActivity(limit = FOLD_CHUNK, now = Date.now()): Promise<number> {
	return transaction(function* (tx) {
		return yield* foldChunk(tx, yield* openGeneration(tx), Math.min(limit, FOLD_CHUNK), now);
	});
}

/** Folds until nothing is left. @returns how many rows were read */
export async function foldAll(now = Date.now()): Promise<number> {
	for (let total = 0; ; ) {
		const folded = await foldActivity(FOLD_CHUNK, now);
		if (folded === 0) return total;
		total += folded;
	}
}

/** Folds the next chunk into the generation. */
export function* foldChunk(tx: Tx, generation: string, limit: number, now: number): Body<number> {
	const rows = withFewTransfers(yield* nextRows(tx, generation, limit));
	const last = rows.at(-1);
	if (!last) return 0;
	yield* foldRows(tx, generation, rows);
	const at = { transactionId: last.transactionId, seq: last.seq, foldedAt: now };
	yield* run(
		tx
			.insert(foldCursors)
			.values({ name: generation, ...at })
			.onConflictDoUpdate({ target: foldCursors.name, set: at }),
	);
	return rows.length;
}

type LogRow = ReturnType<typeof nextRows> extends Body<(infer R)[]> ? R : never;
const isTransfer = ({ kind }: LogRow) => kind === "unit.transferred";

function withFewTransfers(rows: LogRow[]): LogRow[] {
	const places = rows.flatMap((row, at) => (isTransfer(row) ? at : []));
	const last = places[TRANSFERS - 1];
	return last === undefined ? rows : rows.slice(0, last + 1);
}

/** A transfer moves what was counted before it: all that comes first is written first. */
function* foldRows(tx: Tx, generation: string, rows: LogRow[]): Body<void> {
	let forwards: Forwards = yield* forwardsOf(tx, generation);
	let deltas: Delta[] = [];
	for (const row of rows) {
		if (!isTransfer(row)) {
			const delta = deltaOf(row);
			if (delta) deltas.push(...forwarded(delta, forwards));
			continue;
		}
		yield* add(tx, generation, deltas);
		const from = { agencyId: row.agencyId ?? "", unitId: row.unitId ?? "" };
		const { toAgency, toUnit } = row.data;
		const to = { agencyId: String(toAgency), unitId: String(toUnit), month: monthOf(row.occurredAt) };
		({ deltas, forwards } = yield* transferFigures(tx, generation, from, to, forwards));
	}
	yield* add(tx, generation, deltas);
}

function* add(tx: Tx, generation: string, deltas: Delta[]): Body<void> {
	yield* addToAgencies(tx, generation, deltas);
	yield* addToUnits(tx, generation, deltas);
}

/**
 * PostgreSQL's sequence runs ahead of its commits: a slow transaction's rows would appear behind the cursor.
 * So the log is read in the order of transactions, and only below the oldest that is still running.
 */
const settled =
	dialect() === "postgresql"
		? sql`${activity.transactionId} < lpad(pg_snapshot_xmin(pg_current_snapshot())::text, 20, '0')`
		: undefined;

function* nextRows(tx: Tx, generation: string, limit: number) {
	const [cursor] = yield* run(tx.select().from(foldCursors).where(eq(foldCursors.name, generation)));
	const behind = sql`(${activity.transactionId}, ${activity.seq}) > (${cursor?.transactionId ?? ""}, ${cursor?.seq ?? 0})`;
	return yield* run(
		tx
			.select({
				kind: activity.kind,
				agencyId: activity.agencyId,
				unitId: activity.unitId,
				courseId: activity.courseId,
				jp: activity.jp,
				data: activity.data,
				occurredAt: activity.occurredAt,
				transactionId: activity.transactionId,
				seq: activity.seq,
			})
			.from(activity)
			.where(and(behind, settled))
			.orderBy(asc(activity.transactionId), asc(activity.seq))
			.limit(limit),
	);
}

function* addToAgencies(tx: Tx, generation: string, deltas: Delta[]): Body<void> {
	const sums = sumBy(deltas, (d) => `${d.agencyId} ${d.month}`);
	if (sums.length === 0) return;
	const { agencyId, month } = agencyMonths;
	yield* run(
		tx
			.insert(agencyMonths)
			.values(sums.map(({ unitId: _unit, courseId: _course, ...sum }) => ({ generation, ...sum })))
			.onConflictDoUpdate({
				target: [agencyMonths.generation, agencyId, month],
				set: increments(agencyMonths),
			}),
	);
}

function* addToUnits(tx: Tx, generation: string, deltas: Delta[]): Body<void> {
	const sums = sumBy(deltas, (d) => `${d.agencyId} ${d.unitId} ${d.courseId} ${d.month}`);
	if (sums.length === 0) return;
	const { agencyId, unitId, courseId, month } = unitCourseMonths;
	yield* run(
		tx
			.insert(unitCourseMonths)
			.values(sums.map((sum) => ({ generation, ...sum })))
			.onConflictDoUpdate({
				target: [unitCourseMonths.generation, agencyId, unitId, courseId, month],
				set: increments(unitCourseMonths),
			}),
	);
}

/** Adds the refused row's counts to the one that is there. */
function increments(table: typeof agencyMonths | typeof unitCourseMonths) {
	return {
		people: sql`${table.people} + excluded.people`,
		enrolled: sql`${table.enrolled} + excluded.enrolled`,
		finished: sql`${table.finished} + excluded.finished`,
		passed: sql`${table.passed} + excluded.passed`,
		certificates: sql`${table.certificates} + excluded.certificates`,
		jp: sql`${table.jp} + excluded.jp`,
	};
}
