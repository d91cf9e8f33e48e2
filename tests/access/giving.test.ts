import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Held, LOAN_MS, mayGive, mayLend, type UnitsAbove, type Wish } from "#app/access/giving.ts";
import { can, type Grant, type Permission, type Role, scopeFor } from "#app/access/permissions.ts";
import { runs } from "#tests/support/runs.ts";

/** Two agencies: a has a root with two branches, b a unit of its own. */
const above: UnitsAbove = new Map([
	["a", ["a"]],
	["a1", ["a1", "a"]],
	["a2", ["a2", "a"]],
	["a11", ["a11", "a1", "a"]],
	["b1", ["b1"]],
]);
const agencyOf: Record<string, string> = { a: "A", a1: "A", a2: "A", a11: "A", b1: "B" };
const roles: Role[] = [
	"training-admin",
	"reviewer",
	"agency-admin",
	"unit-head",
	"analyst",
	"auditor",
	"system-admin",
];
const permissions: Permission[] = [
	"course.write",
	"draft.review",
	"people.read",
	"people.manage",
	"agency.manage",
	"nip.reveal",
	"certificate.revoke",
	"assignment.manage",
	"exam.supervise",
	"readiness.nation",
	"readiness.agency",
	"audit.read",
	"system.read",
	"role.grant",
	"role.give",
];

const aPlace = fc.oneof(
	fc.constantFrom("A", "B").map((agencyId) => ({ agencyId, unitId: null })),
	fc.constantFrom(...above.keys()).map((unitId) => ({ agencyId: agencyOf[unitId] ?? "", unitId })),
);
const aSpan = fc.record({
	from: fc.nat(4),
	till: fc.oneof(fc.constant(null), fc.integer({ min: 5, max: 12 })),
});
const aRole = fc.oneof(fc.constantFrom(...roles), fc.constantFrom<Role>("agency-admin", "unit-head"));
const aHeld = fc
	.tuple(aRole, fc.oneof(aPlace, fc.constant({ agencyId: null, unitId: null })), aSpan, fc.boolean())
	.map(([role, place, span, isLent]): Held => ({ id: "x", role, ...place, ...span, isLent }));
const aWish = fc
	.tuple(aRole, aPlace, aSpan)
	.map(([role, place, span]): Wish => ({ role, ...place, ...span }));
/** Where an admin of the one agency or of a part of it may give at all: so that the laws are tried on what is given, too. */
const aPart = fc.constantFrom(null, null, "a", "a1").map((unitId) => ({ agencyId: "A", unitId }));
const anAdmin = fc
	.tuple(aPart, fc.nat(2), fc.constantFrom(null, 12))
	.map(
		([place, from, till]): Held => ({ id: "x", role: "agency-admin", ...place, from, till, isLent: false }),
	);
const aWishInPart = fc
	.tuple(fc.constantFrom<Role>("agency-admin", "unit-head"), fc.constantFrom("a", "a1", "a11", "a2"), aSpan)
	.map(([role, unitId, span]): Wish => ({ role, agencyId: "A", unitId, ...span }));
const received = (wish: Wish): Held => ({ ...wish, id: "y", isLent: false });

/** Whether the grants allow it at that time in that unit (null: somewhere in the agency outside of all units). */
function allowed(
	grants: (Grant & { from: number; till: number | null })[],
	what: Permission,
	at: { time: number; agencyId: string; unitId: string | null },
) {
	const now = grants.filter(({ from, till }) => from <= at.time && (till === null || at.time < till));
	return now.some((grant) => {
		const scope = scopeFor({ grants: [grant] }, what);
		if (!scope) return false;
		if (scope.kind === "nation") return true;
		if (scope.agencyId !== at.agencyId) return false;
		if (scope.kind === "agency") return true;
		return at.unitId !== null && scope.unitIds.some((id) => (above.get(at.unitId ?? "") ?? []).includes(id));
	});
}
const aPoint = fc.oneof(
	fc.record({ time: fc.nat(13), agencyId: fc.constantFrom("A", "B"), unitId: fc.constant(null) }),
	fc
		.tuple(fc.nat(13), fc.constantFrom(...above.keys()))
		.map(([time, unitId]) => ({ time, agencyId: agencyOf[unitId] ?? "", unitId })),
);

