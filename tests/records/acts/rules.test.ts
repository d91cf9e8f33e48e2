import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAway } from "#app/people/away.ts";
import { isRoleOver } from "#app/records/acts/carryOut.server.ts";
import { faultOf, type Situation } from "#app/records/acts/faults.ts";
import { momentOf } from "#app/records/acts/moment.ts";
import { type ActPlan, type PostFields, postAfter, samePost } from "#app/records/acts/plan.ts";
import "#tests/support/runs.ts";

const post: PostFields = {
	agencyId: "a",
	unitId: "u",
	employment: "PNS",
	jobClass: "pelaksana",
	position: "Arsiparis",
	grade: "III/a",
	legalStatus: "Aktif",
	homeAgencyId: null,
	appointedOn: null,
	positionSince: null,
};
const met: Situation = {
	isMerged: false,
	hasDied: false,
	post: { ...post, validFrom: 1000 },
	last: post,
	decidedBy: "a",
	isAgencyOpen: true,
	isUnitOpen: true,
	isTaken: false,
	isPppkNumber: false,
};
const DAY = "2026-11-25";
const fault = (plan: ActPlan, rest: Partial<Situation> = {}) => faultOf(plan, { ...met, ...rest }, 2000, DAY);
const held = { position: "Analis", jobClass: "fungsional", grade: "III/b" } as const;

describe("the post after an act", () => {
	it("of a move begins without a unit, where the person belongs", () => {
		const seconded = { ...post, homeAgencyId: "z" };
		const next = postAfter({ kind: "agency", agencyId: "b", ...held }, seconded, DAY);
		expect(next).toMatchObject({ agencyId: "b", unitId: null, homeAgencyId: null, positionSince: DAY });
	});

	it("of a secondment keeps where the person belongs, also from one secondment to the next", () => {
		const first = postAfter({ kind: "secondment", agencyId: "b", position: "Analis" }, post, DAY);
		expect(first).toMatchObject({ agencyId: "b", homeAgencyId: "a" });
		const second = first && postAfter({ kind: "secondment", agencyId: "c", position: "Analis" }, first, DAY);
		expect(second).toMatchObject({ agencyId: "c", homeAgencyId: "a" });
		expect(second && postAfter({ kind: "return" }, second, DAY)).toMatchObject({
			agencyId: "a",
			homeAgencyId: null,
		});
	});

	it("of leave and return is the same post again", () => {
		for (const status of ["Cuti", "Tugas Belajar", "Cuti di Luar Tanggungan Negara"] as const) {
			const away = postAfter({ kind: "leave", status }, post, DAY);
			expect(away && isAway(away.legalStatus)).toBe(true);
			const back = away && postAfter({ kind: "return" }, away, DAY);
			expect(back && samePost(back, post)).toBe(true);
		}
	});

	it("is none when the service ends", () => {
		for (const kind of ["retirement", "death", "contract-end"] as const)
			expect(postAfter({ kind }, post, DAY)).toBeNull();
	});

	it("keeps what the act does not speak of", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (position, grade) => {
				const before = { ...post, position, grade };
				const next = postAfter({ kind: "leave", status: "Cuti" }, before, DAY);
				expect(next).toEqual({ ...before, legalStatus: "Cuti" });
			}),
		);
	});
});

describe("an act is refused", () => {
	it.each<[string, ActPlan, Partial<Situation>]>([
		["merged", { kind: "death" }, { isMerged: true }],
		["died", { kind: "email", email: "a@b.id" }, { hasDied: true }],
		["no-post", { kind: "retirement" }, { post: null }],
		["elsewhere", { kind: "retirement" }, { decidedBy: "b" }],
		["before-post", { kind: "retirement" }, { post: { ...post, validFrom: 3000 } }],
		["not-away", { kind: "return" }, {}],
		["same", { kind: "post", unitId: "u", position: "Arsiparis", jobClass: "pelaksana", grade: "III/a" }, {}],
		["same-agency", { kind: "agency", agencyId: "a", ...held }, {}],
		["closed-agency", { kind: "agency", agencyId: "b", ...held }, { isAgencyOpen: false }],
		["closed-unit", { kind: "post", unitId: "x", ...held }, { isUnitOpen: false }],
		["number-taken", { kind: "number", number: "199001012015011001" }, { isTaken: true }],
		["email-taken", { kind: "email", email: "a@b.id" }, { isTaken: true }],
		["number-kind", { kind: "employment", employment: "PPPK", number: "", grade: "IX" }, {}],
		["number-kind", { kind: "number", number: "199001012015211001" }, { isPppkNumber: true }],
		["same", { kind: "employment", employment: "PNS", number: "", grade: "III/a" }, {}],
	])("%s", (expected, plan, rest) => {
		expect(fault(plan, rest)).toBe(expected);
	});

	it("not when nothing speaks against it; who left can be taken back by the last agency", () => {
		expect(fault({ kind: "employment", employment: "CPNS", number: "", grade: "III/a" })).toBeNull();
		expect(fault({ kind: "return" }, { post: null })).toBeNull();
		expect(fault({ kind: "return" }, { post: null, decidedBy: "b" })).toBe("closed-agency");
	});
});

describe("roles", () => {
	const agencyAdmin = { role: "agency-admin", agencyId: "a" } as const;
	const head = { role: "unit-head", agencyId: "a" } as const;
	const national = { role: "analyst", agencyId: null } as const;
	const move: ActPlan = { kind: "agency", agencyId: "b", ...held };
	it("end with what they were held for, and no others do", () => {
		expect(isRoleOver(agencyAdmin, move, post, { ...post, agencyId: "b" })).toBe(true);
		expect(isRoleOver(national, move, post, { ...post, agencyId: "b" })).toBe(false);
		expect(isRoleOver({ ...agencyAdmin, agencyId: "b" }, move, post, { ...post, agencyId: "b" })).toBe(false);
		expect(isRoleOver(agencyAdmin, move, post, { ...post, unitId: "v" })).toBe(false);
		expect(isRoleOver(head, move, post, { ...post, unitId: "v" })).toBe(true);
		for (const grant of [agencyAdmin, national])
			expect(isRoleOver(grant, { kind: "death" }, post, null)).toBe(true);
	});
});

it("an act of today holds from now on, another from the beginning of its day where the agency is", () => {
	const now = Date.UTC(2026, 10, 25, 3);
	expect(momentOf("2026-11-25", "Asia/Jakarta", now, null)).toBe(now);
	expect(momentOf("2026-11-24", "Asia/Jayapura", now, null)).toBe(Date.UTC(2026, 10, 23, 15));
	const since = Date.UTC(2026, 10, 24, 2);
	expect(momentOf("2026-11-24", "Asia/Jakarta", now, since)).toBe(since);
});
