import { asc, eq } from "drizzle-orm";
import { stepRoster } from "#app/people/roster/advanceRoster.server.ts";
import { applyRoster, undoRoster } from "#app/people/roster/rosterActs.server.ts";
import type { CellFinding, RosterCells, RosterHead, RosterLine } from "#app/people/roster/rosterLine.ts";
import { noCells } from "#app/people/roster/shiftedLine.ts";
import { stageRoster } from "#app/people/roster/stageRoster.server.ts";
import { db } from "#db/client.server.ts";
import {
	identifiers,
	memberships,
	nameTokens,
	people,
	roleGrants,
	rosterImports,
	rosterRows,
} from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "./course.ts";

export const admin = { id: null, name: "Admin Uji" };
export const LATER = NOW + 86_400_000;

const head: RosterHead = {
	format: "csv",
	sheet: null,
	row: 1,
	columns: [
		{ name: "NIP BARU", index: 0, letter: "A", source: "nip" },
		{ name: "NAMA", index: 1, letter: "B", source: "name" },
	],
	dropped: [],
	unknown: [],
	missing: [],
};

export type Cells = Partial<RosterCells> & { findings?: CellFinding[] };

/** A file as the reader gives it: rows count from 2. */
export async function* linesOf(rows: readonly Cells[]): AsyncGenerator<RosterLine> {
	for (const [at, { findings = [], ...cells }] of rows.entries()) {
		const whole = { ...noCells, ...cells };
		yield { row: at + 2, cells: whole, findings, raw: [whole.nip ?? "", whole.name ?? ""], isHidden: false };
	}
}

export const fileOf = (rows: readonly Cells[]) => Object.assign(linesOf(rows), { head, notes: [] });

export const stage = (agencyId: string, rows: readonly Cells[], now = LATER): Promise<string> =>
	stageRoster(fileOf(rows), {
		agencyId,
		fileName: "uji.csv",
		actor: admin,
		now,
		sha256: "0".repeat(64),
	});

export const begin = (agencyId: string, runId: string, now = LATER) =>
	transaction((tx) =>
		applyRoster(tx, { runId, agencyId, actor: admin, now, confirmed: { moves: true, manyAbsent: true } }),
	);

export const takeBack = (agencyId: string, runId: string, now = LATER) =>
	transaction((tx) => undoRoster(tx, { runId, agencyId, actor: admin, now }));

export const step = (runId: string, now = LATER): Promise<boolean> =>
	transaction((tx) => stepRoster(tx, runId, now));

export async function finish(runId: string, now = LATER): Promise<string | undefined> {
	while (await step(runId, now));
	return (await runRow(runId))?.state;
}

/** Staged, applied and settled. */
export async function applied(agencyId: string, rows: readonly Cells[], now = LATER): Promise<string> {
	const runId = await stage(agencyId, rows, now);
	await begin(agencyId, runId, now);
	await finish(runId, now);
	return runId;
}

export async function runRow(runId: string) {
	const [row] = await db.select().from(rosterImports).where(eq(rosterImports.id, runId));
	return row;
}

export const rowsOf = (runId: string) =>
	db.select().from(rosterRows).where(eq(rosterRows.runId, runId)).orderBy(asc(rosterRows.position));

/** All that a roster may change, but for logs and the import's own tables. */
export async function roster() {
	return {
		people: await db.select().from(people).orderBy(asc(people.id)),
		identifiers: await db.select().from(identifiers).orderBy(asc(identifiers.id)),
		memberships: await db.select().from(memberships).orderBy(asc(memberships.id)),
		tokens: await db
			.select()
			.from(nameTokens)
			.orderBy(asc(nameTokens.agencyId), asc(nameTokens.personId), asc(nameTokens.token)),
		grants: await db.select().from(roleGrants).orderBy(asc(roleGrants.id)),
	};
}
