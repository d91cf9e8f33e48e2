import { eq } from "drizzle-orm";
import { placementItems, placementResults, placementSittings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import { seeded } from "../seeded.ts";
import { optionOrder } from "../shownItem.ts";
import type { PlacementBank } from "./bank.server.ts";
import type { Drawn } from "./exposure.server.ts";
import type { PlacementPolicy } from "./policy.ts";
import { type Placement, Sitting, type StopReason } from "./sitting.ts";
import { drawnOf, metBefore, needsOfPerson, type SittingRow } from "./sittingRows.server.ts";

/** What every step of a sitting is given beside its rows. */
export type PlacementSetting = {
	bank: PlacementBank;
	policy: PlacementPolicy;
	exposure: Drawn;
	now: number;
};
export type Step = { kind: "item"; position: number; hash: string } | { kind: "finished" };

/** Draws the sitting's next item when all drawn ones are answered, or ends it and stores what it found. */
export function* drawNext(tx: Tx, row: SittingRow, setting: PlacementSetting): Body<Step> {
	const { bank, now } = setting;
	const drawn = yield* drawnOf(tx, row.id);
	const position = drawn.length + 1;
	const random = seeded(row.seed + 7919 * position);
	const sitting = yield* sittingOf(tx, row, setting, drawn, random);
	const next = sitting.next();
	if (next.kind === "stop") {
		yield* finish(tx, row, sitting.placement(), next.reason, setting);
		return { kind: "finished" };
	}
	const item = bank.byId.get(next.item.id);
	if (!item) throw new RangeError("an item that is not in the bank");
	const { difficulty, discrimination } = item;
	const order = optionOrder(item.item, random);
	const place = { sittingId: row.id, position, itemId: item.id, optionOrder: order };
	yield* run(tx.insert(placementItems).values({ ...place, difficulty, discrimination }));
	const touched = eq(placementSittings.id, row.id);
	yield* run(tx.update(placementSittings).set({ lastAt: now }).where(touched));
	return { kind: "item", position, hash: item.askedHash };
}

function* sittingOf(
	tx: Tx,
	row: SittingRow,
	{ bank, policy, exposure }: PlacementSetting,
	drawn: ReturnType<typeof drawnOf> extends Body<infer Rows> ? Rows : never,
	random: () => number,
): Body<Sitting> {
	const seen = yield* metBefore(tx, row.personId, row.id);
	const met = new Set(bank.items.filter(({ askedHash }) => seen.has(askedHash)).map(({ id }) => id));
	const hashOf = (id: string) => bank.byId.get(id)?.askedHash ?? "";
	const counts = {
		sittings: Math.max(1, exposure.sittings),
		drawn: (id: string) => exposure.byHash.get(hashOf(id)) ?? 0,
	};
	const needs = yield* needsOfPerson(tx, row.personId);
	const log = drawn.map((item) => ({ item, isRight: (item.milliPoints ?? 0) >= policy.rightFrom }));
	const { domains, items: pool } = bank;
	return new Sitting({ policy, domains, pool, met, needs, exposure: counts, random }, log);
}

function* finish(
	tx: Tx,
	row: SittingRow,
	{ general, domains }: Placement,
	stopReason: StopReason,
	{ bank, now }: PlacementSetting,
): Body<void> {
	const { id: sittingId, personId, agencyId, unitId } = row;
	const done = { state: "finished" as const, finishedAt: now, lastAt: now, stopReason };
	yield* run(tx.update(placementSittings).set(done).where(eq(placementSittings.id, sittingId)));
	const items = domains.reduce((sum, one) => sum + one.items, 0);
	const all = [{ domain: GENERAL, items, ...general }, ...domains];
	const topOf = (domain: string) =>
		Math.max(
			0,
			...bank.items.filter((item) => domain === GENERAL || item.domain === domain).map(({ level }) => level),
		);
	const rows = all.map((one) => ({ ...one, sittingId, personId, topLevel: topOf(one.domain), at: now }));
	yield* run(tx.insert(placementResults).values(rows));
	const fact = { personId, agencyId, unitId, data: { sittingId }, at: now };
	yield* recordActivity(tx, { ...fact, kind: "placement.finished" });
}

/** Stands for the general ability among the domains' results. */
export const GENERAL = "G";
