import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { heldRoles } from "#app/access/roleList.server.ts";
import { grantRole, revokeGrant } from "#app/access/roles.server.ts";
import { auditRows } from "#app/activity/auditList.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";

const actor = { id: null, name: "Uji" };
let agencyId: string;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
});

const grantsOf = async (personId: string) =>
	(await heldRoles(NOW)).filter((held) => held.personId === personId);
const end = (grantId = "", by = actor, now = NOW) =>
	transaction((tx) => revokeGrant(tx, { grantId, actor: by, reason: "", now }));
const rolesOf = async (personId: string) => (await grantsOf(personId)).map(({ role }) => role);

describe("roles", () => {
	it("are given once, taken once, and both are audited with who, what and where", async () => {
		const personId = await makePerson(agencyId);
		const grant = { personId, role: "reviewer", agencyId, actor, now: NOW } as const;
		await transaction((tx) => grantRole(tx, grant));
		await transaction((tx) => grantRole(tx, grant));
		expect(await rolesOf(personId)).toEqual(["reviewer"]);
		const [held] = await grantsOf(personId);
		expect(await end("lain")).toBe(false);
		expect(await end(held?.id)).toBe(true);
		expect(await end(held?.id)).toBe(false);
		expect(await rolesOf(personId)).toEqual([]);
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
		expect(acts.map(({ action }) => action).sort()).toEqual(["role.grant", "role.revoke"]);
		expect(acts[0]).toMatchObject({ agencyId, detail: { role: "reviewer" }, actorName: "Uji" });
	});

	it("end one by one: who holds a role for the agency and for a unit keeps the other", async () => {
		const personId = await makePerson(agencyId);
		const unitId = await makeUnit(agencyId, "Bidang Data");
		const grant = { personId, role: "training-admin", agencyId, actor, now: NOW } as const;
		await transaction((tx) => grantRole(tx, grant));
		await transaction((tx) => grantRole(tx, { ...grant, unitId }));
		const ofUnit = (await grantsOf(personId)).find((held) => held.unitId === unitId);
		await end(ofUnit?.id);
		expect(await grantsOf(personId)).toMatchObject([{ role: "training-admin", unitId: null }]);
	});
});

describe("the audit log", () => {
	it("is read by who, what and when, a page at a time, latest first", async () => {
		const personId = await makePerson(agencyId);
		for (let i = 0; i < 5; i++) {
			const change = {
				personId,
				role: "analyst",
				agencyId: null,
				actor: { id: null, name: "Rina" },
			} as const;
			await transaction((tx) => grantRole(tx, { ...change, now: NOW + 2 * i }));
			await end((await grantsOf(personId))[0]?.id, change.actor, NOW + 2 * i + 1);
		}
		const all = { scope: { kind: "nation" }, action: "", actor: "rina", from: null, till: null } as const;
		const first = await auditRows(all, null, 6);
		expect(first.map(({ at }) => at - NOW)).toEqual([9, 8, 7, 6, 5, 4]);
		const last = first.at(-1);
		const rest = await auditRows(all, last ? { at: last.at, id: last.id } : null, 6);
		expect(rest.map(({ at }) => at - NOW)).toEqual([3, 2, 1, 0]);
		const grants = await auditRows({ ...all, action: "role.grant", from: NOW + 2, till: NOW + 7 }, null, 9);
		expect(grants.map(({ at }) => at - NOW)).toEqual([6, 4, 2]);
		const elsewhere = { ...all, scope: { kind: "agency", agencyId: "lain" } } as const;
		expect(await auditRows(elsewhere, null, 9)).toEqual([]);
	});
});
