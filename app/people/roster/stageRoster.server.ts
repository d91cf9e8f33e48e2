import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { insertMany } from "#db/bulk.server.ts";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Compared, compareRow } from "./compare.ts";
import { fileFacts } from "./fileFacts.ts";
import { finishStaging } from "./finishStaging.server.ts";
import { findKnown } from "./known.server.ts";
import { Pace } from "./pace.server.ts";
import { placesOf } from "./places.server.ts";
import type { Places } from "./plan.ts";
import { type Beginning, beginRoster, endReading } from "./readingRun.server.ts";
import { RestoredCells } from "./restoredCells.ts";
import { isRefused, type RosterLine, type RosterReading } from "./rosterLine.ts";
import { SeenInFile } from "./seenInFile.ts";

type Read = Pick<RosterReading, "head" | "notes"> & AsyncIterable<RosterLine>;

/** Somebody cancelled the run while its file was read. */
export class RosterStopped extends Error {}

/**
 * The dry run in one go: begins a run, compares every line with what is known and keeps what applying it would do.
 * @returns the id of the run, which is "ready" then
 * @throws what the reading throws; the run is "cancelled" then
 */
export async function stageRoster(reading: Read, beginning: Omit<Beginning, "runId">): Promise<string> {
	const runId = uuid();
	const { agencyId, now } = beginning;
	await transaction((tx) => beginRoster(tx, { ...beginning, runId }));
	try {
		await stageLines(reading, { runId, agencyId, now });
	} catch (error) {
		await transaction((tx) => endReading(tx, runId, { state: "cancelled", finishedAt: now }));
		throw error;
	}
	return runId;
}

type Staging = { runId: string; agencyId: string; now: number; onProgress?: () => Promise<void> };

/**
 * Compares every line of a file with what is known, for a run that is reading; nothing else is written.
 * @throws RosterStopped when the run was cancelled meanwhile
 */
export async function stageLines(reading: Read, staging: Staging): Promise<void> {
	const { runId, agencyId, now } = staging;
	const columns = reading.head.columns.map(({ name, source }) => ({ name, source }));
	const places = await transaction(function* (tx) {
		yield* run(tx.update(rosterImports).set({ columns }).where(eq(rosterImports.id, runId)));
		return yield* placesOf(tx, agencyId);
	});
	const restored = new RestoredCells();
	const seen = new SeenInFile();
	const lines = await stageAll(reading, places, staging, { restored, seen });
	const { notes, ...rest } = fileFacts(reading);
	const facts = { ...rest, notes: [...notes, ...restored.notes()] };
	await finishStaging(runId, { agencyId, lines, seen, restored: restored.count, facts, now });
}

/** @returns how many lines there were */
async function stageAll(
	lines: AsyncIterable<RosterLine>,
	places: Places,
	{ runId, onProgress }: Staging,
	{ restored, seen }: { restored: RestoredCells; seen: SeenInFile },
): Promise<number> {
	let position = 0;
	let some: RosterLine[] = [];
	const pace = new Pace();
	const flush = async () => {
		const [chunk, first] = [some, position - some.length + 1];
		some = [];
		if (chunk.length === 0) return;
		const stage = () =>
			transaction((tx) => stageSome(tx, chunk, { runId, first, places }), { isDurable: false });
		const staged = await pace.step(stage);
		if (!staged) throw new RosterStopped();
		for (const [at, row] of staged.entries()) seen.take(first + at, row);
		await onProgress?.();
	};
	for await (const line of lines) {
		position++;
		restored.take(line);
		some.push(line);
		if (some.length >= pace.rows) await flush();
	}
	await flush();
	return position;
}

type Chunk = { runId: string; first: number; places: Places };

type Staged = { number: string; personId: string | null };

/** @returns whom the lines are about; null when the run is not reading any more */
function* stageSome(
	tx: Tx,
	lines: readonly RosterLine[],
	{ runId, first, places }: Chunk,
): Body<Staged[] | null> {
	const mine = and(eq(rosterImports.id, runId), eq(rosterImports.state, "reading"));
	const cursor = first + lines.length - 1;
	const { id } = rosterImports;
	const [reading] = yield* run(tx.update(rosterImports).set({ cursor }).where(mine).returning({ id }));
	if (!reading) return null;
	const found = yield* findKnown(
		tx,
		lines.map(({ cells }) => cells),
	);
	const rows = lines.map((line, at): typeof rosterRows.$inferInsert & Staged => {
		const known = found[at];
		const compared =
			known && !isRefused(line) && !known.isBeingImported
				? compareRow(line.cells, known, places)
				: refused(line, known);
		return {
			...compared,
			runId,
			position: first + at,
			rowNumber: line.row,
			number: line.cells.nip ?? "",
			findings: line.findings,
			raw: compared.outcome === "same" ? null : line.raw,
			doubt: compared.doubt ?? null,
			done: null,
			trace: null,
		};
	});
	yield* insertMany(tx, rosterRows, rows);
	return rows;
}

function refused(line: RosterLine, found: { known: { personId: string } | null } | undefined): Compared {
	const reason = isRefused(line) ? ("cells" as const) : ("being-imported" as const);
	// Whoever is in the file is not absent, even when their row cannot be taken.
	const personId = found?.known?.personId ?? null;
	const rest = { membershipId: null, otherAgencyId: null, changes: [], plan: null };
	return { outcome: "refused", reason, personId, ...rest };
}
