import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import {
	endAssignment,
	exemptMembers,
	extendAssignment,
} from "#app/learning/assignments/assignmentActs.server.ts";
import { assignmentsOf, findAssignment } from "#app/learning/assignments/assignmentList.server.ts";
import type { AssigningScope } from "#app/learning/assignments/assignmentScope.server.ts";
import { memberFilters } from "#app/learning/assignments/memberFilters.ts";
import { membersOf } from "#app/learning/assignments/memberList.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { messageTheLate } from "#app/learning/reminders/lateMessage.server.ts";
import { membersByIdentifier } from "#app/people/members.server.ts";
import { db } from "#db/client.server.ts";
import { assignments, identifiers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAssignment, makeStaff } from "#tests/support/make/assignments.ts";
import { makeAgency, makeCourse, NOW } from "#tests/support/make/course.ts";
import { runs } from "#tests/support/runs.ts";

const DAY = 86_400_000;
/** After every deadline. */
const LATE = NOW + 60 * DAY;
const actor = { id: null, name: "Uji" };
let agencyId: string;
let otherId: string;
/** root over left and right, leaf below left; each unit's line with those above it. */
const line = new Map<string, string[]>();
const staff = new Map<string, string>();
const made = new Map<string, { unitId: string | null; reaches: string[] | null }>();

beforeAll(async () => {
	agencyId = await makeAgency("3204");
	otherId = await makeAgency("3273");
	const root = await makeUnit(agencyId, "Akar");
	const left = await makeUnit(agencyId, "Kiri", root);
	const right = await makeUnit(agencyId, "Kanan", root);
	const leaf = await makeUnit(agencyId, "Daun", left);
	line.set(root, [root]).set(left, [left, root]).set(right, [right, root]).set(leaf, [leaf, left, root]);
	for (const unitId of line.keys())
		staff.set(await makeStaff({ agencyId, unitId }, `Pegawai ${unitId}`), unitId);
	const { courseId } = await makeCourse(agencyId, "satu");
	const add = async (unitId: string | null, reaches: string | null) => {
		const rule = reaches ? { ...emptyRule, units: [reaches] } : { ...emptyRule, everyone: true };
		const id = await makeAssignment({ agencyId, unitId, courseIds: [courseId], rule });
		made.set(id, { unitId, reaches: reaches ? [reaches] : null });
	};
	await add(null, null);
	for (const unitId of line.keys()) {
		await add(null, unitId);
		await add(unitId, unitId);
	}
});

const within = (unitId: string, scope: string[]) => (line.get(unitId) ?? []).some((id) => scope.includes(id));
const someUnits = fc
	.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 2 })
	.map((chosen) => [...line.keys()].filter((_, index) => chosen.includes(index)));

it("who manages units sees their own assignments, and of the agency's the own people alone", async () => {
	await fc.assert(
		fc.asyncProperty(someUnits, async (unitIds) => {
			const scope: AssigningScope = { kind: "unit", agencyId, unitIds };
			const mine = [...staff].filter(([, unitId]) => within(unitId, unitIds)).map(([id]) => id);
			const listed = new Map((await assignmentsOf(scope, null, 50, LATE)).map((row) => [row.id, row.counts]));
			for (const [id, { unitId, reaches }] of made) {
				const reached = mine.filter((person) => reaches === null || within(staff.get(person) ?? "", reaches));
				const isOwn = unitId !== null && within(unitId, unitIds);
				const isThere = isOwn || (unitId === null && reached.length > 0);
				expect(listed.has(id)).toBe(isThere);
				const found = await findAssignment(id, scope, LATE);
				expect(found?.isOwn ?? null).toBe(isThere ? isOwn : null);
				if (!isThere) continue;
				expect(listed.get(id)).toMatchObject({ members: reached.length, late: reached.length });
				for (const filter of memberFilters.filter((one) => one !== "done" && one !== "exempt")) {
					const rows = await membersOf(id, scope, filter, null, 50, LATE);
					expect(rows.map(({ personId }) => personId).sort()).toEqual([...reached].sort());
				}
			}
		}),
		{ numRuns: runs(10) },
	);
});

it("changes nothing that belongs to the agency or to other units, by id", async () => {
	const before = await db.select().from(assignments);
	const person = [...staff.keys()];
	await fc.assert(
		fc.asyncProperty(someUnits, fc.constantFrom("agency", "unit"), async (unitIds, kind) => {
			const scope: AssigningScope =
				kind === "unit" ? { kind, agencyId, unitIds } : { kind: "agency", agencyId: otherId };
			for (const [id, { unitId }] of made) {
				if (kind === "unit" && unitId !== null && within(unitId, unitIds)) continue;
				const act = { id, scope, reason: "Di luar pagar.", actor, now: LATE };
				const due = { dueDay: "2028-01-01", dueAfterDays: null };
				expect(await transaction((tx) => extendAssignment(tx, { ...act, ...due }))).toBe(false);
				expect(await transaction((tx) => endAssignment(tx, act))).toBe(false);
				expect(await transaction((tx) => exemptMembers(tx, { ...act, people: person }))).toBe(0);
				const message = { id: `pesan-${id}`, assignmentId: id, scope, text: "Halo semua.", actor, now: LATE };
				expect(await transaction((tx) => messageTheLate(tx, message))).toEqual({ kind: "unknown" });
			}
		}),
		{ numRuns: runs(4) },
	);
	expect(await db.select().from(assignments)).toEqual(before);
});

it("finds nobody of another unit by number", async () => {
	const numbers = (await db.select().from(identifiers)).map(({ value }) => value);
	const [root = "", left = ""] = [...line.keys()];
	const of = async (unitIds: string[]) =>
		(await membersByIdentifier(agencyId, numbers, { kind: "unit", agencyId, unitIds })).size;
	expect(await of([root])).toBe(4);
	expect(await of([left])).toBe(2);
	expect((await membersByIdentifier(agencyId, numbers)).size).toBe(4);
});
