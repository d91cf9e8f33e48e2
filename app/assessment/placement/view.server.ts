import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { placementResults } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import type { ShownAttemptItem } from "../attemptView.server.ts";
import { shownItem } from "../shownItem.ts";
import { GENERAL } from "./drawNext.server.ts";
import { type LevelRange, levelRange } from "./levels.ts";
import { placementPolicyAt } from "./policy.server.ts";
import { type PlacementEntry, placementEntry } from "./retake.ts";
import { drawnOf, sittingsOf } from "./sittingRows.server.ts";

export type PlacementPage = {
	entry: PlacementEntry;
	maxItems: number;
	retakeAfterDays: number;
	openDays: number;
	hasResult: boolean;
	/** The item that waits for an answer, keys left out; null when no sitting is open. */
	current: ShownAttemptItem | null;
};

/** What the page of placement shows: whether one may begin, or the item that is next. */
export async function placementPage(personId: string, now: number): Promise<PlacementPage> {
	const { maxItems, retakeAfterDays, openDays, ...policy } = placementPolicyAt(now);
	const past = await reading((tx) => sittingsOf(tx, personId));
	const entry = placementEntry(past, { ...policy, retakeAfterDays, openDays }, now);
	const hasResult = past.some(({ state }) => state === "finished");
	const current = entry.kind === "open" ? await waitingItem(entry.sittingId) : null;
	return { entry, maxItems, retakeAfterDays, openDays, hasResult, current };
}

/** For a person's first page: whether a sitting is open, placement was done, or neither. */
export async function placementStanding(
	personId: string,
	now: number,
): Promise<"open" | "measured" | "none"> {
	const past = await reading((tx) => sittingsOf(tx, personId));
	if (placementEntry(past, placementPolicyAt(now), now).kind === "open") return "open";
	return past.some(({ state }) => state === "finished") ? "measured" : "none";
}

async function waitingItem(sittingId: string): Promise<ShownAttemptItem | null> {
	const drawn = await reading((tx) => drawnOf(tx, sittingId));
	const waiting = drawn.find(({ milliPoints }) => milliPoints === null);
	if (!waiting) return null;
	const { position, item, order } = waiting;
	return { position, shown: shownItem(item, order), pictures: [], answer: null, savedAt: null };
}

/** A domain's result; `range` null: too few items to say. */
export type DomainResult = { domain: string; range: LevelRange | null };
export type PlacementResult = { at: number; general: LevelRange; domains: DomainResult[] };

/** What the person's latest finished sitting found, in levels; null before the first. */
export async function placementResult(personId: string, now: number): Promise<PlacementResult | null> {
	const own = and(eq(placementResults.personId, personId), eq(placementResults.domain, GENERAL));
	const [last] = await db
		.select()
		.from(placementResults)
		.where(own)
		.orderBy(desc(placementResults.at))
		.limit(1);
	if (!last) return null;
	const { levelsFrom, minItemsPerDomain } = placementPolicyAt(now);
	const rows = await db.select().from(placementResults).where(eq(placementResults.sittingId, last.sittingId));
	const domains = rows
		.filter(({ domain }) => domain !== GENERAL)
		.sort((a, b) => (a.domain < b.domain ? -1 : 1))
		.map((row) => ({
			domain: row.domain,
			range: row.items < minItemsPerDomain ? null : levelRange(row, levelsFrom, row.topLevel),
		}));
	return { at: last.at, general: levelRange(last, levelsFrom, last.topLevel), domains };
}
