import { and, eq } from "drizzle-orm";
import { units } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { dayIn } from "../i18n/format.ts";
import { foldText } from "./fold.ts";
import { openMonthFrom } from "./openMonth.ts";
import { openUnits, relevel } from "./openUnits.server.ts";
import { createUnit } from "./units.server.ts";
import { checkUnorRows, type RefusedRow, type UnorRow } from "./unitTreeFile.ts";
import { beginUnitVersion, endUnitVersion } from "./versions.server.ts";

export type UnitImport = {
	rows: number;
	new: number;
	changed: number;
	unchanged: number;
	/** Open units of the agency that the file does not name; they stay. */
	absent: number;
	refused: RefusedRow[];
};
type Verdict = "new" | "changed" | "unchanged";
type Diff = { report: UnitImport; todo: { row: UnorRow; verdict: Verdict }[] };

/** Rows in one short transaction. */
const AT_ONCE = 50;

/** What the rows would change of the agency's units; nothing is written. */
export async function dryRunUnits(agencyId: string, rows: readonly UnorRow[]): Promise<UnitImport> {
	const { report } = await reading((tx) => diff(tx, agencyId, rows));
	return report;
}

/**
 * Brings the agency's units to what the rows say, those above first, in short transactions: broken off, the same call
 * goes on where it was, and once it is done it changes nothing. With any row refused nothing is written.
 */
export async function applyUnits(
	agencyId: string,
	rows: readonly UnorRow[],
	actor: Actor,
	now: number,
): Promise<UnitImport> {
	const { report, todo } = await reading((tx) => diff(tx, agencyId, rows));
	const open = todo.filter(({ verdict }) => verdict !== "unchanged");
	if (report.refused.length > 0 || open.length === 0) return report;
	for (let begin = 0; begin < open.length; begin += AT_ONCE) {
		const some = open.slice(begin, begin + AT_ONCE).map(({ row }) => row);
		await transaction((tx) => putRows(tx, agencyId, some, now));
	}
	await transaction(function* (tx) {
		yield* relevel(tx, agencyId);
		const { new: made, changed } = report;
		const act = { actor, action: "unit.import", subjectKind: "agency", subjectId: agencyId, agencyId };
		yield* recordAudit(tx, { ...act, detail: { rows: report.rows, new: made, changed }, at: now });
	});
	return report;
}

function* diff(tx: Tx, agencyId: string, rows: readonly UnorRow[]): Body<Diff> {
	const open = yield* openUnits(tx, agencyId);
	const codes = new Map(open.map(({ id, code }) => [id, code]));
	const codeOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null));
	const known = new Map(open.map(({ code, parentId }) => [code, codeOf(parentId)]));
	const names = new Map(open.map(({ code, name }) => [code, name]));
	const { accepted, refused } = checkUnorRows(rows, known);
	const verdictOf = ({ code, name, parent }: UnorRow): Verdict => {
		if (!known.has(code)) return "new";
		return names.get(code) === name && known.get(code) === parent ? "unchanged" : "changed";
	};
	const todo = accepted.map((row) => ({ row, verdict: verdictOf(row) }));
	const count = (verdict: Verdict) => todo.filter((one) => one.verdict === verdict).length;
	const named = new Set(rows.map(({ code }) => code));
	const report = {
		rows: rows.length,
		new: count("new"),
		changed: count("changed"),
		unchanged: count("unchanged"),
		absent: open.filter(({ code }) => !named.has(code)).length,
		refused,
	};
	return { report, todo };
}

function* putRows(tx: Tx, agencyId: string, rows: readonly UnorRow[], now: number): Body<void> {
	const open = yield* openUnits(tx, agencyId);
	const ids = new Map(open.map(({ id, code }) => [code, id]));
	const countsFrom = openMonthFrom(now);
	for (const { code, name, parent } of rows) {
		const parentId = parent === null ? null : (ids.get(parent) ?? null);
		const id = ids.get(code);
		if (id === undefined) {
			const made = yield* createUnit(tx, { agencyId, parentId, code, name, now, countsFrom });
			ids.set(code, made.unitId);
		} else yield* change(tx, { id, agencyId, parentId, code, name }, now);
	}
}

type Changed = { id: string; agencyId: string; parentId: string | null; code: string; name: string };

function* change(tx: Tx, unit: Changed, now: number): Body<void> {
	const { id, agencyId, parentId, name } = unit;
	const today = dayIn(now, "Asia/Jakarta");
	const countsFrom = openMonthFrom(now);
	yield* endUnitVersion(tx, id, { validTo: today, countsTo: countsFrom, endedBy: null });
	yield* beginUnitVersion(tx, unit, { validFrom: today, countsFrom });
	const own = and(eq(units.id, id), eq(units.agencyId, agencyId));
	yield* run(
		tx
			.update(units)
			.set({ parentId, name, sortKey: foldText(name) })
			.where(own),
	);
}
