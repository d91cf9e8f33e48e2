import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import type { Settled } from "./settle.ts";
import { type StoredRow, withStoredPictures } from "./store.server.ts";
import { type Done, ROWS_AT_ONCE, takeRow } from "./takeRows.server.ts";

type Act = { draftId: string; agencyId: string; actor: Actor; fileName: string; now: number };

/** Writes what was settled into the draft without showing it first; null when the draft is not being written. */
export async function takeAll(
	settled: readonly Settled[],
	act: Act,
): Promise<{ written: number; left: number } | null> {
	const wanted = settled.filter(({ outcome }) => outcome === "taken" || outcome === "adapted");
	const rows = await withStoredPictures(wanted);
	const sum = { written: 0, left: 0 };
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		const done = await transaction((tx) => takeSome(tx, rows.slice(at, at + ROWS_AT_ONCE), act));
		if (!done) return null;
		for (const one of done) sum[one]++;
	}
	await transaction((tx) => auditImport(tx, act, sum));
	return sum;
}

function* takeSome(tx: Tx, rows: readonly StoredRow[], { draftId, actor, now }: Act): Body<Done[] | null> {
	const all: Done[] = [];
	for (const row of rows) {
		const done = yield* takeRow(tx, { draftId, personId: actor.id, now }, row);
		if (done === "closed") return null;
		all.push(done);
	}
	return all;
}

/** Notes who took in what, and how much of it. */
export function* auditImport(tx: Tx, act: Act, sum: { written: number; left: number }): Body<void> {
	const { draftId, agencyId, actor, fileName, now } = act;
	const detail = { fileName, written: sum.written, left: sum.left };
	const subject = { subjectKind: "draft", subjectId: draftId, agencyId };
	yield* recordAudit(tx, { actor, action: "items.import", ...subject, detail, at: now });
}
