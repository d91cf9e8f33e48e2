import { sql } from "drizzle-orm";
import { assignmentMembers } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { competenceFramework } from "../../catalog/framework.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { decideMember, type MemberState } from "./decideMember.ts";
import {
	type Assignment,
	assignmentsAmong,
	coursesOf,
	type Member,
	membersAmong,
	type Place,
	placesOf,
	reachesOf,
} from "./ground.server.ts";
import { courseRecords, noRecord, recordKey } from "./records.server.ts";
import { isGap, type RulePost } from "./rule.ts";

/** Measured levels, 0 to 4, by person and competence. */
export type Levels = ReadonlyMap<string, ReadonlyMap<string, number>>;
type Settling = {
	people: readonly string[];
	/** Only this assignment; null: all that concern them. */
	assignmentId: string | null;
	levels: Levels;
	now: number;
};

/** So many people at once keep a write transaction far below 50 ms. */
export const SETTLE_AT_ONCE = 100;

/**
 * Brings what these people have to do in line with their posts, the rules and their results: who comes under a rule
 * comes in, who does not any more drops out, and how far each is is noted. Idempotent: nothing is written where nothing
 * changed.
 * @returns how many rows changed
 */
export function* settlePeople(tx: Tx, { people, assignmentId, levels, now }: Settling): Body<number> {
	const places = yield* placesOf(tx, people);
	const members = yield* membersAmong(tx, people, assignmentId);
	const agencyIds = [...new Set([...places.values()].map(({ post }) => post.agencyId))];
	const ids = [...new Set(members.map((member) => member.assignmentId))];
	const all = yield* assignmentsAmong(tx, ids, agencyIds, assignmentId);
	if (all.length === 0) return 0;
	const courses = yield* coursesOf(
		tx,
		all.map(({ id }) => id),
	);
	const zones = new Map([...places].map(([personId, { timeZone }]) => [personId, timeZone]));
	const records = yield* courseRecords(tx, people, [...new Set([...courses.values()].flat())], zones);
	const reaches = yield* reachesOf(tx, all);
	const known = new Map(members.map((member) => [recordKey(member.personId, member.assignmentId), member]));
	const rows: Row[] = [];
	for (const personId of people) {
		const place = places.get(personId) ?? null;
		const today = dayIn(now, place?.timeZone ?? "Asia/Jakarta");
		for (const one of all) {
			const existing = known.get(recordKey(personId, one.id)) ?? null;
			if (!existing && place?.post.agencyId !== one.agencyId) continue;
			const state = decideMember({
				terms: one,
				reach: reaches.get(one.id) ?? { within: new Set(), carried: new Set() },
				existing,
				post: place?.post ?? null,
				hasGap: hasGap(one, place, levels),
				records: (courses.get(one.id) ?? []).map(
					(courseId) => records.get(recordKey(personId, courseId)) ?? noRecord,
				),
				today,
			});
			if (state && isDifferent(existing, state))
				rows.push({ assignmentId: one.id, personId, ...state, remindOn: today });
		}
	}
	yield* writeMembers(tx, rows);
	return rows.length;
}

type Row = MemberState & { assignmentId: string; personId: string; remindOn: string };

function hasGap({ rule }: Pick<Assignment, "rule">, place: Place | null, levels: Levels): boolean {
	return place !== null && rule.gap !== "" && gapOf(rule.gap, place.post, levels);
}

/** Whether somebody's measured level in the competence lies below what their role should reach. */
export function gapOf(
	competence: string,
	post: Pick<RulePost, "personId" | "jobClass">,
	levels: Levels,
): boolean {
	const level = levels.get(post.personId)?.get(competence) ?? null;
	return isGap(competenceFramework(), competence, post.jobClass, level);
}

function isDifferent(existing: Member | null, state: MemberState): boolean {
	if (!existing) return true;
	return (Object.keys(state) as (keyof MemberState)[]).some((name) => existing[name] !== state[name]);
}

/** Several rows in one statement; a changed deadline begins its reminders anew. */
function* writeMembers(tx: Tx, rows: readonly Row[]): Body<void> {
	const t = assignmentMembers;
	const isSame = sql`${t.dueDay} = excluded.due_day and ${t.state} = excluded.state`;
	for (let begin = 0; begin < rows.length; begin += SETTLE_AT_ONCE) {
		yield* run(
			tx
				.insert(t)
				.values(rows.slice(begin, begin + SETTLE_AT_ONCE))
				.onConflictDoUpdate({
					target: [t.assignmentId, t.personId],
					set: {
						sortKey: sql`excluded.sort_key`,
						state: sql`excluded.state`,
						enteredDay: sql`excluded.entered_day`,
						dueDay: sql`excluded.due_day`,
						periodFrom: sql`excluded.period_from`,
						progress: sql`excluded.progress`,
						passed: sql`excluded.passed`,
						awayFrom: sql`excluded.away_from`,
						waited: sql`excluded.waited`,
						reminded: sql`case when ${isSame} then ${t.reminded} end`,
						remindOn: sql`case when ${isSame} and ${t.progress} <> 'done' and ${t.awayFrom} is null then ${t.remindOn} else excluded.remind_on end`,
					},
				}),
		);
	}
}
