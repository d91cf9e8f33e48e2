import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import {
	endLoan,
	giveRole,
	grantsOf,
	lendRole,
	type Refusal,
	takeRole,
} from "#app/access/giveRole.server.ts";
import { countInvitees } from "#app/access/invitees.server.ts";
import { makeLetters } from "#app/access/inviteMany.server.ts";
import { scopeFor } from "#app/access/permissions.ts";
import { rolesWithin } from "#app/access/roleList.server.ts";
import { grantRole } from "#app/access/roles.server.ts";
import { openSession, validSession } from "#app/access/sessions.server.ts";
import type { AgencyScope } from "#app/agencies/scope.ts";
import { unitsAbove, unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { findCertificate } from "#app/certification/find.server.ts";
import { colleagueOf } from "#app/people/colleague.server.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import { runs } from "#tests/support/runs.ts";

type Someone = { personId: string; name: string; number: string; agencyId: string; line: string[] };
const DAY = 86_400_000;
const HOUR = 3_600_000;
const everybody: Someone[] = [];
const units: { id: string; agencyId: string }[] = [];
let home: string;
let serial = 0;

async function someone(agencyId: string, line: string[]): Promise<Someone> {
	serial++;
	const name = `Orang ${String.fromCharCode(65 + (serial % 26))}${serial}`;
	const number = `199001012015011${String(serial).padStart(3, "0")}`;
	const post = {
		agencyId,
		unitId: line[0] ?? null,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "x",
		grade: "",
	} as const;
	const made = await transaction((tx) =>
		createPerson(tx, { name, identifiers: [{ kind: "NIP", value: number }], post, now: NOW }),
	);
	if (!made) throw new Error("taken");
	const one = { ...made, name, number, agencyId, line };
	everybody.push(one);
	return one;
}

beforeAll(async () => {
	home = await makeAgency("3273");
	for (const agencyId of [home, await makeAgency("3274")]) {
		const root = await makeUnit(agencyId, "Akar");
		const left = await makeUnit(agencyId, "Kiri", root);
		const right = await makeUnit(agencyId, "Kanan", root);
		const leaf = await makeUnit(agencyId, "Daun", left);
		units.push(...[root, left, right, leaf].map((id) => ({ id, agencyId })));
		for (const line of [[], [root], [left, root], [right, root], [leaf, left, root]]) {
			await someone(agencyId, line);
			await someone(agencyId, line);
		}
	}
});

const aScope = fc.constantFrom(0, 1).chain((which): fc.Arbitrary<AgencyScope> => {
	const agencyId = () => units[which * 4]?.agencyId ?? "";
	const own = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 2 });
	return fc.oneof(
		fc.constant(null).map(() => ({ kind: "agency" as const, agencyId: agencyId() })),
		// Units of the other agency, too: an agency's scope with another's unit opens nothing.
		own.map((at) => ({
			kind: "unit" as const,
			agencyId: agencyId(),
			unitIds: at.map((i) => units[i]?.id ?? ""),
		})),
	);
});

const within = (scope: AgencyScope, { agencyId, line }: Someone): boolean =>
	scope.kind !== "nation" &&
	scope.agencyId === agencyId &&
	(scope.kind === "agency" || line.some((id) => scope.unitIds.includes(id)));

