import { and, asc, count, eq, gt, gte, lte, or } from "drizzle-orm";
import { among, insertMany } from "#db/bulk.server.ts";
import { agencies, jpLedger, siasnExportRows, siasnExports, siasnItems } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { aboutOf } from "../../learning/ledger/items.ts";
import { SIASN_JOB } from "./begin.server.ts";
import { holdersOf, pnsIdsOf, type SiasnItem, standingItems, toldOf } from "./items.server.ts";
import { siasnPolicyAt } from "./policy.server.ts";
import { changeOf, type SiasnRow, siasnRow } from "./row.ts";
import { siasnPlaceOf } from "./settings.server.ts";

/** Rows of the ledger in one short transaction. */
const AT_ONCE = 150;
/** Then another job gets its turn. */
const TURN_MS = 4000;

type Export = typeof siasnExports.$inferSelect;

/** Goes on with an export in short transactions that remember how far it came. After a while it asks for another turn. */
export async function advanceSiasnExport(exportId: string, clock: () => number): Promise<void> {
	const until = clock() + TURN_MS;
	while (await transaction((tx) => step(tx, exportId, clock()))) {
		if (clock() < until) continue;
		const again = { name: SIASN_JOB, payload: { exportId }, runAt: clock() };
		return transaction((tx) => enqueue(tx, again));
	}
}

/** @returns whether there is more to do */
function* step(tx: Tx, exportId: string, now: number): Body<boolean> {
	const [one] = yield* run(tx.select().from(siasnExports).where(eq(siasnExports.id, exportId)));
	if (one?.state !== "running") return false;
	const next = one.phase === "waiting" ? yield* nextWaiting(tx, one) : yield* nextCredited(tx, one);
	if (next) {
		const counted = yield* compare(tx, one, next.abouts, next.personIds);
		return yield* become(tx, one, { cursor: next.cursor, ...counted });
	}
	if (one.phase === "waiting") return yield* become(tx, one, { phase: "ledger", cursor: "" });
	const { agencyId, isWaiting } = siasnItems;
	const left = and(eq(agencyId, one.agencyId), eq(isWaiting, true));
	const [waiting] = yield* run(tx.select({ n: count() }).from(siasnItems).where(left));
	yield* become(tx, one, { state: "done", waiting: waiting?.n ?? 0, finishedAt: now });
	return false;
}

function* become(tx: Tx, { id }: Export, to: Partial<Export>): Body<true> {
	yield* run(tx.update(siasnExports).set(to).where(eq(siasnExports.id, id)));
	return true;
}

type Next = { abouts: Set<string>; personIds: string[]; cursor: string } | null;

function* nextWaiting(tx: Tx, { agencyId, cursor }: Export): Body<Next> {
	const { about, isWaiting } = siasnItems;
	const own = and(eq(siasnItems.agencyId, agencyId), eq(isWaiting, true), gt(about, cursor));
	const rows = yield* run(tx.select().from(siasnItems).where(own).orderBy(asc(about)).limit(AT_ONCE));
	const holders = yield* holdersOf(
		tx,
		rows.map((row) => row.about),
	);
	return nextOf(holders, rows.at(-1)?.about);
}

function* nextCredited(tx: Tx, one: Export): Body<Next> {
	const { agencyId, creditedAt, id } = jpLedger;
	const [at = "", last = ""] = one.cursor.split("~");
	const further =
		one.cursor === ""
			? undefined
			: or(gt(creditedAt, Number(at)), and(eq(creditedAt, Number(at)), gt(id, last)));
	const within = and(gte(creditedAt, one.since), lte(creditedAt, one.createdAt));
	const rows = yield* run(
		tx
			.select()
			.from(jpLedger)
			.where(and(eq(agencyId, one.agencyId), within, further))
			.orderBy(asc(creditedAt), asc(id))
			.limit(AT_ONCE),
	);
	const end = rows.at(-1);
	const about = rows.map((row) => ({ about: aboutOf(row), personId: row.personId }));
	return nextOf(about, end && `${end.creditedAt}~${end.id}`);
}

function nextOf(rows: readonly { about: string; personId: string }[], cursor: string | undefined): Next {
	if (cursor === undefined) return null;
	const personIds = [...new Set(rows.map(({ personId }) => personId))];
	return { abouts: new Set(rows.map(({ about }) => about)), personIds, cursor };
}

/** Compares what stands with what was exported, and writes the lines that differ. @returns the export's new counts */
function* compare(
	tx: Tx,
	one: Export,
	abouts: ReadonlySet<string>,
	personIds: readonly string[],
): Body<Pick<Export, "added" | "removed">> {
	const [agency] = yield* run(tx.select().from(agencies).where(eq(agencies.id, one.agencyId)));
	const items = yield* standingItems(tx, abouts, personIds, agency?.timeZone ?? "Asia/Jakarta");
	const known = yield* run(
		tx
			.select()
			.from(siasnItems)
			.where(among(siasnItems.about, [...abouts])),
	);
	const before = new Map(known.map((row) => [row.about, row]));
	const fresh = yield* rowsFor(tx, one, items);
	const lines: { kind: "added" | "removed"; about: string; row: unknown }[] = [];
	for (const item of items) {
		const { about, jp } = item;
		const last = before.get(about);
		const { removes, adds } = changeOf(last?.jp ?? 0, jp);
		const row = adds ? (fresh.get(about) ?? null) : null;
		const isWaiting = adds && !row;
		if (!removes && !adds && !last?.isWaiting) continue;
		if (removes) lines.push({ kind: "removed", about, row: last?.row });
		if (row) lines.push({ kind: "added", about, row });
		const now = { agencyId: one.agencyId, jp: row || !adds ? jp : 0, row, isWaiting };
		yield* run(
			tx
				.insert(siasnItems)
				.values({ about, ...now })
				.onConflictDoUpdate({ target: siasnItems.about, set: now }),
		);
	}
	const first = one.added + one.removed + 1;
	const rest = { sendingAt: null, sentAt: null, siasnId: null, fault: null };
	yield* insertMany(
		tx,
		siasnExportRows,
		lines.map((line, at) => ({ exportId: one.id, position: first + at, ...line, ...rest })),
	);
	const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
	return { added: one.added + count("added"), removed: one.removed + count("removed") };
}

/** The lines of items whose holders SIASN knows. */
function* rowsFor(tx: Tx, one: Export, items: readonly SiasnItem[]): Body<Map<string, SiasnRow>> {
	const place = yield* siasnPlaceOf(tx, one.agencyId);
	if (!place) throw new Error(`no place of ${one.agencyId}`);
	const told = yield* toldOf(
		tx,
		items.map(({ about }) => about),
	);
	const pnsIds = yield* pnsIdsOf(tx, [...new Set(items.map(({ personId }) => personId))]);
	const policy = siasnPolicyAt(one.createdAt);
	const rows = items.flatMap(({ about, personId, jp, year }): [string, SiasnRow][] => {
		const [facts, pnsId] = [told.get(about), pnsIds.get(personId)];
		return facts && pnsId ? [[about, siasnRow({ ...facts, jp, year, pnsId }, place, policy)]] : [];
	});
	return new Map(rows);
}
