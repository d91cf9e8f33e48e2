import { and, eq, inArray, lt } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { among, insertMany } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import {
	type CertificateActKind,
	certificateActRows,
	certificateActs,
	certificates,
} from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { correctionsOf } from "./corrections.server.ts";
import { type CertificateFault, certificateFault } from "./faults.ts";
import { isIssuedBy } from "./select.server.ts";

export const CERTIFICATE_ACT_JOB = "certification.act";
/** Certificates in one short transaction. */
const AT_ONCE = 250;

type Planned = {
	kind: CertificateActKind;
	/** The issuer of all of them. */
	agencyId: string;
	certificateIds: readonly string[];
	reason: string;
	actor: Actor;
	now: number;
};

/** Looks at what an act would do, certificate by certificate, and keeps that; nothing else is done. @returns its id */
export async function planAct({ certificateIds, actor, ...act }: Planned): Promise<string> {
	const id = uuid();
	const { kind, agencyId, reason, now } = act;
	const total = certificateIds.length;
	const by = { actorId: actor.id, actorName: actor.name, createdAt: now };
	await transaction(function* (tx) {
		const row = { id, kind, agencyId, reason, state: "ready" as const, total, ...by };
		yield* run(tx.insert(certificateActs).values(row));
	});
	for (let at = 0; at < total; at += AT_ONCE)
		await transaction((tx) =>
			planSome(tx, id, act, { first: at + 1, ids: certificateIds.slice(at, at + AT_ONCE) }),
		);
	return id;
}

function* planSome(
	tx: Tx,
	actId: string,
	{ kind, agencyId }: Pick<Planned, "kind" | "agencyId">,
	{ first, ids }: { first: number; ids: readonly string[] },
): Body<void> {
	const faults = yield* faultsOf(tx, kind, agencyId, ids);
	const rows = ids.map((certificateId, at) => ({
		...{ actId, certificateId, position: first + at, fault: faults.get(certificateId) ?? null },
		...{ doneAt: null, newId: null },
	}));
	yield* insertMany(tx, certificateActRows, rows);
}

function* faultsOf(
	tx: Tx,
	kind: CertificateActKind,
	issuerId: string,
	ids: readonly string[],
): Body<Map<string, CertificateFault>> {
	const own = and(among(certificates.id, ids), isIssuedBy(issuerId));
	const rows = yield* run(tx.select().from(certificates).where(own));
	if (rows.length < ids.length) throw new Error("a certificate of another issuer");
	const corrections = kind === "reissue" ? yield* correctionsOf(tx, rows) : new Map<string, unknown>();
	return new Map(
		rows.flatMap((one): [string, CertificateFault][] => {
			const fault = certificateFault(kind, one, corrections.has(one.id));
			return fault ? [[one.id, fault]] : [];
		}),
	);
}

type Begin = { actId: string; agencyId: string; actor: Actor; now: number };

/** Sets an act going that was looked at. Audited. @returns false when it is not the agency's, or not ready */
export function* startAct(tx: Tx, { actId, agencyId, actor, now }: Begin): Body<boolean> {
	const started = { state: "running" as const, startedAt: now, actorId: actor.id, actorName: actor.name };
	const act = yield* move(tx, actId, agencyId, started);
	if (!act) return false;
	yield* enqueue(tx, { name: CERTIFICATE_ACT_JOB, payload: { actId }, runAt: now });
	yield* recordAudit(tx, {
		...{ actor, action: `certificate.${act.kind}-many`, subjectKind: "certificate-act", subjectId: actId },
		...{ agencyId, detail: { reason: act.reason, certificates: act.total }, at: now },
	});
	return true;
}

/** Leaves an act that was only looked at. @returns false when it is not the agency's, or not ready */
export function* discardAct(tx: Tx, actId: string, agencyId: string, now: number): Body<boolean> {
	return (yield* move(tx, actId, agencyId, { state: "discarded", finishedAt: now })) !== null;
}

const KEPT_MS = 30 * 86_400_000;

/** Forgets plans that were never run, a month after they were made: nothing came of them. */
export async function forgetOldPlans(now: number): Promise<void> {
	const { id, state, createdAt } = certificateActs;
	const old = and(inArray(state, ["ready", "discarded"]), lt(createdAt, now - KEPT_MS));
	for (;;) {
		const [plan] = await db.select({ id }).from(certificateActs).where(old).limit(1);
		if (!plan) return;
		await transaction(function* (tx) {
			yield* run(tx.delete(certificateActRows).where(eq(certificateActRows.actId, plan.id)));
			yield* run(tx.delete(certificateActs).where(eq(id, plan.id)));
		});
	}
}

type Act = typeof certificateActs.$inferSelect;

function* move(tx: Tx, actId: string, agencyId: string, to: Partial<Act>): Body<Act | null> {
	const { id, state } = certificateActs;
	const ready = and(eq(id, actId), eq(certificateActs.agencyId, agencyId), eq(state, "ready"));
	const [moved] = yield* run(tx.update(certificateActs).set(to).where(ready).returning());
	return moved ?? null;
}
