import {
	and,
	asc,
	count,
	countDistinct,
	eq,
	gt,
	gte,
	inArray,
	isNotNull,
	lt,
	or,
	type SQL,
	sql,
	sum,
} from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	answerEvents,
	attemptDevices,
	attempts,
	examRooms,
	examSeats,
	nameTokens,
	people,
} from "#db/schema/index.ts";
import type { SeatState } from "./seatState.ts";

/** Which seats: of a whole session, or of these rooms only. */
export type SeatScope = { sessionId: string; roomIds: readonly string[] | null };
export type SeatFilter = SeatScope & {
	state: SeatState | null;
	/** Beginnings of the words of a name as they are kept in the token table; none: everybody. */
	tokens: readonly string[];
};
/** The last row of the page before. */
export type SeatCursor = { sortKey: string; personId: string };
export type SeatRow = Awaited<ReturnType<typeof seatPage>>[number];

// In SQL, so that filter and counts read no row that they do not need; what each state means says seatState.ts.
const state = sql<SeatState>`case
	when ${attempts.id} is null then 'not-begun'
	when ${attempts.state} = 'void' then 'void'
	when ${attempts.state} = 'submitted' then 'submitted'
	when exists (select 1 from ${attemptDevices} where ${attemptDevices.attemptId} = ${attempts.id} and ${attemptDevices.waiting} > 0) then 'on-device'
	when exists (select 1 from ${attemptDevices} where ${attemptDevices.attemptId} = ${attempts.id})
		and not exists (select 1 from ${attemptDevices} where ${attemptDevices.attemptId} = ${attempts.id} and ${attemptDevices.leftAt} is null) then 'left'
	when exists (select 1 from ${answerEvents} where ${answerEvents.attemptId} = ${attempts.id}) then 'sent'
	else 'begun' end`;

/** A page of seats by name, with what was answered: three queries, however many seats there are. */
export async function seatPage(filter: SeatFilter, after: SeatCursor | null, limit: number) {
	const rows = await db
		.select({
			personId: examSeats.personId,
			sortKey: examSeats.sortKey,
			name: people.name,
			roomId: examSeats.roomId,
			room: examRooms.name,
			state,
			extraMinutes: examSeats.extraMinutes,
			attemptId: examSeats.attemptId,
			deadlineAt: attempts.deadlineAt,
		})
		.from(examSeats)
		.innerJoin(people, eq(people.id, examSeats.personId))
		.innerJoin(examRooms, eq(examRooms.id, examSeats.roomId))
		.leftJoin(attempts, eq(attempts.id, examSeats.attemptId))
		.where(and(matching(filter), below(after)))
		.orderBy(asc(examSeats.sortKey), asc(examSeats.personId))
		.limit(limit);
	const begun = rows.flatMap(({ attemptId }) => attemptId ?? []);
	const [answered, waiting] = await Promise.all([answeredIn(begun), waitingIn(begun)]);
	return rows.map((row) => ({
		...row,
		answered: answered.get(row.attemptId ?? "") ?? 0,
		waiting: waiting.get(row.attemptId ?? "") ?? 0,
	}));
}

/** How many are where, by room and state, in one query. */
export async function seatCounts(scope: SeatScope) {
	const seats = db
		.select({ roomId: examSeats.roomId, state: state.as("state") })
		.from(examSeats)
		.leftJoin(attempts, eq(attempts.id, examSeats.attemptId))
		.where(within(scope))
		.as("seats");
	return db
		.select({ roomId: seats.roomId, state: seats.state, n: count() })
		.from(seats)
		.groupBy(seats.roomId, seats.state);
}

const SHARED_MS = 5_000;
const shared = new Map<string, { at: number; counts: ReturnType<typeof seatCounts> }>();

/** The same for a whole session, counted once in five seconds however many watch: it reads every seat. */
export function sharedCounts(sessionId: string, now: number): ReturnType<typeof seatCounts> {
	const kept = shared.get(sessionId);
	if (kept && now - kept.at < SHARED_MS) return kept.counts;
	for (const [id, { at }] of shared) if (now - at >= SHARED_MS) shared.delete(id);
	const counts = seatCounts({ sessionId, roomIds: null });
	shared.set(sessionId, { at: now, counts });
	// What failed is not kept.
	counts.catch(() => shared.delete(sessionId));
	return counts;
}

/** Everybody of the filter by id, with the attempt: for an act on many. */
export async function seatsToActOn(
	scope: SeatScope & { personIds: readonly string[] | null },
): Promise<{ personId: string; state: SeatState }[]> {
	const some = scope.personIds === null ? undefined : inArray(examSeats.personId, [...scope.personIds]);
	return db
		.select({ personId: examSeats.personId, state })
		.from(examSeats)
		.leftJoin(attempts, eq(attempts.id, examSeats.attemptId))
		.where(and(within(scope), some))
		.orderBy(asc(examSeats.sortKey), asc(examSeats.personId));
}

/** By room when there are rooms to choose, else by session: either is a range of an index. */
function within({ sessionId, roomIds }: SeatScope): SQL | undefined {
	const own = eq(examSeats.sessionId, sessionId);
	if (roomIds === null) return own;
	const [only] = roomIds;
	return and(
		own,
		roomIds.length === 1 && only ? eq(examSeats.roomId, only) : inArray(examSeats.roomId, [...roomIds]),
	);
}

function matching(filter: SeatFilter): SQL | undefined {
	const named = filter.tokens.map((token) =>
		inArray(
			examSeats.personId,
			db
				.select({ id: nameTokens.personId })
				.from(nameTokens)
				.innerJoin(examSeats, eq(examSeats.personId, nameTokens.personId))
				.where(
					and(
						eq(examSeats.sessionId, filter.sessionId),
						gte(nameTokens.token, token),
						lt(nameTokens.token, `${token}\uffff`),
					),
				),
		),
	);
	return and(within(filter), filter.state ? eq(state, filter.state) : undefined, ...named);
}

function below(after: SeatCursor | null): SQL | undefined {
	if (!after) return undefined;
	const { sortKey, personId } = examSeats;
	const later = or(sql`${sortKey} > ${after.sortKey}`, gt(personId, after.personId));
	return and(gte(sortKey, after.sortKey), later);
}

async function answeredIn(attemptIds: string[]): Promise<Map<string, number>> {
	if (attemptIds.length === 0) return new Map();
	const { attemptId, position, value } = answerEvents;
	const rows = await db
		.select({ attemptId, n: countDistinct(position) })
		.from(answerEvents)
		.where(and(inArray(attemptId, attemptIds), isNotNull(value)))
		.groupBy(attemptId);
	return new Map(rows.map((row) => [row.attemptId, row.n]));
}

async function waitingIn(attemptIds: string[]): Promise<Map<string, number>> {
	if (attemptIds.length === 0) return new Map();
	const { attemptId, waiting } = attemptDevices;
	const rows = await db
		.select({ attemptId, n: sum(waiting) })
		.from(attemptDevices)
		.where(inArray(attemptId, attemptIds))
		.groupBy(attemptId);
	return new Map(rows.map((row) => [row.attemptId, Number(row.n)]));
}
