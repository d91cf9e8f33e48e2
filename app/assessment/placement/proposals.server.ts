import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { placementParameterVersions, placementProposals } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import type { Actor } from "../../activity/audit.server.ts";
import { newestVersion } from "./bank.server.ts";
import { placementPolicyAt } from "./policy.server.ts";
import { applyRecalibration, previewRecalibration, type Recalibration } from "./recalibrate.server.ts";

/** A recalibration that waits for somebody to confirm it. */
export type Proposal = Recalibration & {
	id: string;
	computedAt: number;
	/** Other parameters came into force after it was computed: it cannot be applied any more. */
	isOutdated: boolean;
};

/** Computes what would change and keeps it in place of an earlier proposal that nobody applied; a job. */
export async function proposeRecalibration(now: number, policy = placementPolicyAt(now)): Promise<void> {
	const found = await previewRecalibration(policy);
	await transaction(function* (tx) {
		yield* run(tx.delete(placementProposals).where(isNull(placementProposals.appliedAs)));
		yield* run(tx.insert(placementProposals).values({ id: uuid(), computedAt: now, ...found }));
	});
}

/** The proposal that waits; null before the job has run. */
export async function waitingProposal(): Promise<Proposal | null> {
	const [row] = await db.select().from(placementProposals).where(isNull(placementProposals.appliedAs));
	return row ? { ...row, isOutdated: row.parameterVersion !== (await newestVersion()) } : null;
}

/** Versions of the parameters that were applied, the latest first, at most 20. */
export async function parameterVersions() {
	const { number, appliedAt, actorName, reason, answers } = placementParameterVersions;
	return db
		.select({ number, appliedAt, actorName, reason, answers })
		.from(placementParameterVersions)
		.orderBy(desc(number))
		.limit(20);
}

/**
 * Makes the proposal that was seen the next version of the parameters; audited.
 * @returns its number, or null when the proposal was replaced, applied or overtaken meanwhile, or changes nothing
 */
export function* applyProposal(
	tx: Tx,
	{ proposalId, actor, reason, now }: { proposalId: string; actor: Actor; reason: string; now: number },
): Body<number | null> {
	const waiting = and(eq(placementProposals.id, proposalId), isNull(placementProposals.appliedAs));
	const [proposal] = yield* run(tx.select().from(placementProposals).where(waiting));
	if (!proposal || proposal.changes.length === 0) return null;
	const by = { actorId: actor.id, actorName: actor.name, reason, now };
	const number = yield* applyRecalibration(tx, proposal, by);
	if (number === null) return null;
	yield* run(tx.update(placementProposals).set({ appliedAs: number }).where(waiting));
	return number;
}
