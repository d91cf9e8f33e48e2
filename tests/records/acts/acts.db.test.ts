import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { grantRole } from "#app/access/roles.server.ts";
import { openSession, validSession } from "#app/access/sessions.server.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { deltaOf } from "#app/readiness/delta.ts";
import { cancelAct, decideAct, draftAct } from "#app/records/acts/acts.server.ts";
import { doDueActs } from "#app/records/acts/dueActs.server.ts";
import type { ActPlan } from "#app/records/acts/plan.ts";
import { undoAct } from "#app/records/acts/undoAct.server.ts";
import { db } from "#db/client.server.ts";
import {
	activity,
	auditLog,
	identifiers,
	memberships,
	nameTokens,
	people,
	personActs,
	roleGrants,
} from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";

const DAY = 86_400_000;
const LATER = NOW + 2 * DAY;
const TODAY = "2026-11-26";
const actor = { id: null, name: "Admin Uji" };
const held = { position: "Analis", jobClass: "fungsional", grade: "III/b" } as const;
let codes = 0;
let here: string;
let there: string;
let personId: string;

beforeEach(async () => {
	here = await makeAgency(`P${++codes}`);
	there = await makeAgency(`P${++codes}`);
	personId = await makePerson(here, "Sari Pindah");
});

const draft = (plan: ActPlan, rest: { day?: string; agencyId?: string; now?: number } = {}) => {
	const { day = TODAY, agencyId = here, now = LATER } = rest;
	return transaction((tx) =>
		draftAct(tx, { personId, agencyId, plan, day, reason: "Surat keputusan uji", actor, now }),
	);
};
async function act(plan: ActPlan, rest: { day?: string; agencyId?: string; now?: number } = {}) {
	const made = await draft(plan, rest);
	if ("fault" in made) throw new Error(made.fault);
	const outcome = await transaction((tx) => decideAct(tx, made.id, actor, rest.now ?? LATER));
	return { id: made.id, outcome };
}
const undo = (id: string) =>
	transaction((tx) => undoAct(tx, id, { reason: "Keliru orang", actor, now: LATER + 1000 }));
const posts = () => db.select().from(memberships).where(eq(memberships.personId, personId));
const present = async () => (await posts()).filter(({ validTo }) => validTo === null);
const numbers = () => db.select().from(identifiers).where(eq(identifiers.personId, personId));

/** Everything of the person that an act may change. */
async function everything() {
	const mine = eq(people.id, personId);
	const byId = <T extends { id: string }>(rows: T[]) => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
	return {
		person: await db.select().from(people).where(mine),
		posts: byId(await posts()),
		numbers: byId(await numbers()),
		tokens: (await db.select().from(nameTokens).where(eq(nameTokens.personId, personId)))
			.map(({ agencyId, token }) => `${agencyId} ${token}`)
			.sort(),
		grants: byId(await db.select().from(roleGrants).where(eq(roleGrants.personId, personId))),
	};
}

/** What the log adds up to: PostgreSQL folds it only when nothing older is running. */
async function counted(agencyId: string): Promise<number> {
	const rows = await db.select().from(activity).where(eq(activity.agencyId, agencyId));
	return rows.reduce((sum, row) => sum + (deltaOf(row)?.people ?? 0), 0);
}

