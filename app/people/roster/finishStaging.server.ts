import { and, asc, count, desc, eq, gt, gte, inArray, or } from "drizzle-orm";
import { among, insertMany } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { memberships, rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import type { FileFacts } from "./fileFacts.ts";
import type { SeenInFile } from "./seenInFile.ts";

type Finish = {
	agencyId: string;
	lines: number;
	seen: SeenInFile;
	restored: number;
	facts: FileFacts;
	now: number;
};

const AT_ONCE = 200;
const POSTS_AT_ONCE = 2000;

/** What can be said only when the whole file is known: numbers that come twice, who is absent, whose file it is. */
export async function finishStaging(runId: string, finish: Finish): Promise<void> {
	const { agencyId, lines, seen, restored, facts, now } = finish;
	const twice = seen.twice();
	for (let at = 0; at < twice.length; at += AT_ONCE)
		await transaction((tx) => refuseSome(tx, runId, twice.slice(at, at + AT_ONCE)));
	await markAllAbsent(runId, finish);
	const counts = { ...(await countOutcomes(runId)), restored };
	const [members] = await db
		.select({ n: count() })
		.from(memberships)
		.where(and(eq(memberships.agencyId, agencyId), isPresent()));
	const foreignAgencyId = await foreignAgency(runId, lines);
	await transaction(function* (tx) {
		const ready = {
			state: "ready" as const,
			facts,
			cursor: 0,
			counts,
			members: members?.n ?? 0,
			foreignAgencyId,
			readyAt: now,
		};
		const reading = and(eq(rosterImports.id, runId), eq(rosterImports.state, "reading"));
		yield* run(tx.update(rosterImports).set(ready).where(reading));
	});
}

function* refuseSome(tx: Tx, runId: string, positions: readonly number[]): Body<void> {
	const refusal = { outcome: "refused" as const, reason: "twice", plan: null, doubt: null, changes: [] };
	const those = and(eq(rosterRows.runId, runId), among(rosterRows.position, positions));
	yield* run(tx.update(rosterRows).set(refusal).where(those));
}

/** Who works in the agency and is in no row of the file. */
async function markAllAbsent(runId: string, { agencyId, lines, seen }: Finish): Promise<void> {
	let position = lines;
	let after: Post | undefined;
	do {
		const posts = await postsAfter(agencyId, after);
		const rows = posts
			.filter(({ personId }) => !seen.people.has(personId))
			.map(({ id, personId }) => absentRow(runId, { position: ++position, personId, membershipId: id }));
		for (let at = 0; at < rows.length; at += AT_ONCE)
			await transaction((tx) => insertMany(tx, rosterRows, rows.slice(at, at + AT_ONCE)));
		after = posts.at(-1);
	} while (after);
}

type Post = Pick<typeof memberships.$inferSelect, "id" | "personId" | "sortKey">;

/** The next of the agency's present posts, in the order of its list. */
function postsAfter(agencyId: string, after: Post | undefined): PromiseLike<Post[]> {
	const { id, personId, sortKey } = memberships;
	const further =
		after &&
		and(
			gte(sortKey, after.sortKey),
			or(gt(sortKey, after.sortKey), and(eq(sortKey, after.sortKey), gt(id, after.id))),
		);
	return db
		.select({ id, personId, sortKey })
		.from(memberships)
		.where(and(eq(memberships.agencyId, agencyId), isPresent(), further))
		.orderBy(asc(sortKey), asc(id))
		.limit(POSTS_AT_ONCE);
}

type Absent = { position: number; personId: string; membershipId: string };
const absentRow = (runId: string, absent: Absent): typeof rosterRows.$inferInsert => ({
	...absent,
	runId,
	number: "",
	outcome: "absent",
	reason: "",
	findings: [],
	changes: [],
});

async function countOutcomes(runId: string) {
	const { outcome } = rosterRows;
	const rows = await db
		.select({ outcome, n: count() })
		.from(rosterRows)
		.where(eq(rosterRows.runId, runId))
		.groupBy(outcome);
	return Object.fromEntries(rows.map((row) => [row.outcome, row.n]));
}

/** The agency for which most rows are by their own words; null when there is no such one. */
async function foreignAgency(runId: string, lines: number): Promise<string | null> {
	const { otherAgencyId, reason, outcome } = rosterRows;
	const [most] = await db
		.select({ otherAgencyId, n: count() })
		.from(rosterRows)
		.where(
			and(
				eq(rosterRows.runId, runId),
				inArray(outcome, ["refused", "moved-out"]),
				eq(reason, "other-agency"),
			),
		)
		.groupBy(otherAgencyId)
		.orderBy(desc(count()), asc(otherAgencyId))
		.limit(1);
	return most && most.n * 2 > lines ? most.otherAgencyId : null;
}
