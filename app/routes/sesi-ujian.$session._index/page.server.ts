import { type SeatCursor, seatCounts, seatPage, sharedCounts } from "#app/assessment/seatList.server.ts";
import { countsOf } from "#app/assessment/seatState.ts";
import type { SupervisedSession } from "#app/assessment/sessionReach.server.ts";
import { phaseOf } from "#app/assessment/sessionWindow.ts";
import { roomActView } from "#app/certification/roomActs.server.ts";
import { tokensOf } from "#app/people/names.ts";
import { roomsWithin } from "./act.server.ts";
import { type SeatListState, seatListAddress } from "./listState.ts";

const PAGE = 50;

/** What the live list shows now: counts of all that is visible, and a page of what is looked for. */
export async function livePage(
	session: SupervisedSession,
	state: SeatListState,
	after: SeatCursor | null,
	actId: string | null,
	now: number,
) {
	const isOwnRoom = session.rooms.some(({ id }) => id === state.ruang);
	const room = isOwnRoom ? state.ruang : "";
	const tokens = state.cari.trim() ? tokensOf(state.cari) : [];
	const filter = {
		sessionId: session.id,
		roomIds: roomsWithin(session, room),
		state: state.keadaan || null,
		tokens,
	};
	const visible = roomsWithin(session, "");
	const [counted, found, act] = await Promise.all([
		visible === null
			? sharedCounts(session.id, now)
			: seatCounts({ sessionId: session.id, roomIds: visible }),
		seatPage(filter, after, PAGE + 1),
		actId ? roomActView(session.id, actId) : null,
	]);
	const { all, byRoom } = countsOf(counted);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	const { id, title, course, slug, opensAt, closesAt, timeZone, manages } = session;
	return {
		session: {
			id,
			title,
			course: course ?? slug,
			opensAt,
			closesAt,
			timeZone,
			manages,
			phase: phaseOf(session, now),
		},
		rooms: session.rooms.map(({ id: roomId, name, supervisor }) => ({
			id: roomId,
			name,
			supervisor,
			counts: byRoom.get(roomId) ?? null,
		})),
		counts: all,
		rows,
		state: { ...state, ruang: room },
		next: last ? seatListAddress(id, state, last) : null,
		first: after ? seatListAddress(id, state) : null,
		act,
		now,
	};
}
export type LivePage = Awaited<ReturnType<typeof livePage>>;