describe("over the fence", () => {
	it("nobody is reached by id, by list, by search, by number, by count or by letter", async () => {
		await fc.assert(
			fc.asyncProperty(aScope, fc.nat(19), async (scope, at) => {
				const one = everybody[at];
				if (!one) throw new Error("nobody");
				const is = within(scope, one);
				expect((await colleagueOf(one.personId, scope)) !== null).toBe(is);
				const find = async (search: string, unitId = "") =>
					(await findPeople({ scope, search, unitId }, null, 99)).rows.map(({ personId }) => personId);
				expect((await find("")).includes(one.personId)).toBe(is);
				expect((await find("", one.line[0] ?? "")).includes(one.personId)).toBe(is);
				expect((await find(one.name)).includes(one.personId)).toBe(is);
				expect((await find(one.number)).includes(one.personId)).toBe(is);
				const inside = everybody.filter((other) => within(scope, other));
				const counts = await countInvitees({ scope, unitIds: null, now: NOW });
				expect(counts.letter + counts.letterInvited).toBe(inside.length);
			}),
			{ numRuns: runs(30) },
		);
	});

	it("no letter is made for somebody outside, and no unit outside is offered", async () => {
		const scope = { kind: "unit" as const, agencyId: home, unitIds: [units[1]?.id ?? ""] };
		expect((await unitsWithin(scope)).map(({ name }) => name).sort()).toEqual(["Daun", "Kiri"]);
		const outside = everybody.find((one) => one.agencyId === home && !within(scope, one));
		const choice = { scope, unitId: null, actor: { id: null, name: "Uji" }, again: true };
		expect(await makeLetters({ ...choice, personId: outside?.personId ?? "" }, NOW)).toEqual([]);
		const made = await makeLetters({ ...choice, personId: null, unitId: units[0]?.id ?? "" }, NOW);
		const inside = everybody.filter((one) => within(scope, one));
		expect(made.map(({ personId }) => personId).sort()).toEqual(
			inside.map(({ personId }) => personId).sort(),
		);
		expect(await findCertificate(uuid(), uuid(), scope)).toBeNull();
	});
});

