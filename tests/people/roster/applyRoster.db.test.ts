import { and, asc, eq, getTableName, inArray } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createUnit } from "#app/agencies/units.server.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { endMembership } from "#app/people/endMembership.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { membersByIdentifier } from "#app/people/members.server.ts";
import { stepRoster } from "#app/people/roster/advanceRoster.server.ts";
import { following, uses } from "#app/people/roster/inUse.server.ts";
import { cancelRoster } from "#app/people/roster/rosterActs.server.ts";
import { db } from "#db/client.server.ts";
import { activity, auditLog, memberships, notices, people, roleGrants } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import {
	admin,
	applied,
	begin,
	type Cells,
	finish,
	LATER,
	roster,
	rowsOf,
	runRow,
	stage,
	step,
	takeBack,
} from "#tests/support/make/rosterRuns.ts";
import { allTables, referencesOf } from "#tests/support/rowInEveryTable.ts";
import { runs } from "#tests/support/runs.ts";

type World = { here: string; there: string; ids: string[]; numbers: string[] };
const names = ["Sari Utami", "Budi Santoso", "Wati Lestari", "Agus Salim", "Dewi Sartika", "Made Wirawan"];
const elsewhere = new Set([1, 4]);
let worlds = 0;

/** Six people, two of them at another agency, under numbers that no other world has. */
async function world(): Promise<World> {
	const n = String(++worlds).padStart(4, "0");
	const here = await makeAgency(`A${n}`);
	const there = await makeAgency(`B${n}`);
	await transaction((tx) => createUnit(tx, { agencyId: here, code: "U-1", name: "Dinas Uji", now: NOW }));
	const numbers = Array.from({ length: 9 }, (_, i) => `${n}010${i}200501100${i}`.padEnd(18, "7"));
	const ids: string[] = [];
	for (const [i, name] of names.entries()) {
		const post = { agencyId: elsewhere.has(i) ? there : here, unitId: null, ...plain };
		const identifiers = [{ kind: "NIP" as const, value: numbers[i] ?? "" }];
		const made = await transaction((tx) => createPerson(tx, { name, identifiers, post, now: NOW }));
		ids.push(made?.personId ?? "");
	}
	return { here, there, ids, numbers };
}
const plain = { employment: "PNS", jobClass: "pelaksana", position: "Pengelola", grade: "III/a" } as const;

/** All that readers see of a world. */
async function seen({ here, there, numbers, ids }: World) {
	const list = async (agencyId: string) =>
		(await findPeople({ scope: { kind: "agency", agencyId }, search: "", unitId: "" }, null, 99)).rows.map(
			({ membershipId: _, sortKey: __, ...one }) => one,
		);
	const found = async (agencyId: string) => [...(await membersByIdentifier(agencyId, numbers))].sort();
	return {
		here: await list(here),
		there: await list(there),
		found: [await found(here), await found(there)],
		owners: (await Promise.all(numbers.map(findPersonByIdentifier))).map((id) => id !== null),
		names: (await db.select().from(people).where(inArray(people.id, ids)).orderBy(asc(people.id))).map(
			({ name }) => name,
		),
		facts: await moves([here, there]),
	};
}

async function moves(agencyIds: string[]): Promise<string[]> {
	const rows = await db
		.select()
		.from(activity)
		.where(inArray(activity.agencyId, agencyIds))
		.orderBy(asc(activity.seq));
	return rows.map(({ kind, agencyId, personId }) => `${kind} ${agencyId} ${personId}`).sort();
}

/** Changed, renamed, moved in, moved out, new; "Agus Salim" is absent. */
const fileFor = ({ numbers }: World): Cells[] => [
	{ nip: numbers[0], name: "Sari Utami Dewi", position: "Analis", unitId: "U-1" },
	{ nip: numbers[1], name: "Budi Santoso", pnsId: `PNS-${numbers[1]}`, email: `b${numbers[1]}@contoh.go.id` },
	{ nip: numbers[2], name: "Wati Lestari", legalStatus: "Pensiun" },
	{ nip: numbers[5], name: "I Made Wirawan", titleAfter: "S.Kom." },
	{ nip: numbers[6], name: "Orang Baru", grade: "IX", email: `o${numbers[6]}@contoh.go.id` },
	{ nip: numbers[7], name: "Orang Lain" },
];

let w: World;
beforeAll(async () => {
	w = await world();
});

