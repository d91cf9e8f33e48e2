import { manyIds } from "#db/ids.ts";
import type { identifiers, memberships, people } from "#db/schema/index.ts";
import { sortKeyOf } from "../names.ts";
import { emptyPost, hasEntries, type PostPatch } from "./plan.ts";
import type { RosterRow, RosterRun } from "./rows.server.ts";
import { emptyTrace, type Trace } from "./trace.ts";

type Membership = typeof memberships.$inferSelect;
type Person = typeof people.$inferSelect;

/** What is so now of those whom some rows are about. */
export type SeenNow = {
	/** The posts that the run may end, by id. */
	claimed: Map<string, Membership>;
	people: Map<string, Person>;
	/** Present posts by person. */
	present: Map<string, Membership>;
	/** Identifiers that somebody has. */
	taken: Set<string>;
	/** Numbers in force of those who get another one. */
	numbers: { id: string; personId: string }[];
	/** Roles in force. */
	grants: { id: string; personId: string; agencyId: string | null }[];
};
/** What has to be inserted. */
export type Writing = {
	people: (typeof people.$inferInsert)[];
	posts: Membership[];
	identifiers: (typeof identifiers.$inferInsert & { id: string })[];
};
type Context = { roster: Pick<RosterRun, "id" | "agencyId">; seen: SeenNow; writing: Writing; now: number };

/** Whether a row ends the post that it was compared with. */
export const endsPost = ({ outcome, plan }: Pick<RosterRow, "outcome" | "plan">): boolean =>
	outcome === "moved-in" ||
	outcome === "moved-out" ||
	(outcome === "changed" && hasEntries(plan?.post ?? {}));

/** Whether the row gives somebody known another number. */
export const getsNumber = ({ plan, outcome }: Pick<RosterRow, "outcome" | "plan">): boolean =>
	outcome !== "new" && (plan?.identifiers.some(({ kind }) => kind === "NIP" || kind === "NI_PPPK") ?? false);

const numbersOf = (personId: string, { numbers }: SeenNow): string[] =>
	numbers.filter((one) => one.personId === personId).map(({ id }) => id);

/** Adds to `writing` what a row says; gives the row with its trace, or left when it does not hold any more. */
export function writeRow(row: RosterRow, context: Context): RosterRow {
	const { seen, writing, now } = context;
	if (isOvertaken(row, seen)) return { ...row, done: "left", reason: "changed-meanwhile", trace: emptyTrace };
	const personId = row.personId ?? manyIds();
	const known = seen.people.get(personId);
	if (!known) writing.people.push(newPerson(row, personId, now));
	const ended = endedBy(row, seen);
	const leaves = ended && row.outcome !== "changed" ? ended.agencyId : null;
	const grants = seen.grants.filter((one) => one.personId === personId && one.agencyId === leaves);
	const trace: Trace = {
		isNew: !known,
		begun: beginPost(row, personId, context),
		ended,
		person: known && hasEntries(row.plan?.person ?? {}) ? namesOf(known) : null,
		identifierIds: addIdentifiers(row, personId, context),
		replacedIds: known && getsNumber(row) ? numbersOf(personId, seen) : [],
		mark: markOf(row, seen),
		grantIds: leaves ? grants.map(({ id }) => id) : [],
	};
	return { ...row, personId, trace, isRename: trace.person !== null, done: "written" };
}

const namesOf = ({ name, titleBefore, titleAfter }: Person) => ({ name, titleBefore, titleAfter });

function isOvertaken(row: RosterRow, { claimed, present, taken }: SeenNow): boolean {
	if (row.outcome === "new" || getsNumber(row)) {
		if (taken.has(row.number)) return true;
		if (row.outcome === "new") return false;
	}
	if (endsPost(row) && row.membershipId) return !claimed.has(row.membershipId);
	return (present.get(row.personId ?? "")?.id ?? null) !== row.membershipId;
}

function newPerson({ plan }: RosterRow, id: string, now: number): typeof people.$inferInsert {
	const name = plan?.person.name ?? "";
	return {
		titleBefore: "",
		titleAfter: "",
		...plan?.person,
		name,
		id,
		sortKey: sortKeyOf(name),
		language: "id",
		createdAt: now,
	};
}

function endedBy(row: RosterRow, { claimed }: SeenNow): Trace["ended"] {
	const ended = claimed.get(row.membershipId ?? "");
	return ended ? { id: ended.id, agencyId: ended.agencyId, unitId: ended.unitId } : null;
}

/** A mark of absence that is set, or taken away; a post that begins anew begins without one. */
function markOf(row: RosterRow, { present }: SeenNow): Trace["mark"] {
	const post = present.get(row.personId ?? "");
	if (!post || endsPost(row)) return null;
	const isMarked = post.absentSince !== null;
	const changes = row.outcome === "absent" ? !isMarked : row.plan?.isBack && isMarked;
	return changes ? { membershipId: post.id, before: post.absentSince } : null;
}

function beginPost(
	row: RosterRow,
	personId: string,
	{ roster, seen, writing, now }: Context,
): Trace["begun"] {
	if (!row.plan || (row.outcome === "changed" && !endsPost(row))) return null;
	const before = row.outcome === "changed" ? seen.claimed.get(row.membershipId ?? "") : undefined;
	const name = row.plan.person.name ?? seen.people.get(personId)?.name ?? "";
	const post = {
		...postOf(row.plan.post, before ?? emptyPost),
		id: manyIds(),
		personId,
		agencyId: roster.agencyId,
		sortKey: sortKeyOf(name),
		validFrom: now,
		validTo: null,
		absentSince: null,
		beginRunId: roster.id,
		endRunId: null,
	};
	writing.posts.push(post);
	const { id, agencyId, unitId, position, grade } = post;
	return { id, agencyId, unitId, position, grade };
}

/** What is said of a post, and of what is not said how it was before. Field by field: copying is slow for so many. */
function postOf(said: PostPatch, before: Required<PostPatch>): Required<PostPatch> {
	return {
		unitId: said.unitId === undefined ? before.unitId : said.unitId,
		employment: said.employment ?? before.employment,
		jobClass: said.jobClass ?? before.jobClass,
		position: said.position ?? before.position,
		grade: said.grade ?? before.grade,
		legalStatus: said.legalStatus ?? before.legalStatus,
		homeAgencyId: said.homeAgencyId === undefined ? before.homeAgencyId : said.homeAgencyId,
		appointedOn: said.appointedOn === undefined ? before.appointedOn : said.appointedOn,
		positionSince: said.positionSince === undefined ? before.positionSince : said.positionSince,
	};
}

/** An e-mail address or PNS ID that somebody got meanwhile is left out. */
function addIdentifiers(row: RosterRow, personId: string, { roster, seen, writing, now }: Context): string[] {
	return (row.plan?.identifiers ?? []).flatMap(({ kind, value }) => {
		if (seen.taken.has(value)) return [];
		seen.taken.add(value);
		const id = manyIds();
		writing.identifiers.push({ id, personId, kind, value, validFrom: now, beginRunId: roster.id });
		return [id];
	});
}
