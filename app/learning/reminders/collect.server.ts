import { and, asc, eq, inArray, sql } from "drizzle-orm";
import {
	agencies,
	assignmentMembers,
	assignments,
	memberships,
	people,
	reminderLines,
	roleGrants,
	units,
} from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { isPresent } from "../../people/present.server.ts";
import { roleInForce } from "../../people/roleInForce.server.ts";
import { todayOfPerson } from "../assignments/lateness.server.ts";
import type { ReminderPolicy } from "./reminderPolicy.ts";
import { type IsQuiet, nextLook, stageToday } from "./stages.ts";
import { type Head, superiorsOf } from "./superior.ts";

const HOUR = 3_600_000;
/** Few enough that a write transaction stays far below 50 ms. */
const AT_ONCE = 50;
const members = assignmentMembers;

export type Reminding = { now: number; policy: ReminderPolicy; isQuiet: IsQuiet };

/** The moment by whose day reminders go: before `fromHour` it is still the day before. */
export const reminderMoment = ({ now, policy }: Pick<Reminding, "now" | "policy">): number =>
	now - policy.fromHour * HOUR;

/**
 * Notes what there is to be told today, to whom. Each row that is looked at is looked at again on a later day only, so
 * that a run after a stopped one goes on where that was, and one too many finds nothing.
 * @returns how many rows were looked at
 */
export async function collectReminders(reminding: Reminding): Promise<number> {
	for (let total = 0; ; ) {
		const looked = await transaction((tx) => collectSome(tx, reminding));
		total += looked;
		if (looked < AT_ONCE) return total;
	}
}

function* collectSome(tx: Tx, reminding: Reminding): Body<number> {
	const rows = yield* dueRows(tx, reminding);
	const lines = [];
	for (const { member, isOpen, timeZone } of rows) {
		const today = dayIn(reminderMoment(reminding), timeZone);
		const owes = isOpen === 1 && owesIt(member);
		const stage = owes ? stageToday(member, today, reminding.policy, reminding.isQuiet) : null;
		const reminded = stage ?? member.reminded;
		const remindOn = owes
			? nextLook({ ...member, reminded }, today, reminding.policy, reminding.isQuiet)
			: null;
		yield* run(tx.update(members).set({ reminded, remindOn }).where(isRow(member)));
		if (stage !== null) lines.push({ member, stage });
	}
	yield* writeLines(tx, lines, reminding);
	return rows.length;
}

type Member = typeof members.$inferSelect;

const owesIt = ({ state, exemptAt, awayFrom, progress }: Member) =>
	state === "active" && exemptAt === null && awayFrom === null && progress !== "done";

type Line = { member: Member; stage: number };

const isRow = ({ assignmentId, personId }: Member) =>
	and(eq(members.assignmentId, assignmentId), eq(members.personId, personId));

function* dueRows(tx: Tx, reminding: Reminding) {
	const zone = sql<string>`coalesce(${people.timeZone}, ${agencies.timeZone})`;
	const today = todayOfPerson(reminderMoment(reminding));
	// The latest day anywhere narrows by the index; each person's own decides.
	const latest = dayIn(reminderMoment(reminding), "Asia/Jayapura");
	return yield* run(
		tx
			.select({
				member: members,
				isOpen: sql<number>`case when ${assignments.endedAt} is null then 1 else 0 end`,
				timeZone: zone,
			})
			.from(members)
			.innerJoin(people, eq(people.id, members.personId))
			.innerJoin(agencies, eq(agencies.id, members.agencyId))
			.innerJoin(assignments, eq(assignments.id, members.assignmentId))
			.where(and(sql`${members.remindOn} <= ${latest}`, sql`${members.remindOn} <= ${today}`))
			.orderBy(asc(members.remindOn), asc(members.assignmentId), asc(members.personId))
			.limit(AT_ONCE),
	);
}

function* writeLines(tx: Tx, lines: readonly Line[], { now, policy }: Reminding): Body<void> {
	if (lines.length === 0) return;
	const told = lines.filter(({ stage }) => policy.superiorAfter.includes(stage));
	const superiors = yield* superiorsAmong(tx, told, now);
	const rows = lines.flatMap(({ member, stage }) => {
		const { assignmentId, personId, dueDay } = member;
		const line = { assignmentId, personId, dueDay, stage, createdAt: now };
		const above = policy.superiorAfter.includes(stage) ? (superiors.get(personId) ?? []) : [];
		return [
			{ ...line, recipientId: personId, kind: "own" as const },
			...above.map((recipientId) => ({ ...line, recipientId, kind: "superior" as const })),
		];
	});
	yield* run(tx.insert(reminderLines).values(rows).onConflictDoNothing());
}

/** The superiors of those people, by person. */
function* superiorsAmong(tx: Tx, lines: readonly Line[], now: number): Body<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	const byAgency = new Map<string, string[]>();
	for (const { member } of lines)
		byAgency.set(member.agencyId, [...(byAgency.get(member.agencyId) ?? []), member.personId]);
	for (const [agencyId, personIds] of byAgency) {
		const heads = yield* headsOf(tx, agencyId, now);
		if (heads.length === 0) continue;
		const tree = yield* run(
			tx.select({ id: units.id, parentId: units.parentId }).from(units).where(eq(units.agencyId, agencyId)),
		);
		const byId = new Map(tree.map((unit) => [unit.id, unit]));
		const posts = yield* run(
			tx
				.select({ personId: memberships.personId, unitId: memberships.unitId })
				.from(memberships)
				.where(
					and(inArray(memberships.personId, personIds), eq(memberships.agencyId, agencyId), isPresent()),
				),
		);
		for (const post of posts) found.set(post.personId, superiorsOf(post, byId, heads));
	}
	return found;
}

/**
 * Who heads which unit of the agency now: of a grant for a unit that one, of one for the agency the unit where its holder
 * works.
 */
function* headsOf(tx: Tx, agencyId: string, now: number): Body<Head[]> {
	return yield* run(
		tx
			.select({
				personId: roleGrants.personId,
				unitId: sql<string | null>`coalesce(${roleGrants.unitId}, ${memberships.unitId})`,
			})
			.from(roleGrants)
			.innerJoin(
				memberships,
				and(eq(memberships.personId, roleGrants.personId), eq(memberships.agencyId, agencyId), isPresent()),
			)
			.where(and(eq(roleGrants.role, "unit-head"), eq(roleGrants.agencyId, agencyId), roleInForce(now))),
	);
}
