import {
	type Change,
	emailOf,
	type Known,
	type Places,
	type Plan,
	type PostPatch,
	personOf,
	postOf,
} from "./plan.ts";
import type { RosterCells } from "./rosterLine.ts";

/** Which name and titles the row says otherwise, as what is to be written and as people read it. */
export function personChanges(cells: RosterCells, known: Known) {
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

/** What the row says otherwise than the person's post here. */
export function differences(cells: RosterCells, known: Known, places: Places, isEmailTaken: boolean) {
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
