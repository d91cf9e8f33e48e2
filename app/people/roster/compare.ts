import type { RosterOutcome } from "#db/schema/rosterImports.ts";
import {
	type Change,
	emailOf,
	type Known,
	newPost,
	numberKind,
	type Places,
	type Plan,
	type PostPatch,
	personOf,
	postOf,
} from "./plan.ts";
import type { RowReason } from "./reasons.ts";
import type { RosterCells } from "./rosterLine.ts";

/** What is known about a row before it is compared. */
export type Findable = {
	/** Whose number it is; null: nobody's. */
	known: Known | null;
	/** Another person who may be the same, and why. */
	lookalike: { personId: string; reason: RowReason } | null;
	/** Its e-mail address is somebody else's. */
	isEmailTaken: boolean;
};

export type Compared = {
	outcome: RosterOutcome;
	reason: RowReason | "";
	personId: string | null;
	membershipId: string | null;
	otherAgencyId: string | null;
	changes: Change[];
	plan: Plan | null;
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
		if (!lookalike) return { ...base, outcome: "new", plan };
		return { ...base, outcome: "doubtful", reason: lookalike.reason, personId: lookalike.personId, plan };
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

function personChanges(cells: RosterCells, known: Known) {
	const patch: Plan["person"] = {};
	const changes: Change[] = [];
	for (const field of ["name", "titleBefore", "titleAfter"] as const) {
		const after = personOf(cells)[field];
		if (after === undefined || after === known[field]) continue;
		patch[field] = after;
		changes.push({ field, before: known[field], after });
	}
	return { patch, changes };
}

function differences(cells: RosterCells, known: Known, places: Places, isEmailTaken: boolean) {
	const { patch: person, changes } = personChanges(cells, known);
	const said = postOf(cells, places);
	const { post, changes: postChanges } = postDifferences(said, known.post ?? {}, places);
	const email = known.hasEmail || isEmailTaken ? null : emailOf(cells);
	const identifiers: Plan["identifiers"] = [
		...(email ? [{ kind: "EMAIL" as const, value: email }] : []),
		...(cells.pnsId && !known.hasPnsId ? [{ kind: "PNS_ID" as const, value: cells.pnsId }] : []),
	];
	const isBack = typeof known.post?.absentSince === "number";
	const all: Change[] = [...changes, ...postChanges];
	for (const { kind, value } of identifiers)
		all.push({ field: kind === "EMAIL" ? "email" : "pnsId", before: "", after: value });
	if (isBack) all.push({ field: "absent", before: "absent", after: "" });
	if (all.length === 0) return { outcome: "same" as const };
	return { outcome: "changed" as const, changes: all, plan: { person, post, identifiers, isBack } };
}

function postDifferences(said: PostPatch, known: PostPatch, places: Places) {
	const post: PostPatch = {};
	const changes: Change[] = [];
	for (const field of Object.keys(said) as (keyof PostPatch)[]) {
		const [before, after] = [known[field] ?? null, said[field] ?? null];
		if (before === after) continue;
		Object.assign(post, { [field]: after });
		changes.push({ field, before: shown(field, before, places), after: shown(field, after, places) });
	}
	return { post, changes };
}

function shown(field: keyof PostPatch, value: string | null, places: Places): string {
	if (value === null) return "";
	if (field === "unitId") return places.unitName(value);
	return field === "homeAgencyId" ? places.agencyName(value) : value;
}
