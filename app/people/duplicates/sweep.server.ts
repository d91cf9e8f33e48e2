import { and, asc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { duplicateCandidates, identifiers, memberships, people, settings } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import { groupOf, type Named, type Pair, pairsOf } from "./pairs.ts";

export const DUPLICATES_JOB = "people.find-duplicates";
const CURSOR = "people.duplicates-cursor";
/** Numbers and addresses that one run reads: six million are gone through in a day. */
const ROWS = 5000;
const CHUNK = 100;

/**
 * Reads on where the last run stopped, in the order of numbers and addresses, so that those which begin alike lie side by
 * side, and notes the pairs that may be one person's. At the end it begins anew.
 */
export async function findDuplicates(now: number, rows = ROWS): Promise<void> {
	const [cursor] = await db.select().from(settings).where(eq(settings.name, CURSOR));
	const read = await namedAfter(cursor?.value ?? "", rows);
	const isLast = read.length < rows;
	const groups = groupsOf(read);
	// The last group may go on behind what was read; one that fills a whole run is taken as far as it goes.
	if (!isLast && groups.length > 1) groups.pop();
	const pairs = groups.flatMap(pairsOf);
	for (let begin = 0; begin < pairs.length; begin += CHUNK)
		await transaction((tx) => notePairs(tx, pairs.slice(begin, begin + CHUNK), now));
	const value = isLast ? "" : (groups.at(-1)?.at(-1)?.value ?? "");
	await db
		.insert(settings)
		.values({ name: CURSOR, value })
		.onConflictDoUpdate({ target: settings.name, set: { value } });
}

function namedAfter(value: string, limit: number): Promise<Named[]> {
	return db
		.select({ personId: identifiers.personId, name: people.name, value: identifiers.value })
		.from(identifiers)
		.innerJoin(people, and(eq(people.id, identifiers.personId), isNull(people.mergedIntoId)))
		.where(and(gt(identifiers.value, value), ne(identifiers.kind, "PNS_ID"), isNull(identifiers.beginRunId)))
		.orderBy(asc(identifiers.value))
		.limit(limit);
}

function groupsOf(read: readonly Named[]): Named[][] {
	const groups: Named[][] = [];
	for (const one of read) {
		const last = groups.at(-1);
		if (last?.[0] && groupOf(last[0].value) === groupOf(one.value)) last.push(one);
		else groups.push([one]);
	}
	return groups;
}

function* notePairs(tx: Tx, pairs: readonly Pair[], now: number): Body<void> {
	const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
	const { personId, agencyId } = memberships;
	const posts = yield* run(
		tx
			.select({ personId, agencyId })
			.from(memberships)
			.where(and(inArray(personId, ids), isPresent())),
	);
	const agencyOf = new Map(posts.map((post) => [post.personId, post.agencyId]));
	const rows = pairs.map((pair) => {
		const agency = agencyOf.get(pair.oneId) ?? null;
		return { ...pair, agencyId: agency === agencyOf.get(pair.otherId) ? agency : null, foundAt: now };
	});
	if (rows.length === 0) return;
	const { oneId, otherId } = duplicateCandidates;
	// Known ones keep what was said of them; they may work together by now.
	yield* run(
		tx
			.insert(duplicateCandidates)
			.values(rows)
			.onConflictDoUpdate({ target: [oneId, otherId], set: { agencyId: sql`excluded.agency_id` } }),
	);
}
