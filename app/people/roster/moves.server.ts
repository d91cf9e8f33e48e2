import type { Body, Tx } from "#db/transaction.server.ts";
import { type Fact, recordActivity } from "../../activity/record.server.ts";
import type { RosterRow } from "./rows.server.ts";

type Place = { agencyId: string; unitId: string | null };

/**
 * Tells the log who joined and who left. A post that changes within its unit is neither, but a fact too.
 * @param way "begin" for what the rows did, "undo" for taking it back
 */
export function* recordMoves(
	tx: Tx,
	rows: readonly RosterRow[],
	way: "begin" | "undo",
	at: number,
): Body<void> {
	const all = rows.flatMap(({ personId, trace: { begun, ended } }): Fact[] => {
		const [from, to] = way === "begin" ? [ended, begun] : [begun, ended];
		const moved = [...factOf("person.left", from), ...factOf("person.joined", to)];
		const facts = from && to && samePlace(from, to) ? factOf("person.changed", to) : moved;
		return facts.map((fact) => ({
			...fact,
			personId,
			at,
		}));
	});
	yield* recordActivity(tx, ...all);
}

const samePlace = (one: Place, other: Place): boolean =>
	one.agencyId === other.agencyId && one.unitId === other.unitId;

const factOf = (
	kind: "person.left" | "person.joined" | "person.changed",
	place: Place | null,
): Omit<Fact, "at">[] => (place ? [{ kind, agencyId: place.agencyId, unitId: place.unitId, data: {} }] : []);