describe("a roster that is applied", () => {
	it("is seen by nobody before one moment and whole from then on, wherever the program is killed", async () => {
		const runId = await stage(w.here, fileFor(w));
		const before = await seen(w);
		expect(await begin(w.here, runId)).toBe("done");
		const views: string[] = [];
		for (let more = true; more; ) {
			// A kill in the middle of a step: its transaction never commits.
			const killed = transaction(function* (tx) {
				yield* stepRoster(tx, runId, LATER);
				throw new Error("killed");
			});
			await expect(killed).rejects.toThrow("killed");
			more = await step(runId);
			const { facts: _, ...view } = await seen(w);
			views.push(`${(await runRow(runId))?.publishedAt === null} ${JSON.stringify(view)}`);
		}
		const { facts: __, ...beforeView } = before;
		const after = await seen(w);
		const { facts: ___, ...afterView } = after;
		const distinct = [...new Set(views)];
		expect(distinct).toEqual([`true ${JSON.stringify(beforeView)}`, `false ${JSON.stringify(afterView)}`]);
		expect(after.here.map(({ name }) => name)).toEqual([
			"Agus Salim",
			"Budi Santoso",
			"I Made Wirawan",
			"Orang Baru",
			"Orang Lain",
			"Sari Utami Dewi",
		]);
		expect(after.there.map(({ name }) => name)).toEqual(["Dewi Sartika"]);
		expect((await runRow(runId))?.state).toBe("applied");
	});

	it("tells the log once who joined and who left, and marks who is absent without deleting them", async () => {
		const facts = (await moves([w.here, w.there])).filter((fact, i, all) => all.indexOf(fact) === i);
		expect(facts).toHaveLength((await moves([w.here, w.there])).length - 1);
		const [absent] = await db
			.select()
			.from(memberships)
			.where(and(eq(memberships.personId, w.ids[3] ?? ""), eq(memberships.agencyId, w.here)));
		expect(absent).toMatchObject({ absentSince: LATER, validTo: null });
		const audits = await db.select().from(auditLog).where(eq(auditLog.agencyId, w.here));
		expect(audits.map(({ action }) => action)).toContain("roster.apply");
	});

	it("takes the mark away from somebody who is in the file again", async () => {
		const rows = [
			...fileFor(w).filter(({ legalStatus }) => !legalStatus),
			{ nip: w.numbers[3], name: "Agus Salim" },
		];
		const runId = await stage(w.here, rows);
		expect((await rowsOf(runId)).map(({ outcome }) => outcome)).toEqual([
			"same",
			"same",
			"same",
			"same",
			"same",
			"changed",
		]);
		await begin(w.here, runId);
		await finish(runId);
		const [back] = await db
			.select()
			.from(memberships)
			.where(eq(memberships.personId, w.ids[3] ?? ""));
		expect(back?.absentSince).toBeNull();
	});
});

describe("a roster that is cancelled", () => {
	it("leaves no trace, after however many steps, and is not begun twice at once", async () => {
		const world2 = await world();
		const before = await roster();
		for (const steps of [0, 1]) {
			const runId = await stage(world2.here, fileFor(world2));
			const other = await stage(world2.here, fileFor(world2));
			await begin(world2.here, runId);
			for (let i = 0; i < steps; i++) await step(runId);
			// The same import in another tab, and another one of the same agency.
			expect(await begin(world2.here, runId)).toBe("not-now");
			expect(await begin(world2.here, other)).toBe("not-now");
			const act = { runId, agencyId: world2.here, actor: admin, now: LATER };
			expect(await transaction((tx) => cancelRoster(tx, { ...act, agencyId: world2.there }))).toBe("unknown");
			expect(await transaction((tx) => cancelRoster(tx, act))).toBe("done");
			expect(await finish(runId)).toBe("cancelled");
			expect(await roster()).toEqual(before);
		}
	});
});

describe("a roster that is undone", () => {
	it("is taken back at one moment, and the log's balance is as before", async () => {
		const own = await world();
		const before = await roster();
		const balance = await balanceOf(own);
		const role = {
			id: `grant-${own.here}`,
			personId: own.ids[2] ?? "",
			role: "unit-head" as const,
			grantedAt: NOW,
		};
		await db.insert(roleGrants).values({ ...role, agencyId: own.here });
		const runId = await applied(own.here, fileFor(own));
		const [grant] = await db.select().from(roleGrants).where(eq(roleGrants.id, role.id));
		expect(grant?.revokedAt).toBe(LATER);
		const { facts: _, ...during } = await seen(own);
		expect(await takeBack(own.here, runId, LATER + 1)).toBe("done");
		const views = new Set<string>();
		while (await step(runId, LATER + 1)) {
			const { facts: __, ...view } = await seen(own);
			views.add(JSON.stringify(view));
		}
		expect(views.size).toBe(2);
		expect([...views][0]).toBe(JSON.stringify(during));
		expect((await runRow(runId))?.state).toBe("undone");
		await db.delete(roleGrants).where(eq(roleGrants.id, role.id));
		expect(await roster()).toEqual(before);
		expect(await balanceOf(own)).toEqual(balance);
	});

	it("stays whole when something newer touched its rows, and lists these", async () => {
		const own = await world();
		const runId = await applied(own.here, fileFor(own));
		const fresh = (await rowsOf(runId)).find(({ number }) => number === own.numbers[6])?.personId ?? "";
		const notice = {
			id: `notice-${fresh}`,
			personId: fresh,
			kind: "exam-repaired" as const,
			data: {},
			createdAt: LATER,
		};
		await db.insert(notices).values(notice as never);
		await transaction((tx) => endMembership(tx, { personId: own.ids[0] ?? "", now: LATER + 1 }));
		const before = await roster();
		await takeBack(own.here, runId, LATER + 2);
		expect(await finish(runId, LATER + 2)).toBe("applied");
		expect(await roster()).toEqual(before);
		const touched = (await rowsOf(runId)).filter((row) => row.touched);
		expect(touched.map(({ number, touched: by }) => [number, by])).toEqual([
			[own.numbers[0], "post"],
			[own.numbers[6], "used"],
		]);
	});
});

