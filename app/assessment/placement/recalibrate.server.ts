import { eq } from "drizzle-orm";
import { placementParameters, placementParameterVersions } from "#db/schema/index.ts";
import type { ProposedChange } from "#db/schema/placement.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordAudit } from "../../activity/audit.server.ts";
import { type BankItem, placementBank } from "./bank.server.ts";
import { authorsParameters } from "./parameters.ts";
import type { PlacementPolicy } from "./policy.ts";
import { estimateDifficulty, type Response } from "./recalibrate.ts";
import { allResponses } from "./responses.server.ts";

/** What a recalibration would change, and from how many sittings that is known. */
export type Recalibration = {
	parameterVersion: number;
	sittings: number;
	changes: ProposedChange[];
	/** Items with fewer answers than the policy asks for. */
	tooFew: number;
};

/** Logits; a smaller change says only that arithmetic was done again. */
const LEAST_CHANGE = 0.01;

/**
 * Estimates the difficulties of the items in use anew from finished sittings, each from its author's estimate and all
 * its answers, so that an answer counts once however often this is done; changes nothing. Items with fewer answers than
 * the policy asks for stay as they are.
 */
export async function previewRecalibration(policy: PlacementPolicy): Promise<Recalibration> {
	const bank = await placementBank(policy);
	const { responses, sittings } = await allResponses(bank, policy);
	const { minAnswers } = policy.recalibration;
	const answersTo = ({ askedHash }: BankItem) => responses.get(askedHash) ?? [];
	const enough = bank.items.filter((item) => answersTo(item).length >= minAnswers);
	const changes = enough
		.map((item) => recalibrated(item, answersTo(item), policy))
		.filter(({ before, after }) => Math.abs(after - before) >= LEAST_CHANGE);
	const tooFew = bank.items.length - enough.length;
	return { parameterVersion: bank.parameterVersion, sittings, changes, tooFew };
}

function recalibrated(
	{ item, askedHash, competence, difficulty: before }: BankItem,
	answers: readonly Response[],
	policy: PlacementPolicy,
): ProposedChange {
	const authors = authorsParameters(item, policy);
	const { authorDeviation } = policy.recalibration;
	const { difficulty: after, standardError } = estimateDifficulty(authors, answers, authorDeviation);
	const { discrimination } = authors;
	const named = { code: item.code, competence, askedHash, discrimination, answers: answers.length };
	return { ...named, before, after, standardError };
}

/**
 * Makes the changes the next version of parameters, for sittings begun from then on; earlier sittings keep theirs.
 * Audited. @returns its number, or null when another version came in between
 */
export function* applyRecalibration(
	tx: Tx,
	found: Recalibration,
	by: { actorId: string | null; actorName: string; reason: string; now: number },
): Body<number | null> {
	const { actorId, actorName, reason, now } = by;
	const number = found.parameterVersion + 1;
	const answers = found.changes.reduce((sum, one) => sum + one.answers, 0);
	const version = { number, appliedAt: now, actorId, actorName, reason, answers };
	const made = yield* run(
		tx.insert(placementParameterVersions).values(version).onConflictDoNothing().returning(),
	);
	if (made.length === 0) return null;
	const before = eq(placementParameters.version, found.parameterVersion);
	const rows = new Map(
		(yield* run(tx.select().from(placementParameters).where(before))).map((row) => [row.askedHash, row]),
	);
	for (const { askedHash, after, discrimination, answers: own } of found.changes)
		rows.set(askedHash, { version: number, askedHash, difficulty: after, discrimination, answers: own });
	const all = [...rows.values()].map((row) => ({ ...row, version: number }));
	if (all.length > 0) yield* run(tx.insert(placementParameters).values(all));
	yield* recordAudit(tx, {
		actor: { id: actorId, name: actorName },
		action: "placement.recalibrate",
		subjectKind: "placement-parameters",
		subjectId: String(number),
		detail: { reason, items: found.changes.length, answers },
		at: now,
	});
	return number;
}
