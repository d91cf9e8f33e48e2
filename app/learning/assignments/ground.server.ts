import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import {
	agencies,
	assignmentCourses,
	assignmentMembers,
	assignments,
	memberships,
	people,
	reorganisations,
	units,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { isAway } from "../../people/away.ts";
import { isPresent } from "../../people/present.server.ts";
import type { HeldPost } from "./decideMember.ts";
import { type Reach, reachOf } from "./rule.ts";

export type Assignment = typeof assignments.$inferSelect;
export type Member = typeof assignmentMembers.$inferSelect;
export type Place = { post: HeldPost; timeZone: string };

/** The present posts of people, with the zone of each; who has none is left out. */
export function* placesOf(tx: Tx, personIds: readonly string[]): Body<Map<string, Place>> {
	if (personIds.length === 0) return new Map();
	const rows = yield* run(
		tx
			.select({ post: memberships, own: people.timeZone, agency: agencies.timeZone })
			.from(memberships)
			.innerJoin(people, eq(people.id, memberships.personId))
			.innerJoin(agencies, eq(agencies.id, memberships.agencyId))
			.where(and(inArray(memberships.personId, [...personIds]), isPresent())),
	);
	return new Map(
		rows.map(({ post, own, agency }) => {
			const timeZone = own ?? agency;
			const { personId, agencyId, unitId, jobClass, employment, sortKey } = post;
			const held = {
				...{ personId, agencyId, unitId, jobClass, employment, sortKey },
				sinceDay: dayIn(post.validFrom, timeZone),
				isAway: isAway(post.legalStatus),
			};
			return [personId, { post: held, timeZone }];
		}),
	);
}

/** The rows that people have in assignments that go on, those who left included. */
export function* membersAmong(
	tx: Tx,
	personIds: readonly string[],
	assignmentId: string | null,
): Body<Member[]> {
	if (personIds.length === 0) return [];
	const mine = inArray(assignmentMembers.personId, [...personIds]);
	const rows = yield* run(
		tx
			.select({ member: assignmentMembers })
			.from(assignmentMembers)
			.innerJoin(assignments, eq(assignments.id, assignmentMembers.assignmentId))
			.where(
				and(
					mine,
					isNull(assignments.endedAt),
					assignmentId === null ? undefined : eq(assignments.id, assignmentId),
				),
			),
	);
	return rows.map(({ member }) => member);
}

/** Assignments that go on: those of these ids and all of these agencies, or only the one that is named. */
export function* assignmentsAmong(
	tx: Tx,
	ids: readonly string[],
	agencyIds: readonly string[],
	assignmentId: string | null,
): Body<Assignment[]> {
	if (ids.length + agencyIds.length === 0) return [];
	const wanted =
		assignmentId === null
			? or(inArray(assignments.id, [...ids, ""]), inArray(assignments.agencyId, [...agencyIds, ""]))
			: eq(assignments.id, assignmentId);
	return yield* run(
		tx
			.select()
			.from(assignments)
			.where(and(wanted, isNull(assignments.endedAt))),
	);
}

/** The courses of each assignment, in order. */
export function* coursesOf(tx: Tx, ids: readonly string[]): Body<Map<string, string[]>> {
	const courses = new Map<string, string[]>(ids.map((id) => [id, []]));
	if (ids.length === 0) return courses;
	const rows = yield* run(
		tx
			.select()
			.from(assignmentCourses)
			.where(inArray(assignmentCourses.assignmentId, [...ids]))
			.orderBy(assignmentCourses.position),
	);
	for (const { assignmentId, courseId } of rows) courses.get(assignmentId)?.push(courseId);
	return courses;
}

/** What each assignment's rule reaches in its agency's tree. */
export function* reachesOf(tx: Tx, all: readonly Pick<Assignment, "id" | "agencyId" | "rule">[]) {
	const reaches = new Map<string, Reach>();
	const trees = new Map<string, Tree>();
	for (const { id, agencyId, rule } of all) {
		const needsTree = rule.units.length > 0;
		const tree = needsTree ? (trees.get(agencyId) ?? (yield* treeOf(tx, agencyId))) : noTree;
		if (needsTree) trees.set(agencyId, tree);
		reaches.set(id, reachOf(rule, tree.units, tree.successions));
	}
	return reaches;
}

type Tree = {
	units: { id: string; parentId: string | null }[];
	successions: { from: string; to: string | null }[];
};
const noTree: Tree = { units: [], successions: [] };

const succession = z.object({ from: z.string(), to: z.string().nullable() });
const effect = z
	.object({ carried: z.array(succession).default([]), assigned: z.array(succession).default([]) })
	.nullable();

/** The agency's units, closed ones too, and which went on as which. */
function* treeOf(tx: Tx, agencyId: string): Body<Tree> {
	const own = yield* run(
		tx.select({ id: units.id, parentId: units.parentId }).from(units).where(eq(units.agencyId, agencyId)),
	);
	const acts = yield* run(
		tx
			.select({ effect: reorganisations.effect })
			.from(reorganisations)
			.where(
				and(eq(reorganisations.agencyId, agencyId), inArray(reorganisations.state, ["applying", "applied"])),
			),
	);
	const successions = acts.flatMap((act) => {
		const known = effect.parse(act.effect ?? null);
		return known ? [...known.carried, ...known.assigned] : [];
	});
	return { units: own, successions };
}
