import type { RosterOutcome } from "#db/schema/rosterImports.ts";
import { differences, personChanges } from "./differences.ts";
import {
	type Change,
	emailOf,
	type Known,
	newPost,
	numberKind,
	type Places,
	type Plan,
	personOf,
} from "./plan.ts";
import type { RowReason } from "./reasons.ts";
import type { RosterCells } from "./rosterLine.ts";

/** What is known about a row before it is compared. */
export type Findable = {
	/** Whose number it is; null: nobody's. */
	known: Known | null;
	/** Another person who may be the same, what is known of them, and why. */
	lookalike: { reason: DoubtReason; known: Known } | null;
	/** Its e-mail address is somebody else's. */
	isEmailTaken: boolean;
};

type DoubtReason = Extract<RowReason, "similar" | "same-pns-id" | "same-email">;

/** A row that may be about somebody known under another number. */
export type Doubt = {
	reason: DoubtReason;
	personId: string;
	/** The person's name; "" where they work elsewhere: that is not said before they move. */
	name: string;
	/** What the row does if it is that person, and what if it is somebody else. */
	same: Compared;
	other: Compared;
};

export type Compared = {
	outcome: RosterOutcome;
	reason: RowReason | "";
	personId: string | null;
	membershipId: string | null;
	otherAgencyId: string | null;
	changes: Change[];
	plan: Plan | null;
	doubt?: Doubt | null;
};

const nothing = { personId: null, membershipId: null, otherAgencyId: null, changes: [], plan: null };

/** Compares a readable row with what is known; writes nothing and merges nobody. */
export function compareRow(
	cells: RosterCells,
	{ known, lookalike, isEmailTaken }: Findable,
	places: Places,
): Compared {
	const where = known ? { personId: known.personId, membershipId: known.post?.id ?? null } : {};
	const base: Compared = { ...nothing, ...where, outcome: "refused", reason: "" };
	const isHere = known?.post?.agencyId === places.agencyId;
	const gone = goneFrom(cells, places);
	if (gone) return { ...base, ...gone, outcome: isHere ? "moved-out" : "refused" };
	if (!known) {
		const plan = wholePlan(cells, places, isEmailTaken);
		const other: Compared = { ...base, outcome: "new", plan };
		if (!lookalike) return other;
		const { reason } = lookalike;
		const { personId, post, name } = lookalike.known;
		const same = asThatPerson(cells, lookalike.known, places);
		const isNamed = post === null || post.agencyId === places.agencyId;
		const doubt = { reason, personId, name: isNamed ? name : "", same, other };
		return { ...base, outcome: "doubtful", reason, personId, doubt };
	}
	if (isHere && known.post) return { ...base, ...differences(cells, known, places, isEmailTaken) };
	const plan = {
		...wholePlan(cells, places, isEmailTaken || known.hasEmail),
		person: personChanges(cells, known).patch,
	};
	plan.identifiers = plan.identifiers.filter(
		({ kind }) => kind === "EMAIL" || (kind === "PNS_ID" && !known.hasPnsId),
	);
	const otherAgencyId = known.post?.agencyId ?? null;
	// Nothing of what the other agency knows of the person is said.
	return {
		...base,
		outcome: "moved-in",
		reason: otherAgencyId ? "elsewhere" : "returned",
		otherAgencyId,
		plan,
	};
}

/** The row as that of somebody who had another number until now. */
function asThatPerson(cells: RosterCells, known: Known, places: Places): Compared {
	const compared = compareRow(cells, { known, lookalike: null, isEmailTaken: true }, places);
	const value = cells.nip ?? "";
	const plan = compared.plan ?? { person: {}, post: {}, identifiers: [], isBack: false };
	const number = { kind: numberKind(value), value };
	const outcome = compared.outcome === "same" ? "changed" : compared.outcome;
	const changes = [...compared.changes, { field: "number" as const, before: "", after: value }];
	return { ...compared, outcome, changes, plan: { ...plan, identifiers: [number, ...plan.identifiers] } };
}

const ended = /pensiun|meninggal|wafat|pemberhentian (dengan|tidak dengan) hormat|diberhentikan/i;

/** Why somebody in the file does not work here: by their legal status, or because it names another agency. */
function goneFrom(
	cells: RosterCells,
	places: Places,
): { reason: RowReason; otherAgencyId: string | null } | null {
	if (cells.legalStatus && ended.test(cells.legalStatus))
		return { reason: "not-serving", otherAgencyId: null };
	const named = cells.workAgencyName ?? cells.homeAgencyName;
	const otherAgencyId = places.agencyOf(named);
	return otherAgencyId && otherAgencyId !== places.agencyId
		? { reason: "other-agency", otherAgencyId }
		: null;
}

function wholePlan(cells: RosterCells, places: Places, isEmailTaken: boolean): Plan {
	const number = cells.nip ?? "";
	const email = isEmailTaken ? null : emailOf(cells);
	return {
		person: personOf(cells),
		post: newPost(cells, places),
		identifiers: [
			{ kind: numberKind(number), value: number },
			...(email ? [{ kind: "EMAIL" as const, value: email }] : []),
			...(cells.pnsId ? [{ kind: "PNS_ID" as const, value: cells.pnsId }] : []),
		],
		isBack: false,
	};
}
