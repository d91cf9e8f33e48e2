import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import type { Actor } from "../../activity/audit.server.ts";
import { type Compared, compareRow } from "./compare.ts";
import { finishStaging } from "./finishStaging.server.ts";
import { findKnown } from "./known.server.ts";
import { placesOf } from "./places.server.ts";
import type { Places } from "./plan.ts";
import { isRefused, type RosterLine, type RosterReading } from "./rosterLine.ts";

type Read = Pick<RosterReading, "head"> & AsyncIterable<RosterLine>;
type Staging = { agencyId: string; fileName: string; actor: Actor; now: number; sha256: () => string };

/** Rows in one short transaction. */
const AT_ONCE = 100;

/**
 * The dry run: compares every line with what is known and keeps what applying it would do. Nothing else is written.
 * `sha256` is asked for once all lines were read.
 * @returns the id of the run, which is "ready" then
 * @throws what the reading throws; the run is "cancelled" then
 */
export async function stageRoster(
	reading: Read,
	{ agencyId, fileName, actor, now, sha256 }: Staging,
): Promise<string> {
	const runId = uuid();
	const columns = reading.head.columns.map(({ name, source }) => ({ name, source }));
	const head = { id: runId, agencyId, fileName, columns, sha256: "", counts: {}, createdAt: now };
	const by = { actorId: actor.id, actorName: actor.name, state: "reading" as const };
	const places = await transaction(function* (tx) {
		yield* run(tx.insert(rosterImports).values({ ...head, ...by }));
		return yield* placesOf(tx, agencyId);
	});
	try {
		const read = await stageLines(reading, runId, places);
		await finishStaging(runId, { ...read, agencyId, sha256: sha256(), now });
	} catch (error) {
		await transaction(function* (tx) {
			const over = { state: "cancelled" as const, finishedAt: now };
			yield* run(tx.update(rosterImports).set(over).where(eq(rosterImports.id, runId)));
		});
		throw error;
	}
	return runId;
}

/** @returns how many lines there were, and how many of their cells were restored */
async function stageLines(lines: AsyncIterable<RosterLine>, runId: string, places: Places) {
	let position = 0;
	let restored = 0;
	let some: RosterLine[] = [];
	const flush = async () => {
		const [chunk, first] = [some, position - some.length + 1];
		some = [];
		if (chunk.length > 0) await transaction((tx) => stageSome(tx, chunk, { runId, first, places }));
	};
	for await (const line of lines) {
		position++;
		restored += line.findings.filter(({ kind }) => kind === "restored").length;
		some.push(line);
		if (some.length === AT_ONCE) await flush();
	}
	await flush();
	return { lines: position, restored };
}

type Chunk = { runId: string; first: number; places: Places };

function* stageSome(tx: Tx, lines: readonly RosterLine[], { runId, first, places }: Chunk): Body<void> {
	const found = yield* findKnown(
		tx,
		lines.map(({ cells }) => cells),
	);
	const rows = lines.map((line, at): typeof rosterRows.$inferInsert => {
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
			done: null,
			trace: null,
		};
	});
	yield* run(tx.insert(rosterRows).values(rows));
}

function refused(line: RosterLine, found: { known: { personId: string } | null } | undefined): Compared {
	const reason = isRefused(line) ? ("cells" as const) : ("being-imported" as const);
	// Whoever is in the file is not absent, even when their row cannot be taken.
	const personId = found?.known?.personId ?? null;
	const rest = { membershipId: null, otherAgencyId: null, changes: [], plan: null };
	return { outcome: "refused", reason, personId, ...rest };
}