describe("an act on a person", () => {
	it("moves them twice, and the nation counts one", async () => {
		await act({ kind: "agency", agencyId: there, ...held });
		expect([await counted(here), await counted(there)]).toEqual([0, 1]);
		await act({ kind: "agency", agencyId: here, ...held }, { agencyId: there, now: LATER + 5 });
		expect([await counted(here), await counted(there)]).toEqual([1, 0]);
		expect(await present()).toHaveLength(1);
		const scope = { kind: "agency", agencyId: there } as const;
		expect((await findPeople({ scope, search: "sari", unitId: "" }, null, 9)).rows).toEqual([]);
	});

	it("turns a PPPK into a CPNS with a new number; the old one finds them, and nobody else can have it", async () => {
		const [old] = await numbers();
		const fresh = "199001012026121001";
		await act({ kind: "employment", employment: "CPNS", number: fresh, grade: "III/a" });
		expect(await findPersonByIdentifier(fresh)).toBe(personId);
		expect(await findPersonByIdentifier(old?.value ?? "")).toBe(personId);
		const other = await makePerson(here, "Orang Lain");
		const asked = {
			personId: other,
			agencyId: here,
			day: TODAY,
			reason: "Coba ambil nomor",
			actor,
			now: LATER,
		};
		const plan = { kind: "number", number: old?.value ?? "" } as const;
		expect(await transaction((tx) => draftAct(tx, { ...asked, plan }))).toEqual({ fault: "number-taken" });
	});

	it.each<[string, ActPlan]>([
		["agency", { kind: "agency", agencyId: "there", ...held }],
		["post", { kind: "post", unitId: null, ...held }],
		["secondment", { kind: "secondment", agencyId: "there", position: "Analis" }],
		["leave", { kind: "leave", status: "Tugas Belajar" }],
		["retirement", { kind: "retirement" }],
		["death", { kind: "death" }],
		["contract-end", { kind: "contract-end" }],
		["employment", { kind: "employment", employment: "CPNS", number: "199001012026121009", grade: "III/a" }],
		["number", { kind: "number", number: "199001012026121008" }],
		["email", { kind: "email", email: "sari@uji.go.id" }],
		["name", { kind: "name", name: "Sari Wijaya", titleBefore: "Dr.", titleAfter: "M.Si." }],
	])("is undone whole: %s", async (_kind, given) => {
		const plan = "agencyId" in given ? { ...given, agencyId: there } : given;
		await transaction((tx) =>
			grantRole(tx, { personId, role: "agency-admin", agencyId: here, actor, now: NOW }),
		);
		const before = await everything();
		const { id, outcome } = await act(plan);
		expect(outcome).toBe("done");
		expect(await everything()).not.toEqual(before);
		expect(await undo(id)).toBe("undone");
		expect(await everything()).toEqual(before);
		expect([await counted(here), await counted(there)]).toEqual([1, 0]);
		expect(await undo(id)).toBe("gone");
	});

	it("is not undone while something newer rests on it", async () => {
		const first = await act({ kind: "agency", agencyId: there, ...held });
		const second = await act({ kind: "retirement" }, { agencyId: there, now: LATER + 5 });
		expect(await undo(first.id)).toBe("newer-act");
		expect(await undo(second.id)).toBe("undone");
		expect(await undo(first.id)).toBe("undone");
	});

	it("ends the roles of the agency that is left, and no other", async () => {
		for (const [role, agencyId] of [
			["agency-admin", here],
			["analyst", null],
		] as const)
			await transaction((tx) => grantRole(tx, { personId, role, agencyId, actor, now: NOW }));
		await act({ kind: "agency", agencyId: there, ...held });
		const left = await db
			.select()
			.from(roleGrants)
			.where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)));
		expect(left.map(({ role }) => role)).toEqual(["analyst"]);
	});

	it("of death closes the account; of retirement it signs out and lets them in again", async () => {
		const enter = async () => {
			const cookie = await openSession(personId, "uji", LATER);
			return new Request("http://x/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
		};
		const before = await enter();
		const { id } = await act({ kind: "retirement" });
		expect(await validSession(before, LATER)).toBeNull();
		expect((await validSession(await enter(), LATER))?.agency).toBeNull();
		await undo(id);
		await act({ kind: "death" }, { now: LATER + 9 });
		expect(await validSession(await enter(), LATER)).toBeNull();
		const [number] = await numbers();
		expect(await findPersonByIdentifier(number?.value ?? "")).toBeNull();
	});

	it("whose day is to come does itself on that day, once, or says why it could not", async () => {
		const planned = await act({ kind: "agency", agencyId: there, ...held }, { day: "2026-11-30" });
		expect(planned.outcome).toBe("planned");
		await doDueActs(LATER);
		expect((await present())[0]?.agencyId).toBe(here);
		const then = Date.UTC(2026, 10, 29, 18);
		await doDueActs(then);
		await doDueActs(then + 1000);
		expect((await present()).map(({ agencyId }) => agencyId)).toEqual([there]);
		const late = await act({ kind: "retirement" }, { day: "2026-12-05", agencyId: there, now: then + 2000 });
		await act(
			{ kind: "agency", agencyId: here, ...held },
			{ day: "2026-11-30", agencyId: there, now: then + 3000 },
		);
		await doDueActs(Date.UTC(2026, 11, 6));
		const [refused] = await db.select().from(personActs).where(eq(personActs.id, late.id));
		expect(refused).toMatchObject({ state: "refused", fault: "elsewhere" });
		expect(await transaction((tx) => cancelAct(tx, late.id, actor, then))).toBe(true);
	});

	it("that comes into force late holds from the beginning of its day", async () => {
		await act({ kind: "retirement" }, { day: "2026-11-30" });
		await doDueActs(Date.UTC(2026, 11, 3));
		expect((await posts())[0]?.validTo).toBe(Date.UTC(2026, 10, 29, 17));
	});

	it("before the post began is refused, and so is one that changes nothing", async () => {
		expect(await draft({ kind: "retirement" }, { day: "2026-11-01" })).toEqual({ fault: "before-post" });
		expect(await draft({ kind: "return" })).toEqual({ fault: "not-away" });
		expect(await draft({ kind: "agency", agencyId: here, ...held })).toEqual({ fault: "same-agency" });
	});

	it("is on record with its reason and without what is personal", async () => {
		await act({ kind: "email", email: "rahasia@uji.go.id" });
		const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
		expect(rows.map(({ action }) => action)).toContain("person.change");
		expect(JSON.stringify(rows)).toContain("Surat keputusan uji");
		expect(JSON.stringify(rows)).not.toContain("rahasia");
	});
});
