import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	items,
	placementAnswers,
	placementItems,
	placementParameters,
	placementParameterVersions,
	placementSittings,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordAudit } from "../../activity/audit.server.ts";
import { Ability } from "./ability.ts";
import { type PlacementBank, placementBank } from "./bank.server.ts";
import type { PlacementPolicy } from "./policy.ts";
import { quadratureFor } from "./quadrature.ts";
import { estimateDifficulty, type Response } from "./recalibrate.ts";

/** What would change of one item; logits. */
export type Recalibrated = {
	code: string;
	competence: string;
	askedHash: string;
	discrimination: number;
	answers: number;
	before: number;
	after: number;
	standardError: number;
};
export type Recalibration = {
	parameterVersion: number;
	sittings: number;
	changes: Recalibrated[];
	tooFew: number;
};

const SITTINGS_AT_ONCE = 200;

/**
 * Estimates the difficulties of the items in use anew from all finished sittings; changes nothing. Items with fewer
 * answers than the policy asks for stay as they are and are counted in `tooFew`.
 */
export async function previewRecalibration(policy: PlacementPolicy): Promise<Recalibration> {
	const bank = await placementBank(policy);
	const { responses, sittings } = await allResponses(bank, policy);
	const { authorDeviation, minAnswers } = policy.recalibration;
	const enough = bank.items.filter(({ askedHash }) => (responses.get(askedHash)?.length ?? 0) >= minAnswers);
	const changes = enough.map(({ item, askedHash, difficulty, discrimination, competence }) => {
		const own = responses.get(askedHash) ?? [];
		const found = estimateDifficulty({ difficulty, discrimination }, own, authorDeviation);
		const { difficulty: after, standardError } = found;
		const named = { code: item.code, competence, askedHash, discrimination, answers: own.length };
		return { ...named, before: difficulty, after, standardError };
	});
	const tooFew = bank.items.length - enough.length;
	return { parameterVersion: bank.parameterVersion, sittings, changes, tooFew };
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

/** Each answer with the ability that the sitting's other answers tell, by the hash of its item. */
async function allResponses(bank: PlacementBank, policy: PlacementPolicy) {
	const responses = new Map<string, Response[]>();
	let [sittings, after] = [0, ""];
	for (;;) {
		const finished = and(eq(placementSittings.state, "finished"), gt(placementSittings.id, after));
		const some = await db
			.select({ id: placementSittings.id })
			.from(placementSittings)
			.where(finished)
			.orderBy(asc(placementSittings.id))
			.limit(SITTINGS_AT_ONCE);
		const last = some.at(-1);
		if (!last) return { responses, sittings };
		const rows = await answersIn(some.map(({ id }) => id));
		for (const { id } of some) {
			const own = rows.filter(({ sittingId }) => sittingId === id);
			addResponses(responses, own, bank, policy);
		}
		sittings += some.length;
		after = last.id;
	}
}

type Row = Awaited<ReturnType<typeof answersIn>>[number];

async function answersIn(sittingIds: string[]) {
	const { sittingId, position } = placementItems;
	const place = and(eq(placementAnswers.sittingId, sittingId), eq(placementAnswers.position, position));
	return db
		.select({
			sittingId,
			askedHash: items.askedHash,
			competence: items.competence,
			difficulty: placementItems.difficulty,
			discrimination: placementItems.discrimination,
			milliPoints: placementAnswers.milliPoints,
		})
		.from(placementItems)
		.innerJoin(placementAnswers, place)
		.innerJoin(items, eq(items.id, placementItems.itemId))
		.where(inArray(sittingId, sittingIds));
}

function addResponses(
	responses: Map<string, Response[]>,
	rows: readonly Row[],
	{ domains }: PlacementBank,
	policy: PlacementPolicy,
): void {
	const quadrature = quadratureFor(domains.length, policy.domainCorrelation);
	const domainOf = ({ competence }: Row) => domains.indexOf(competence.slice(0, 2));
	const isRight = ({ milliPoints }: Row) => milliPoints >= policy.rightFrom;
	for (const row of rows) {
		const others = new Ability(quadrature);
		for (const other of rows) if (other !== row) others.add(domainOf(other), other, isRight(other));
		const one = { ability: others.domain(domainOf(row)), isRight: isRight(row) };
		const list = responses.get(row.askedHash);
		if (list) list.push(one);
		else responses.set(row.askedHash, [one]);
	}
}
