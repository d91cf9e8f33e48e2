import type { PlacementSetting } from "../../app/assessment/placement/drawNext.server.ts";
import { noteDrawn } from "../../app/assessment/placement/exposure.server.ts";
import { probability } from "../../app/assessment/placement/model.ts";
import { settingAt } from "../../app/assessment/placement/placementActs.server.ts";
import { normalFrom } from "../../app/assessment/placement/simulatedPeople.ts";
import { answerPlacement, beginPlacement } from "../../app/assessment/placement/takePlacement.server.ts";
import { type Body, type Tx, transaction } from "../../db/transaction.server.ts";
import { answerKnowing } from "./answers.ts";
import type { Inhabitant } from "./populate.ts";
import { below, type Random, seeded } from "./random.ts";

/** Few enough for a start that waits for them, enough for results to differ. */
const PLACED = 15;
const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Lets some people sit placement over the last two months by the site's own verbs, their answers by the model; among
 * them the accounts that have begun to learn, so that one can look at a result.
 * @returns how many sat
 */
export async function placeSome(
	inhabitants: readonly Inhabitant[],
	{ idle, learning }: { idle: ReadonlySet<string>; learning: ReadonlySet<string> },
	random: Random,
	now: number,
): Promise<number> {
	const able = inhabitants.filter(({ personId }) => !idle.has(personId));
	const step = Math.max(1, Math.floor(able.length / PLACED));
	const some = able.filter(({ personId }, index) => index % step === 0 || learning.has(personId));
	const times = some.map(() => now - below(random, 60 * DAY) - DAY).sort((a, b) => a - b);
	for (const [index, person] of some.entries()) await sit(person, random, times[index] as number);
	return some.length;
}

async function sit(person: Inhabitant, random: Random, at: number): Promise<void> {
	const setting = await settingAt(at);
	const ability = normalFrom(random);
	const seed = below(random, 2 ** 31);
	const drawn = await transaction((tx) => sitting(tx, person, { ability, seed, setting }));
	noteDrawn(drawn, true, at);
}

type Sat = { ability: number; seed: number; setting: PlacementSetting };

/** From the first item to the result in one transaction. @returns the hashes of what was drawn */
function* sitting(
	tx: Tx,
	{ personId, agencyId, unitId }: Inhabitant,
	{ ability, seed, setting }: Sat,
): Body<string[]> {
	// Made in here, since the body may run again and must then answer the same.
	const random = seeded(seed);
	const byHash = new Map(setting.bank.items.map((item) => [item.askedHash, item]));
	const begun = yield* beginPlacement(tx, { personId, agencyId, unitId, seed, setting });
	if (begun.kind !== "begun") return [];
	const drawn: string[] = [];
	let { step } = begun;
	for (let now = setting.now + MINUTE; step.kind === "item"; now += MINUTE) {
		const asked = byHash.get(step.hash);
		if (!asked) throw new Error("Soal asesmen demo tidak ada dalam bank.");
		drawn.push(step.hash);
		const value = answerKnowing(asked.item, random() < probability(asked, ability), random);
		const answer = { sittingId: begun.sittingId, personId, position: step.position, value };
		const given = yield* answerPlacement(tx, { ...answer, setting: { ...setting, now } });
		if (given.kind !== "taken") throw new Error(`Asesmen demo: ${given.kind}`);
		step = given.step;
	}
	return drawn;
}
