import { and, eq } from "drizzle-orm";
import { rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import type { Compared, Doubt } from "./compare.ts";
import { type RosterRun, rosterRun } from "./rosterActs.server.ts";

export type Decision = "same" | "other" | "leave";
type DecidingMany = { runId: string; agencyId: string; decision: Decision; actor: Actor; now: number };
type Deciding = DecidingMany & { position: number };

/**
 * Says who a doubtful row is about: the person who is known under another number, somebody else, or nobody for now. What
 * belongs to a PNS ID is that person's or nobody's. @returns whether the row could be decided
 */
export function* decideRow(
	tx: Tx,
	{ runId, agencyId, position, decision, actor, now }: Deciding,
): Body<boolean> {
	const found = yield* rosterRun(tx, runId, agencyId);
	const here = and(eq(rosterRows.runId, runId), eq(rosterRows.position, position));
	const [row] = yield* run(tx.select().from(rosterRows).where(here));
	const doubt = row?.doubt as Doubt | null | undefined;
	if (found?.state !== "ready" || !row || !doubt || !allowed(doubt).includes(decision)) return false;
	const to = decided(doubt, decision);
	const { outcome, reason, personId, membershipId, otherAgencyId, changes, plan } = to;
	const set = { outcome, reason, personId, membershipId, otherAgencyId, changes, plan };
	yield* run(
		tx
			.update(rosterRows)
			.set({ ...set, decision: decision === "leave" ? null : decision })
			.where(here),
	);
	yield* recount(tx, found, row.outcome, outcome);
	const subject = { subjectKind: "roster", subjectId: runId, agencyId };
	const detail = { row: row.rowNumber, decision };
	yield* recordAudit(tx, { ...subject, actor, action: "roster.decide", detail, at: now });
	return true;
}

/** Decides these rows alike, each audited by itself. @returns how many could be; the others stay as they are */
export function* decideRows(
	tx: Tx,
	{ positions, ...act }: DecidingMany & { positions: number[] },
): Body<number> {
	let decided = 0;
	for (const position of positions) if (yield* decideRow(tx, { ...act, position })) decided++;
	return decided;
}

/** What may be decided about a row. */
export const allowed = ({ reason }: Doubt): Decision[] =>
	reason === "same-pns-id" ? ["same", "leave"] : ["same", "other", "leave"];

function decided({ same, other, reason, personId }: Doubt, decision: Decision): Compared {
	if (decision === "same") return same;
	if (decision === "other") return other;
	return { ...other, outcome: "doubtful", reason, personId, plan: null };
}

function* recount(
	tx: Tx,
	{ id, counts }: RosterRun,
	from: Compared["outcome"],
	to: Compared["outcome"],
): Body<void> {
	if (from === to) return;
	const changed = { ...counts, [from]: (counts[from] ?? 0) - 1, [to]: (counts[to] ?? 0) + 1 };
	yield* run(tx.update(rosterImports).set({ counts: changed }).where(eq(rosterImports.id, id)));
}
