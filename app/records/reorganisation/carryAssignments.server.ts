import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type AssignmentRule, agencies, type ChangeKind, reorganisationChanges } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { TransferEffect } from "../../agencies/transfers.ts";
import {
	carryMembers,
	endTwins,
	handOverAssignments,
	handOverFilters,
	type OwnedFilter,
	putAssignment,
	putFilter,
	type Twin,
	twinAssignments,
} from "../../learning/assignments/carryOver.server.ts";
import type { ChangeRow } from "./hindrances.server.ts";

type Act = { id: string; agencyId: string };
type Change = Pick<ChangeRow, "rowId" | "before" | "after">;

/** Assignments and rules of a merged agency are the other's; assignments of one that is split go on in each part. */
export function* moveAssignments(tx: Tx, act: Act, effect: TransferEffect): Body<void> {
	const { gathering, made, units } = effect;
	const changes: (Change & { kind?: ChangeKind })[] = [];
	if (gathering) {
		const over = { from: act.agencyId, to: gathering.agencyId, within: gathering.id };
		for (const { before, after } of yield* handOverAssignments(tx, over))
			changes.push({ rowId: before.id, before, after });
		const label = yield* shortNameOf(tx, act.agencyId);
		for (const { before, after } of yield* handOverFilters(tx, { ...over, label }))
			changes.push({ rowId: before.id, kind: "assignment-filter", before, after });
	}
	for (const { id: to } of made) {
		const unitIds = new Set(units.filter((unit) => unit.to === to).map(({ before }) => before.id));
		for (const { of, id } of yield* twinAssignments(tx, { from: act.agencyId, to, unitIds }))
			changes.push({ rowId: id, before: null, after: { of, agencyId: to } });
	}
	const rows = changes.map((change) => ({
		...{ id: uuid(), reorganisationId: act.id, kind: "assignment" as const },
		...change,
	}));
	if (rows.length > 0) yield* run(tx.insert(reorganisationChanges).values(rows));
}

function* shortNameOf(tx: Tx, agencyId: string): Body<string> {
	const name = { shortName: agencies.shortName };
	const [row] = yield* run(tx.select(name).from(agencies).where(eq(agencies.id, agencyId)));
	return row?.shortName ?? "";
}

/** Takes what people have to do along with them, or back. */
export function* moveMembers(
	tx: Tx,
	act: Act,
	people: readonly string[],
	way: { from: string; to: string; isBack: boolean },
): Body<void> {
	const other = way.isBack ? way.from : way.to;
	const twins = (yield* twinsOf(tx, act.id, other)).map(({ of, id }) =>
		way.isBack ? { of: id, id: of } : { of, id },
	);
	yield* carryMembers(tx, people, { ...way, twins });
}

function* twinsOf(tx: Tx, actId: string, agencyId: string): Body<Twin[]> {
	const { reorganisationId, kind } = reorganisationChanges;
	const noted = and(eq(reorganisationId, actId), eq(kind, "assignment"));
	const rows = yield* run(tx.select().from(reorganisationChanges).where(noted));
	return rows.flatMap(({ rowId, before, after }) =>
		before === null && after.agencyId === agencyId ? [{ of: String(after.of), id: rowId }] : [],
	);
}

/** Assignments are whose they were; what an act made of them for new agencies ends. */
export function* giveAssignmentsBack(
	tx: Tx,
	changes: readonly ChangeRow[],
	reason: string,
	now: number,
): Body<void> {
	const noted = changes.filter(({ kind }) => kind === "assignment");
	for (const { rowId, before } of noted)
		if (before)
			yield* putAssignment(tx, {
				id: rowId,
				agencyId: String(before.agencyId),
				unitId: typeof before.unitId === "string" ? before.unitId : null,
				rule: before.rule as AssignmentRule,
			});
	for (const { kind, before } of changes)
		if (kind === "assignment-filter" && before) yield* putFilter(tx, before as OwnedFilter);
	const twins = noted.flatMap(({ rowId, before }) => (before ? [] : [rowId]));
	yield* endTwins(tx, twins, reason, now);
}
