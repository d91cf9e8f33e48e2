import { and, asc, eq, gt } from "drizzle-orm";
import { certificateActRows, certificateActs, certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { correctionsOf } from "./corrections.server.ts";
import { type CertificateFault, certificateFault } from "./faults.ts";
import { CERTIFICATE_ACT_JOB } from "./plan.server.ts";
import { reinstateCertificate } from "./reinstate.server.ts";
import { reissueCertificate } from "./reissue.server.ts";
import { revokeCertificate } from "./revoke.server.ts";

/** Certificates in one short transaction: each is some ten rows. */
const AT_ONCE = 15;
/** Then another job gets its turn. */
const TURN_MS = 4000;

/**
 * Goes on with an act, in short transactions that remember how far it came: a stopped worker loses nothing and does
 * nothing twice. After a while it asks for another turn.
 */
export async function advanceAct(actId: string, clock: () => number): Promise<void> {
	const until = clock() + TURN_MS;
	while (await transaction((tx) => step(tx, actId, clock()))) {
		if (clock() < until) continue;
		const again = { name: CERTIFICATE_ACT_JOB, payload: { actId }, runAt: clock() };
		return transaction((tx) => enqueue(tx, again));
	}
}

/** Does an act to its end; a worker that does the same is no hindrance. */
export async function finishAct(actId: string, clock: () => number): Promise<void> {
	while (await transaction((tx) => step(tx, actId, clock())));
}

type Act = typeof certificateActs.$inferSelect;
type Row = typeof certificateActRows.$inferSelect;

/** @returns whether there is more to do */
function* step(tx: Tx, actId: string, now: number): Body<boolean> {
	const own = eq(certificateActs.id, actId);
	const [act] = yield* run(tx.select().from(certificateActs).where(own));
	if (act?.state !== "running") return false;
	const { position } = certificateActRows;
	const rows = yield* run(
		tx
			.select()
			.from(certificateActRows)
			.where(and(eq(certificateActRows.actId, actId), gt(position, act.cursor)))
			.orderBy(asc(position))
			.limit(AT_ONCE),
	);
	for (const row of rows) if (!row.fault) yield* meet(tx, act, row, now);
	const last = rows.at(-1);
	const to = last ? { cursor: last.position } : { state: "done" as const, finishedAt: now };
	yield* run(tx.update(certificateActs).set(to).where(own));
	return last !== undefined;
}

/** One certificate; what became of it since it was looked at decides. */
function* meet(tx: Tx, act: Act, { certificateId, position }: Row, now: number): Body<void> {
	const outcome = yield* carryOut(tx, act, certificateId, now);
	const own = and(eq(certificateActRows.actId, act.id), eq(certificateActRows.position, position));
	yield* run(tx.update(certificateActRows).set(outcome).where(own));
}

type Outcome = { fault: CertificateFault } | { doneAt: number; newId: string | null };

function* carryOut(tx: Tx, act: Act, certificateId: string, now: number): Body<Outcome> {
	const [one] = yield* run(tx.select().from(certificates).where(eq(certificates.id, certificateId)));
	if (!one) throw new Error(`no certificate ${certificateId}`);
	const isCorrected = act.kind === "reissue" && (yield* correctionsOf(tx, [one])).size > 0;
	const fault = certificateFault(act.kind, one, isCorrected);
	if (fault) return { fault };
	const { reason, actorId, actorName } = act;
	const order = { certificateId, reason, actor: { id: actorId, name: actorName }, now };
	if (act.kind === "reissue") return { doneAt: now, newId: yield* reissueCertificate(tx, order) };
	if (act.kind === "revoke") yield* revokeCertificate(tx, order);
	else yield* reinstateCertificate(tx, order);
	return { doneAt: now, newId: null };
}
