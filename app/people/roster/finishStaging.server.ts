import { and, asc, count, desc, eq, gt, inArray, isNotNull, ne, notExists } from "drizzle-orm";
import { insertMany } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { memberships, rosterImports, rosterRows } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { isPresent } from "../present.server.ts";
import type { FileFacts } from "./fileFacts.ts";

type Finish = { agencyId: string; lines: number; restored: number; facts: FileFacts; now: number };

const AT_ONCE = 200;

/** What can be said only when the whole file is known: numbers that come twice, who is absent, whose file it is. */
export async function finishStaging(runId: string, finish: Finish): Promise<void> {
	const { agencyId, lines, restored, facts, now } = finish;
	for (const number of await numbersTwice(runId)) {
		let after = 0;
		while (after >= 0) after = await transaction((tx) => refuseSome(tx, runId, number, after));
	}
	await markAllAbsent(runId, agencyId, lines);
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

async function numbersTwice(runId: string): Promise<string[]> {
	const { number } = rosterRows;
	const rows = await db
		.select({ number })
		.from(rosterRows)
		.where(and(eq(rosterRows.runId, runId), ne(number, "")))
		.groupBy(number)
		.having(gt(count(), 1));
	return rows.map((row) => row.number);
}

/** @returns the last position that it refused, or -1 when none is left */
function* refuseSome(tx: Tx, runId: string, number: string, after: number): Body<number> {
	const { position } = rosterRows;
	const same = and(eq(rosterRows.runId, runId), eq(rosterRows.number, number));
	const some = yield* run(
		tx
			.select({ position })
			.from(rosterRows)
			.where(and(same, gt(position, after)))
			.orderBy(asc(position))
			.limit(AT_ONCE),
	);
	const positions = some.map((row) => row.position);
	if (positions.length === 0) return -1;
	const refusal = { outcome: "refused" as const, reason: "twice", plan: null, doubt: null, changes: [] };
	const those = and(eq(rosterRows.runId, runId), inArray(position, positions));
	yield* run(tx.update(rosterRows).set(refusal).where(those));
	return positions.length === AT_ONCE ? (positions.at(-1) ?? -1) : -1;
}

async function markAllAbsent(runId: string, agencyId: string, lines: number): Promise<void> {
	let position = lines;
	let after = "";
	for (;;) {
		const [from, last] = [position, after];
		const missing = await transaction((tx) => markAbsent(tx, { runId, agencyId, from, after: last }));
		position += missing.length;
		after = missing.at(-1) ?? "";
		if (missing.length < AT_ONCE) return;
	}
}

type Absence = { runId: string; agencyId: string; from: number; after: string };

/** Who works in the agency and is in no row of the file. @returns the posts' ids */
function* markAbsent(tx: Tx, { runId, agencyId, from, after }: Absence): Body<string[]> {
	const inFile = tx
		.select({ position: rosterRows.position })
		.from(rosterRows)
		.where(
			and(
				eq(rosterRows.runId, runId),
				eq(rosterRows.personId, memberships.personId),
				isNotNull(rosterRows.rowNumber),
			),
		);
	const missing = yield* run(
		tx
			.select({ id: memberships.id, personId: memberships.personId })
			.from(memberships)
			.where(
				and(eq(memberships.agencyId, agencyId), isPresent(), gt(memberships.id, after), notExists(inFile)),
			)
			.orderBy(asc(memberships.id))
			.limit(AT_ONCE),
	);
	const rows = missing.map(({ id, personId }, at) => ({
		runId,
		position: from + at + 1,
		number: "",
		outcome: "absent" as const,
		reason: "",
		findings: [],
		changes: [],
		personId,
		membershipId: id,
	}));
	yield* insertMany(tx, rosterRows, rows);
	return missing.map(({ id }) => id);
}

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
	const { otherAgencyId, reason } = rosterRows;
	const [most] = await db
		.select({ otherAgencyId, n: count() })
		.from(rosterRows)
		.where(and(eq(rosterRows.runId, runId), eq(reason, "other-agency")))
		.groupBy(otherAgencyId)
		.orderBy(desc(count()), asc(otherAgencyId))
		.limit(1);
	return most && most.n * 2 > lines ? most.otherAgencyId : null;
}