describe("giving and lending", () => {
	const giver = { name: "Pengelola" };
	const act = async (id: string, unitId: string | null) => ({
		giver: { ...giver, id },
		above: await unitsAbove(unitId ? [unitId] : []),
		reason: "surat tugas",
		now: NOW,
	});
	const admin = async (unit: number | null): Promise<Someone> => {
		const one = await someone(home, unit === null ? [] : [units[unit]?.id ?? ""]);
		const unitId = unit === null ? null : (units[unit]?.id ?? "");
		const grant = { personId: one.personId, role: "agency-admin", agencyId: home, unitId } as const;
		await transaction((tx) => grantRole(tx, { ...grant, actor: { id: null, name: "Uji" }, now: NOW }));
		return one;
	};
	const give = async (
		from: Someone,
		to: Someone,
		unit: number | null,
		till: number | null = null,
	): Promise<Refusal | null> => {
		const unitId = unit === null ? null : (units[unit]?.id ?? "");
		const wish = { role: "unit-head" as const, agencyId: home, unitId, from: NOW, till };
		const by = await act(from.personId, unitId);
		return transaction((tx) => giveRole(tx, to.personId, wish, by));
	};
	const grants = (personId: string, now = NOW) => transaction((tx) => grantsOf(tx, personId, now));

	it("an admin of a branch gives within it, to people of the agency, from then till then, and takes it back", async () => {
		const left = await admin(1);
		const other = await someone(home, []);
		const stranger = everybody.find(({ agencyId }) => agencyId !== home) as Someone;
		expect(await give(left, other, 2)).toBe("tooMuch");
		expect(await give(left, other, 0)).toBe("tooMuch");
		expect(await give(left, other, null)).toBe("tooMuch");
		expect(await give(left, left, 3)).toBe("self");
		expect(await give(left, stranger, 3)).toBe("notHere");
		expect(await give(left, other, 3, NOW + DAY)).toBeNull();
		expect(await give(left, other, 3, NOW + DAY)).toBe("held");
		const [head] = await grants(other.personId);
		expect(scopeFor({ grants: [head ?? { role: "learner", agencyId: null }] }, "readiness.agency")).toEqual({
			kind: "unit",
			agencyId: home,
			unitIds: [units[3]?.id],
		});
		expect(await grants(other.personId, NOW + DAY)).toEqual([]);
		const listed = async (unit: number) =>
			(await rolesWithin({ kind: "unit", agencyId: home, unitIds: [units[unit]?.id ?? ""] }, NOW)).map(
				({ id }) => id,
			);
		expect(await listed(1)).toContain(head?.id);
		expect(await listed(2)).not.toContain(head?.id);
		const right = await admin(2);
		const take = async (by: Someone) => {
			const of = await act(by.personId, head?.unitId ?? null);
			return transaction((tx) => takeRole(tx, head?.id ?? "", of));
		};
		expect(await take(right)).toBe("gone");
		expect(await take(left)).toBeNull();
		expect(await grants(other.personId)).toEqual([]);
	});

	it("a loan is in the borrower's session from then till then, and ends with the role it came from", async () => {
		const lender = await admin(1);
		const friend = await someone(home, []);
		const third = await someone(home, []);
		const [own] = await grants(lender.personId);
		const cookie = (await openSession(friend.personId, "uji", NOW)).split(";")[0] ?? "";
		const request = new Request("http://x/", { headers: { Cookie: cookie } });
		const rolesAt = async (now: number) =>
			(await validSession(request, now))?.grants.map(({ role, unitId }) => [role, unitId]);
		const lend = (from: Someone, grantId: string, to: Someone, span: { from: number; till: number | null }) =>
			transaction((tx) =>
				lendRole(tx, to.personId, {
					giver: { ...giver, id: from.personId, agencyId: home },
					grantId,
					span,
					reason: "cuti",
					now: NOW,
				}),
			);
		const span = { from: NOW + HOUR, till: NOW + 3 * HOUR };
		expect(await lend(lender, own?.id ?? "", lender, span)).toBe("self");
		expect(await lend(friend, own?.id ?? "", third, span)).toBe("gone");
		expect(await lend(lender, own?.id ?? "", friend, { ...span, till: null })).toBe("tooMuch");
		expect(await lend(lender, own?.id ?? "", friend, span)).toBeNull();
		expect(await rolesAt(NOW)).toEqual([]);
		expect(await rolesAt(NOW + HOUR)).toEqual([["agency-admin", units[1]?.id]]);
		expect(await rolesAt(NOW + 3 * HOUR)).toEqual([]);
		const [borrowed] = await grants(friend.personId, NOW + HOUR);
		const on = {
			giver: { ...giver, id: friend.personId, agencyId: home },
			grantId: borrowed?.id ?? "",
			span: { from: NOW + HOUR, till: NOW + 2 * HOUR },
		};
		expect(
			await transaction((tx) => lendRole(tx, third.personId, { ...on, reason: "lagi", now: NOW + HOUR })),
		).toBe("tooMuch");
		const wish = {
			role: "unit-head" as const,
			agencyId: home,
			unitId: units[3]?.id ?? "",
			from: NOW + HOUR,
			till: NOW + 2 * HOUR,
		};
		const by = { ...(await act(friend.personId, wish.unitId)), now: NOW + HOUR };
		expect(await transaction((tx) => giveRole(tx, third.personId, wish, by))).toBe("tooMuch");

		const boss = await admin(null);
		const of = await act(boss.personId, own?.unitId ?? null);
		expect(await transaction((tx) => takeRole(tx, own?.id ?? "", of))).toBeNull();
		expect(await rolesAt(NOW + HOUR)).toEqual([]);
		const acts = (await db.select().from(auditLog)).filter(({ subjectId }) => subjectId === friend.personId);
		expect(acts.map(({ action, detail }) => [action, detail.reason])).toEqual([["role.lend", "cuti"]]);
	});

	it("the lender ends a loan before its time, and nobody else's", async () => {
		const lender = await admin(1);
		const other = await admin(2);
		const friend = await someone(home, []);
		const [own] = await grants(lender.personId);
		const by = (id: string) => ({ giver: { ...giver, id, agencyId: home }, reason: "kembali", now: NOW });
		const loan = { ...by(lender.personId), grantId: own?.id ?? "", span: { from: NOW, till: NOW + DAY } };
		expect(await transaction((tx) => lendRole(tx, friend.personId, loan))).toBeNull();
		const [borrowed] = await grants(friend.personId);
		expect(await transaction((tx) => endLoan(tx, borrowed?.id ?? "", by(other.personId)))).toBe("gone");
		expect(await transaction((tx) => endLoan(tx, own?.id ?? "", by(lender.personId)))).toBe("gone");
		expect(await transaction((tx) => endLoan(tx, borrowed?.id ?? "", by(lender.personId)))).toBeNull();
		expect(await grants(friend.personId)).toEqual([]);
		expect(await grants(lender.personId)).toHaveLength(1);
	});
});
