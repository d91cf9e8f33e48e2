import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { rosterImports } from "#db/schema/index.ts";
import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { fileFacts, needsMapping } from "./fileFacts.ts";
import { forgetRows } from "./forgetRows.server.ts";
import { mappingOf } from "./mappings.server.ts";
import { endReading } from "./readingRun.server.ts";
import { readRoster } from "./readRoster.ts";
import { columnsMissing, refusal } from "./refusals.ts";
import { dropRosterFile, rosterFile } from "./rosterFiles.server.ts";
import { type RosterReading, RosterRefused } from "./rosterLine.ts";
import { RosterStopped, stageLines } from "./stageRoster.server.ts";

export const READ_JOB = "people.roster-read";

/** Asks for a run's file to be read. */
export function* enqueueReading(tx: Tx, runId: string, now: number): Body<void> {
	yield* enqueue(tx, { name: READ_JOB, payload: { runId }, runAt: now, uniqueKey: `${READ_JOB}:${runId}` });
}

type Run = typeof rosterImports.$inferSelect;
type Clock = { now: () => number; hold: () => Promise<void> };

/**
 * Reads the uploaded file of a run that is "reading" and compares it; begun again after a kill, it begins at the first row.
 * The file is deleted once it was read or refused. Where columns have to be explained first it stays, and the run waits.
 */
export async function readUpload(runId: string, clock: Clock): Promise<void> {
	const [found] = await db.select().from(rosterImports).where(eq(rosterImports.id, runId));
	if (found?.state !== "reading") return;
	await forgetRows(runId);
	try {
		if ((await readOne(found, clock)) === "asks") return;
	} catch (error) {
		if (error instanceof RosterRefused) await refuse(runId, error.message, clock.now());
		else if (!(error instanceof RosterStopped)) throw error;
	}
	await dropRosterFile(runId);
}

async function readOne(found: Run, { now, hold }: Clock): Promise<"asks" | "read"> {
	const { id: runId, agencyId } = found;
	const reading = await openUpload(found, now());
	const facts = fileFacts(reading);
	if (needsMapping(reading.head, facts)) {
		const columns = reading.head.columns.map(({ name, source }) => ({ name, source }));
		await transaction((tx) => endReading(tx, runId, { state: "mapping", columns, facts }));
		return "asks";
	}
	if (facts.missing.length > 0) throw columnsMissing(facts.missing);
	await stageLines(reading, { runId, agencyId, now: now(), onProgress: hold });
	return "read";
}

async function openUpload({ id, agencyId, fileName }: Run, now: number): Promise<RosterReading> {
	const mapping = await mappingOf(agencyId);
	try {
		return await readRoster(rosterFile(id), { today: dayIn(now, "Asia/Jakarta"), name: fileName, mapping });
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === "ENOENT" ? refusal("gone") : error;
	}
}

async function refuse(runId: string, problem: string, now: number): Promise<void> {
	await forgetRows(runId);
	await transaction((tx) => endReading(tx, runId, { state: "refused", problem, finishedAt: now }));
}
