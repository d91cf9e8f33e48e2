import { reading, transaction } from "#db/transaction.server.ts";
import type { Answer } from "../answer.ts";
import { placementBank } from "./bank.server.ts";
import type { PlacementSetting, Step } from "./drawNext.server.ts";
import { exposureNow, noteDrawn } from "./exposure.server.ts";
import { placementPolicyAt } from "./policy.server.ts";
import { ownSitting } from "./sittingRows.server.ts";
import { answerPlacement, type Begun, beginPlacement, type Given } from "./takePlacement.server.ts";

/** Reads bank, policy and exposure as they stand; a sitting keeps the parameters that it began with. */
export async function settingAt(now: number, version?: number): Promise<PlacementSetting> {
	const policy = placementPolicyAt(now);
	const [bank, exposure] = await Promise.all([placementBank(policy, version), exposureNow(now)]);
	return { bank, policy, exposure, now };
}

/** Begins the person's sitting. */
export async function begin(who: {
	personId: string;
	agencyId: string;
	unitId: string | null;
	seed: number;
	now: number;
}): Promise<Begun> {
	const setting = await settingAt(who.now);
	const counted = { ...setting.exposure, sittings: setting.exposure.sittings + 1 };
	const begun = await transaction((tx) =>
		beginPlacement(tx, { ...who, setting: { ...setting, exposure: counted } }),
	);
	if (begun.kind === "begun") note(begun.step, true, who.now);
	return begun;
}

/** Takes an answer to an item of the person's sitting. */
export async function give(given: {
	sittingId: string;
	personId: string;
	position: number;
	value: Answer;
	now: number;
}): Promise<Given> {
	const row = await reading((tx) => ownSitting(tx, given.sittingId, given.personId));
	if (!row) return { kind: "unknown" };
	const setting = await settingAt(given.now, row.parameterVersion);
	const taken = await transaction((tx) => answerPlacement(tx, { ...given, setting }));
	if (taken.kind === "taken") note(taken.step, false, given.now);
	return taken;
}

function note(step: Step, isNewSitting: boolean, at: number): void {
	noteDrawn(step.kind === "item" ? [step.hash] : [], isNewSitting, at);
}
