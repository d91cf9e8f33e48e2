import type { Employment, JobClass } from "#db/schema/people.ts";
import type { RosterCells } from "./rosterLine.ts";

/** What a roster says of a post; a field that is missing stays as it is. */
export type PostPatch = {
	unitId?: string | null;
	employment?: Employment;
	jobClass?: JobClass;
	position?: string;
	grade?: string;
	legalStatus?: string;
	homeAgencyId?: string | null;
	/** ISO days. */
	appointedOn?: string | null;
	positionSince?: string | null;
};
export type PersonPatch = { name?: string; titleBefore?: string; titleAfter?: string };

/** One difference, as a person reads it; "" for nothing. */
export type Change = { field: ChangedField; before: string; after: string };
export type ChangedField = keyof PersonPatch | keyof PostPatch | "email" | "pnsId" | "number" | "absent";

/** What applying a row writes: of a new person everything, of a known one only what differs. */
export type Plan = {
	person: PersonPatch;
	post: PostPatch;
	identifiers: { kind: "NIP" | "NI_PPPK" | "EMAIL" | "PNS_ID"; value: string }[];
	/** The mark of absence is taken away. */
	isBack: boolean;
};

/** What is known of somebody who is in the file. */
export type Known = {
	personId: string;
	name: string;
	titleBefore: string;
	titleAfter: string;
	hasEmail: boolean;
	hasPnsId: boolean;
	/** The present post; null: none. */
	post: (Required<PostPatch> & { id: string; agencyId: string; absentSince: number | null }) | null;
};

/** Where names of the file are looked up; null: not in the registry. */
export type Places = {
	agencyId: string;
	agencyOf: (name: string | null) => string | null;
	unitOf: (code: string | null, name: string | null) => { id: string; name: string } | null;
	unitName: (id: string) => string;
	agencyName: (id: string) => string;
};

/** The post that the cells tell of, as far as they do. */
export function postOf(cells: RosterCells, places: Places): PostPatch {
	const unit = places.unitOf(cells.unitId, cells.unitName);
	const home = places.agencyOf(cells.homeAgencyName);
	const said: PostPatch = {};
	if (unit) said.unitId = unit.id;
	if (cells.employment) said.employment = cells.employment;
	if (cells.jobClass) said.jobClass = cells.jobClass;
	if (cells.position) said.position = cells.position;
	if (cells.grade) said.grade = cells.grade;
	if (cells.legalStatus) said.legalStatus = cells.legalStatus;
	if (home) said.homeAgencyId = home === places.agencyId ? null : home;
	if (cells.tmtCpns) said.appointedOn = cells.tmtCpns;
	if (cells.tmtPosition) said.positionSince = cells.tmtPosition;
	return said;
}

/** A new person's post: what the file does not say is the least that can be supposed. */
export function newPost(cells: RosterCells, places: Places): Required<PostPatch> {
	const employment = numberKind(cells.nip ?? "") === "NI_PPPK" ? "PPPK" : "PNS";
	return { ...emptyPost, employment, ...postOf(cells, places) };
}

export const emptyPost: Required<PostPatch> = {
	unitId: null,
	employment: "PNS",
	jobClass: "pelaksana",
	position: "",
	grade: "",
	legalStatus: "",
	homeAgencyId: null,
	appointedOn: null,
	positionSince: null,
};

export const numberKind = (number: string): "NIP" | "NI_PPPK" =>
	Number(number.slice(12, 14)) >= 21 ? "NI_PPPK" : "NIP";

/** The e-mail that a roster gives: the office's before the private one. */
export const emailOf = (cells: RosterCells): string | null => cells.emailGov ?? cells.email;

export function personOf(cells: RosterCells): PersonPatch {
	const said: PersonPatch = {};
	if (cells.name) said.name = cells.name;
	if (cells.titleBefore !== null) said.titleBefore = cells.titleBefore;
	if (cells.titleAfter !== null) said.titleAfter = cells.titleAfter;
	return said;
}

export const hasEntries = (patch: object): boolean => Object.keys(patch).length > 0;