describe("whoever is changed by hand while a roster is applied", () => {
	it("is left by the roster", async () => {
		const own = await world();
		const runId = await stage(own.here, fileFor(own));
		await begin(own.here, runId);
		await step(runId);
		await transaction((tx) => endMembership(tx, { personId: own.ids[0] ?? "", now: LATER }));
		await finish(runId);
		const posts = await db
			.select()
			.from(memberships)
			.where(eq(memberships.personId, own.ids[0] ?? ""));
		expect(posts.map(({ validTo }) => validTo)).toEqual([LATER]);
		const left = (await rowsOf(runId)).filter(({ done }) => done === "left");
		expect(left.map(({ number, reason }) => [number, reason])).toEqual([
			[own.numbers[0], "changed-meanwhile"],
		]);
	});
});

/** Memberships begun minus ended, by agency: what the roll-ups count. */
async function balanceOf({ here, there }: World): Promise<number[]> {
	const facts = await moves([here, there]);
	const net = (id: string) =>
		facts.filter((fact) => fact.startsWith(`person.joined ${id}`)).length -
		facts.filter((fact) => fact.startsWith(`person.left ${id}`)).length;
	return [net(here), net(there)];
}

const cellsOf = fc.record(
	{
		position: fc.constantFrom("Pengelola", "Analis"),
		grade: fc.constantFrom("III/a", "III/b"),
		unitId: fc.constantFrom("U-1", "tidak ada"),
		titleAfter: fc.constantFrom("S.Kom.", "M.Si."),
		legalStatus: fc.constantFrom("Aktif", "Pensiun"),
	},
	{ requiredKeys: [] },
);
const line = fc.tuple(
	fc.integer({ min: 0, max: 8 }),
	fc.constantFrom("Sari Utami", "Tuti Indah", "Budi Santoso"),
	cellsOf,
);

it("applied and undone leaves everything as it was; applied twice is applied once; the log's balance is the people's", async () => {
	const own = await world();
	await fc.assert(
		fc.asyncProperty(fc.array(line, { maxLength: 9 }), fc.nat(6), async (lines, steps) => {
			const file = lines.map(([n, name, cells]) => ({ nip: own.numbers[n], name, ...cells }));
			const before = await roster();
			const cancelled = await stage(own.here, file);
			if ((await begin(own.here, cancelled)) === "done") {
				for (let i = 0; i < steps; i++) await step(cancelled);
				await transaction((tx) =>
					cancelRoster(tx, { runId: cancelled, agencyId: own.here, actor: admin, now: LATER }),
				);
				if ((await finish(cancelled)) === "cancelled") expect(await roster()).toEqual(before);
			}
			if ((await runRow(cancelled))?.state === "applied") {
				await takeBack(own.here, cancelled);
				await finish(cancelled);
			}
			const runId = await applied(own.here, file);
			const once = await roster();
			const open = once.memberships.filter(
				({ agencyId, validTo }) => agencyId === own.here && validTo === null,
			);
			expect((await balanceOf(own))[0]).toBe(open.length);
			await applied(own.here, file);
			expect(await roster()).toEqual(once);
			if ((await runRow(runId))?.state === "applied") {
				await takeBack(own.here, runId);
				expect(await finish(runId)).toBe("undone");
			}
			expect(await roster()).toEqual(before);
		}),
		{ numRuns: runs(5) },
	);
});

it("knows every column by which somebody can be in use", () => {
	const own = ["identifiers.person_id", "memberships.person_id", "name_tokens.person_id"];
	const referring = allTables().flatMap((table) =>
		referencesOf(table)
			.filter(({ parent }) => parent === people)
			.map(({ column }) => `${getTableName(table)}.${column}`),
	);
	const known = [...uses, ...following].map(([table, column]) => `${getTableName(table)}.${column.name}`);
	expect([...known, ...own].sort()).toEqual(referring.sort());
});
