import { and, asc, count, desc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, people, type RosterOutcome, rosterImports, rosterRows } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import type { Language } from "../../i18n/language.ts";
import type { Doubt } from "./compare.ts";
import { allowed, type Decision } from "./decideRow.server.ts";
import type { FileFacts } from "./fileFacts.ts";
import type { Change, Plan } from "./plan.ts";
import { type RosterRun, rosterRun } from "./rosterActs.server.ts";
import type { CellFinding, RosterColumn } from "./rosterLine.ts";
import { rowFaults } from "./rowWords.ts";

export type ColumnHead = Pick<RosterColumn, "name" | "source">;
export type RunView = Omit<RosterRun, "facts" | "columns"> & {
	facts: FileFacts | null;
	columns: ColumnHead[];
};

/** The agency's runs, the latest first. */
export async function rosterRunsOf(agencyId: string, most: number) {
	const { id, fileName, state, counts, actorName, createdAt } = rosterImports;
	return db
		.select({ id, fileName, state, counts, actorName, createdAt })
		.from(rosterImports)
		.where(eq(rosterImports.agencyId, agencyId))
		.orderBy(desc(createdAt), desc(id))
		.limit(most);
}

/** The agency's run of that id; null when there is none. */
export async function rosterRunView(runId: string, agencyId: string): Promise<RunView | null> {
	const found = await reading((tx) => rosterRun(tx, runId, agencyId));
	return (
		found && { ...found, facts: found.facts as FileFacts | null, columns: found.columns as ColumnHead[] }
	);
}

const working = ["applying", "settling", "undoing", "clearing"];

/** How far a run has come with what it is at: rows done of all, or (all null) rows read so far; null when it rests. */
export async function rosterProgress({ id, state, cursor }: RunView) {
	if (state === "reading") return { done: cursor, all: null };
	if (!working.includes(state)) return null;
	const [sum] = await db.select({ n: count() }).from(rosterRows).where(eq(rosterRows.runId, id));
	return { done: Math.min(cursor, sum?.n ?? 0), all: sum?.n ?? 0 };
}

export type ShownRow = {
	position: number;
	row: number | null;
	name: string;
	/** Why it is as it is; "" where that is clear. */
	reasons: string[];
	changes: Change[];
	/** A doubtful row: what may be decided, what was, and the person that it may be about. */
	doubt: { allowed: Decision[]; decision: Decision; personId: string; name: string } | null;
};

type Asked = { outcome: RosterOutcome; after: number; most: number; lang: Language };

/** Some rows of a run with that outcome, in the order of the file. Numbers are not among what they say. */
export async function rowsOfOutcome(
	{ id, columns }: RunView,
	{ outcome, after, most, lang }: Asked,
): Promise<ShownRow[]> {
	const { runId, position } = rosterRows;
	const rows = await db
		.select({ row: rosterRows, known: people.name, agency: agencies.name })
		.from(rosterRows)
		.leftJoin(people, eq(people.id, rosterRows.personId))
		.leftJoin(agencies, eq(agencies.id, rosterRows.otherAgencyId))
		.where(and(eq(runId, id), eq(rosterRows.outcome, outcome), gt(position, after)))
		.orderBy(asc(position))
		.limit(most);
	const same =
		outcome === "refused"
			? await sameNumbers(
					id,
					rows.map(({ row }) => row),
				)
			: new Map();
	const at = columns.findIndex(({ source }) => source === "name");
	const numberColumn = columns.find(({ source }) => source === "nip")?.name ?? "";
	return rows.map(({ row, known, agency }) => {
		const written = (row.raw as string[] | null)?.[at] || (row.plan as Plan | null)?.person.name;
		const said = {
			reason: row.reason,
			agency: agency ?? "",
			findings: row.findings as CellFinding[],
			rows: same.get(row.number) ?? [],
		};
		const faults = row.reason === "" ? [] : rowFaults(said, numberColumn, lang);
		return {
			position: row.position,
			row: row.rowNumber,
			name: written ?? (row.outcome === "absent" || row.outcome === "changed" ? (known ?? "") : ""),
			reasons: faults.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason)),
			changes: row.changes as Change[],
			doubt: shownDoubt(row.doubt as Doubt | null, row.decision),
		};
	});
}

function shownDoubt(doubt: Doubt | null, decision: "same" | "other" | null): ShownRow["doubt"] {
	if (!doubt) return null;
	const { personId, name } = doubt;
	return { allowed: allowed(doubt), decision: decision ?? "leave", personId: name ? personId : "", name };
}

/** Of numbers that come twice, in which rows. */
async function sameNumbers(id: string, rows: readonly { number: string; reason: string }[]) {
	const numbers = [...new Set(rows.flatMap((row) => (row.reason === "twice" ? [row.number] : [])))];
	const found = new Map<string, number[]>();
	if (numbers.length === 0) return found;
	const { runId, number, rowNumber, position, outcome } = rosterRows;
	const all = await db
		.select({ number, rowNumber })
		.from(rosterRows)
		.where(and(eq(runId, id), eq(outcome, "refused"), inArray(number, numbers), isNotNull(rowNumber)))
		.orderBy(asc(position));
	for (const one of all) found.set(one.number, [...(found.get(one.number) ?? []), one.rowNumber ?? 0]);
	return found;
}
