import type { PersonPatch } from "./plan.ts";

/** What applying a row wrote, and what was there before: enough to take it back whole. */
export type Trace = {
	/** The person was made by it. */
	isNew: boolean;
	/** The post that it began, as it was written, and the one that it ended. */
	begun: BegunPost | null;
	ended: { id: string; agencyId: string; unitId: string | null } | null;
	/** The name and titles that it changes, as they were. */
	person: Required<PersonPatch> | null;
	/** Identifiers that it added. */
	identifierIds: string[];
	/** Numbers that the ones which it added replace. */
	replacedIds: string[];
	/** The post whose mark of absence it sets or takes away, with the mark as it was. */
	mark: { membershipId: string; before: number | null } | null;
	/** Roles for the agency that is left, which end with the post. */
	grantIds: string[];
};

export type BegunPost = {
	id: string;
	agencyId: string;
	unitId: string | null;
	position: string;
	grade: string;
};

export const emptyTrace: Trace = {
	isNew: false,
	begun: null,
	ended: null,
	person: null,
	identifierIds: [],
	replacedIds: [],
	mark: null,
	grantIds: [],
};

/** What touched a row since it was applied: its post, its mark of absence, its name, or (a new person) anything at all. */
export type Touch = "post" | "absence" | "name" | "used";
