import { and, asc, desc, eq, isNotNull, isNull, lt, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { siasnExportRows, siasnExports } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import type { SiasnRow } from "./row.ts";
import { NotTaken, type SiasnAccess, SiasnService } from "./service.server.ts";

export const SIASN_PUSH_JOB = "records.siasn-push";
/** Then another job gets its turn. */
const TURN_MS = 20_000;

type Ask = { agencyId: string; exportId: string; actor: Actor; now: number };

/** Has an export sent to SIASN; asked again, what SIASN refused or did not answer about is tried again. Audited. */
export function* askForPush(tx: Tx, { agencyId, exportId, actor, now }: Ask): Body<boolean> {
	const { id, state } = siasnExports;
	const done = and(eq(id, exportId), eq(siasnExports.agencyId, agencyId), eq(state, "done"));
	const [asked] = yield* run(tx.update(siasnExports).set({ pushedAt: now }).where(done).returning());
	if (!asked) return false;
	// A row that may have arrived is not sent again by itself: SIASN would have it twice.
	const failed = and(eq(siasnExportRows.exportId, exportId), isNotNull(siasnExportRows.fault));
	yield* run(tx.update(siasnExportRows).set({ fault: null, sendingAt: null }).where(failed));
	yield* enqueue(tx, {
		name: SIASN_PUSH_JOB,
		payload: { exportId },
		runAt: now,
		uniqueKey: `siasn:${exportId}`,
	});
	const subject = { subjectKind: "siasn-export", subjectId: exportId, agencyId };
	yield* recordAudit(tx, { ...subject, actor, action: "siasn.push", at: now });
	return true;
}

/**
 * Sends the rows of an export one by one. Before each it is written down that it is on its way, so that a killed worker
 * leaves it as one of which nobody knows whether it arrived. After a while it asks for another turn.
 * @throws NotTaken when SIASN does not answer, so that the job tries again later
 */
export async function pushExport(exportId: string, access: SiasnAccess, clock: () => number): Promise<void> {
	const service = new SiasnService(access);
	for (const until = clock() + TURN_MS; clock() < until; ) {
		const row = await transaction((tx) => takeRow(tx, exportId, clock()));
		if (!row) return;
		await pushRow(service, row, clock);
	}
	const again = { name: SIASN_PUSH_JOB, payload: { exportId }, runAt: clock() };
	return transaction((tx) => enqueue(tx, again));
}

type Row = typeof siasnExportRows.$inferSelect;

function* takeRow(tx: Tx, exportId: string, now: number): Body<Row | null> {
	const { sendingAt, position } = siasnExportRows;
	const open = and(eq(siasnExportRows.exportId, exportId), isNull(sendingAt));
	const rows = tx.select().from(siasnExportRows).where(open);
	const [row] = yield* run(rows.orderBy(asc(position)).limit(1));
	if (!row) return null;
	yield* run(tx.update(siasnExportRows).set({ sendingAt: now }).where(only(row)));
	return row;
}

const only = ({ exportId, position }: Row) =>
	and(eq(siasnExportRows.exportId, exportId), eq(siasnExportRows.position, position));

async function pushRow(service: SiasnService, row: Row, clock: () => number): Promise<void> {
	try {
		const siasnId = row.kind === "added" ? await service.add(row.row as SiasnRow) : await taken(service, row);
		await db.update(siasnExportRows).set({ sentAt: clock(), siasnId }).where(only(row));
	} catch (error) {
		if (!(error instanceof NotTaken)) throw error;
		if (error.kind === "refused") {
			await db.update(siasnExportRows).set({ fault: error.message }).where(only(row));
			return;
		}
		// One that may have arrived stays as being on its way.
		if (error.kind === "later") await db.update(siasnExportRows).set({ sendingAt: null }).where(only(row));
		throw error;
	}
}

/** Takes out what was sent before of the same; what SIASN never gave an id for has to be taken out there by hand. */
async function taken(service: SiasnService, row: Row): Promise<string | null> {
	const { about, kind, siasnId, exportId } = siasnExportRows;
	const before = and(eq(about, row.about), eq(kind, "added"), isNotNull(siasnId), ne(exportId, row.exportId));
	const [sent] = await db
		.select({ siasnId })
		.from(siasnExportRows)
		.innerJoin(siasnExports, eq(siasnExports.id, exportId))
		.where(and(before, lt(siasnExports.createdAt, row.sendingAt ?? Number.MAX_SAFE_INTEGER)))
		.orderBy(desc(siasnExports.createdAt));
	if (!sent?.siasnId)
		throw new NotTaken("Nomor SIASN-nya tidak diketahui; hapus langsung di SIASN.", "refused");
	await service.remove(sent.siasnId);
	return sent.siasnId;
}
