import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { placementAnswers, placementSittings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Answer, answerFits } from "../answer.ts";
import { scoreAnswer } from "../score.ts";
import { drawNext, type PlacementSetting, type Step } from "./drawNext.server.ts";
import { type PlacementEntry, placementEntry } from "./retake.ts";
import { drawnOf, ownSitting, sittingsOf } from "./sittingRows.server.ts";

type Begin = {
	personId: string;
	agencyId: string;
	unitId: string | null;
	seed: number;
	setting: PlacementSetting;
};
export type Begun =
	| { kind: "begun"; sittingId: string; step: Step }
	| { kind: "empty-bank" }
	| Exclude<PlacementEntry, { kind: "may-start" }>;

/** Begins a sitting and draws its first item; while one is open, or the person has to wait, it says so. */
export function* beginPlacement(tx: Tx, { personId, agencyId, unitId, seed, setting }: Begin): Body<Begun> {
	const { bank, policy, now } = setting;
	const entry = placementEntry(yield* sittingsOf(tx, personId), policy, now);
	if (entry.kind !== "may-start") return entry;
	if (bank.items.length === 0) return { kind: "empty-bank" };
	const stale = and(eq(placementSittings.personId, personId), eq(placementSittings.state, "open"));
	yield* run(tx.update(placementSittings).set({ state: "left" }).where(stale));
	const sittingId = uuid();
	const own = { id: sittingId, personId, agencyId, unitId, number: entry.number };
	const times = { startedAt: now, lastAt: now, finishedAt: null, stopReason: null };
	const { parameterVersion } = bank;
	const row = { ...own, ...times, state: "open" as const, seed, parameterVersion };
	yield* run(tx.insert(placementSittings).values(row));
	return { kind: "begun", sittingId, step: yield* drawNext(tx, row, setting) };
}

type Give = {
	sittingId: string;
	personId: string;
	position: number;
	/** null: "I do not know". */
	value: Answer;
	setting: PlacementSetting;
};
export type Given =
	| { kind: "unknown" }
	| { kind: "not-drawn" }
	| { kind: "wrong-shape" }
	/** It was answered before: the first answer holds. */
	| { kind: "answered-before" }
	| { kind: "taken"; step: Step };

/**
 * Takes the answer to a drawn item of the person's own sitting, once, however often it is sent, and goes on to the
 * next item or to the result.
 */
export function* answerPlacement(
	tx: Tx,
	{ sittingId, personId, position, value, setting }: Give,
): Body<Given> {
	const row = yield* ownSitting(tx, sittingId, personId);
	if (!row) return { kind: "unknown" };
	const drawn = (yield* drawnOf(tx, sittingId)).find((one) => one.position === position);
	if (!drawn) return { kind: "not-drawn" };
	if (drawn.milliPoints !== null || row.state !== "open") return { kind: "answered-before" };
	if (!answerFits(drawn.item, value)) return { kind: "wrong-shape" };
	const milliPoints = scoreAnswer(drawn.item, value);
	const given = { sittingId, position, value, milliPoints, givenAt: setting.now };
	const [made] = yield* run(
		tx
			.insert(placementAnswers)
			.values(given)
			.onConflictDoNothing()
			.returning({ position: placementAnswers.position }),
	);
	if (!made) return { kind: "answered-before" };
	return { kind: "taken", step: yield* drawNext(tx, row, setting) };
}