describe("nobody gives more than they have", () => {
	it("whatever is given allows nothing, nowhere and never, that the giver is not allowed", () => {
		let given = 0;
		fc.assert(
			fc.property(
				fc.array(fc.oneof(aHeld, anAdmin), { maxLength: 3 }),
				fc.oneof(aWish, aWishInPart),
				aPoint,
				(held, wish, at) => {
					const isSystem = can({ grants: held.filter(({ isLent }) => !isLent) }, "role.grant");
					if (isSystem || !mayGive(held, wish, above)) return;
					given++;
					for (const what of permissions)
						if (allowed([wish], what, at)) expect(allowed(held, what, at)).toBe(true);
				},
			),
			{ numRuns: runs(3000) },
		);
		expect(given).toBeGreaterThan(10);
	});

	it("what is held by a loan gives nothing", () => {
		fc.assert(
			fc.property(fc.array(aHeld, { maxLength: 3 }), aWish, (held, wish) => {
				expect(
					mayGive(
						held.map((one) => ({ ...one, isLent: true })),
						wish,
						above,
					),
				).toBe(false);
			}),
		);
	});

	it("a receiver cannot give what the giver could not", () => {
		let given = 0;
		fc.assert(
			fc.property(anAdmin, aWishInPart, aWishInPart, (first, second, third) => {
				if (!mayGive([first], second, above)) return;
				if (!mayGive([received(second)], third, above)) return;
				given++;
				expect(mayGive([first], third, above)).toBe(true);
			}),
			{ numRuns: runs(3000) },
		);
		expect(given).toBeGreaterThan(0);
	});

	const admin = (unitId: string | null): Held => ({
		id: "x",
		role: "agency-admin",
		agencyId: "A",
		unitId,
		from: 0,
		till: 10,
		isLent: false,
	});
	const wish = (role: Role, unitId: string | null, till: number | null = 10): Wish => ({
		role,
		agencyId: "A",
		unitId,
		from: 1,
		till,
	});

	it.each([
		["its branch's admin", "a1", wish("agency-admin", "a11"), true],
		["its branch's head", "a1", wish("unit-head", "a1"), true],
		["another branch", "a1", wish("unit-head", "a2"), false],
		["the unit above", "a1", wish("unit-head", "a"), false],
		["the whole agency", "a1", wish("agency-admin", null), false],
		["an author, who writes", null, wish("training-admin", null), false],
		["for longer than it has", null, wish("unit-head", "a1", 11), false],
		["for ever", null, wish("unit-head", "a1", null), false],
		["another agency", null, { ...wish("unit-head", "b1"), agencyId: "B" }, false],
		["the nation", null, { ...wish("agency-admin", null), agencyId: null }, false],
	] as const)("an admin of %s: %s", (_what, unitId, wanted, may) => {
		expect(mayGive([admin(unitId)], wanted, above)).toBe(may);
	});

	it("a system-admin gives any role, but an author's for the whole agency only", () => {
		const system: Held = {
			id: "x",
			role: "system-admin",
			agencyId: null,
			unitId: null,
			from: 0,
			till: null,
			isLent: false,
		};
		expect(mayGive([system], wish("training-admin", null), above)).toBe(true);
		expect(mayGive([system], wish("training-admin", "a1"), above)).toBe(false);
	});
});

describe("lending", () => {
	const own = (rest: Partial<Held> = {}): Held => ({
		id: "x",
		role: "reviewer",
		agencyId: "A",
		unitId: null,
		from: 0,
		till: null,
		isLent: false,
		...rest,
	});
	it("is for a time, never beyond one's own, never on, and three months at most", () => {
		expect(mayLend(own(), { from: 5, till: 9 })).toBe(true);
		expect(mayLend(own(), { from: 5, till: null })).toBe(false);
		expect(mayLend(own(), { from: 5, till: 5 })).toBe(false);
		expect(mayLend(own({ till: 8 }), { from: 5, till: 9 })).toBe(false);
		expect(mayLend(own({ isLent: true }), { from: 5, till: 9 })).toBe(false);
		expect(mayLend(own(), { from: 0, till: LOAN_MS })).toBe(true);
		expect(mayLend(own(), { from: 0, till: LOAN_MS + 1 })).toBe(false);
	});
});

it("a role for a part of an agency does nothing that would need all of it", () => {
	const part = { grants: [{ role: "agency-admin" as const, agencyId: "A", unitId: "a1" }] };
	for (const what of ["agency.manage", "certificate.revoke", "exam.supervise"] as const) {
		expect(can(part, what)).toBe(false);
		expect(scopeFor(part, what)).toBeNull();
	}
	expect(scopeFor(part, "people.read")).toEqual({ kind: "unit", agencyId: "A", unitIds: ["a1"] });
	const both = { grants: [...part.grants, { role: "agency-admin" as const, agencyId: "A" }] };
	expect(scopeFor(both, "people.read")).toEqual({ kind: "agency", agencyId: "A" });
});
