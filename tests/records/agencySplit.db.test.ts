import { isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { agencyAsOf, unitTreeAsOf } from "#app/agencies/history.server.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { endMembership } from "#app/people/endMembership.server.ts";
import { rebuildRollups } from "#app/readiness/rebuildRollups.server.ts";
import { applyReorganisation } from "#app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "#app/records/reorganisation/advance.server.ts";
import { affectedBy, findReorganisation } from "#app/records/reorganisation/view.server.ts";
import { db } from "#db/client.server.ts";
import { roleGrants } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "../readiness/facts.ts";
import {
	actor,
	assigned,
	at,
	code,
	course,
	done,
	duties,
	home,
	linesOf,
	madeAgency,
	ministries,
	NOW,
	nation,
	people,
	peopleIn,
	plan,
	posts,
	report,
	settled,
	split,
	TODAY,
	tokens,
	toldOf,
	twinOf,
	undo,
	unit,
	workingIn,
} from "./ministries.ts";

beforeEach(ministries);

describe("a ministry is split", () => {
	it("with people, figures, names and history; reports of the past stay, and everybody counts once", async () => {
		const [june, october] = [await report("2026-06"), await report("2026-10")];
		await done(split(), "2026-11-01");
		const made = await madeAgency();
		expect(await report("2026-06")).toBe(june);
		expect(await report("2026-10")).toBe(october);
		expect(await linesOf(home, "2026-11")).toEqual([
			["Direktorat Hukum", 3, 6],
			["none", 1, 2],
		]);
		expect(await linesOf(made, "2026-11")).toEqual([
			["Direktorat Imigrasi", 3, 6],
			["Subdirektorat Paspor", 1, 2],
			["direct", 2, 4],
		]);
		expect(await workingIn(made)).toEqual([...(people.b ?? []), ...(people.part ?? [])].sort());
		expect(await workingIn(home)).toEqual([...(people.a ?? []), ...(people.none ?? [])].sort());
		expect((await unitTreeAsOf(home, "2026-10-31")).map(({ name }) => name)).toHaveLength(3);
		expect((await unitTreeAsOf(made, "2026-11-01")).map(({ name, level }) => `${level} ${name}`)).toEqual([
			"1 Direktorat Imigrasi",
			"2 Subdirektorat Paspor",
		]);
		expect(await agencyAsOf(made, "2026-10-31")).toBeNull();
		const { rows: found } = await findPeople(
			{ scope: { kind: "agency", agencyId: made }, search: "sari", unitId: "" },
			null,
			9,
		);
		expect(found).toHaveLength(3);
		const before = await report("2026-11", made);
		await rebuildRollups();
		await foldEverything();
		expect(await report("2026-11", made)).toBe(before);
	});

	it("and what is told later of its past, or of somebody who just left, counts where the unit is", async () => {
		const [first = ""] = people.b ?? [];
		const planned = await plan(split());
		const id = "id" in planned ? planned.id : "";
		await transaction((tx) => applyReorganisation(tx, { id, scope: nation, actor, now: NOW }));
		// Before the job has come to them.
		await transaction((tx) => endMembership(tx, { personId: first, now: NOW + 1 }));
		await advanceReorganisation(id, () => NOW + 2);
		const late = { kind: "course.enrolled" as const, agencyId: home, unitId: unit.b, courseId: course };
		await record([{ ...late, at: at("2026-11-26") }]);
		await foldEverything();
		expect((await linesOf(await madeAgency(), "2026-11"))[0]).toEqual(["Direktorat Imigrasi", 2, 7]);
		expect(await linesOf(home, "2026-11")).toEqual([
			["Direktorat Hukum", 3, 6],
			["none", 1, 2],
		]);
	});

	it("roles go with those who go, and an undo puts all back", async () => {
		const grant = (personId = "", role: "agency-admin" | "unit-head" = "unit-head") => ({
			...{ id: uuid(), personId, role, agencyId: home, grantedAt: 1 },
		});
		await db.insert(roleGrants).values([grant(people.b?.[0]), grant(people.a?.[0], "agency-admin")]);
		const held = async () =>
			(await db.select().from(roleGrants).where(isNull(roleGrants.revokedAt)))
				.filter(({ personId }) => Object.values(people).flat().includes(personId))
				.map(({ personId, role, agencyId }) => `${personId} ${role} ${agencyId}`)
				.sort();
		const before = [await report("2026-11"), await posts(), await tokens(), await held()];
		const id = await done(split());
		const made = await madeAgency();
		expect(await held()).toEqual(
			[`${people.b?.[0]} unit-head ${made}`, `${people.a?.[0]} agency-admin ${home}`].sort(),
		);
		expect(await undo(id)).toBe("done");
		expect([await report("2026-11"), await posts(), await tokens(), await held()]).toEqual(before);
		expect(await agencyAsOf(made, TODAY)).toBeNull();
	});

	it("with what its people have to do: their dates stay, and what was for a part goes on there", async () => {
		const { all, theirs, ours } = await assigned();
		const before = await duties();
		const id = await done(split());
		await settled();
		const made = await madeAgency();
		expect([await toldOf(home), await toldOf(made)]).toEqual([1, 1]);
		const mine = (who: string[] | undefined) =>
			[...(who ?? [])].map((personId) => before.find((row) => row.startsWith(personId)) ?? "");
		const [twinAll, twinOurs] = await Promise.all([all, ours].map((of) => twinOf(of, made)));
		expect((await duties()).filter((row) => row.includes(made))).toEqual(
			[
				...mine([...(people.b ?? []), ...(people.part ?? [])]).map((row) =>
					row.replace(home, made).replace(all, twinAll ?? ""),
				),
				...mine(people.part).map((row) => row.replace(home, made).replace(all, twinOurs ?? "")),
			].sort(),
		);
		expect(await twinOf(theirs, made)).toBeUndefined();
		expect(await undo(id)).toBe("done");
		await settled();
		expect(await duties()).toEqual(before);
	});

	it("is not undone while the new agency has somebody or something of its own", async () => {
		const id = await done(split());
		const made = await madeAgency();
		await peopleIn(made, unit.b ?? null, 1);
		await makeUnit(made, "Direktorat Baru");
		expect(await undo(id)).toBe("hindered");
		const act = await findReorganisation(id, home);
		const { hindrances } = act ? await affectedBy(act, NOW) : { hindrances: [] };
		expect(hindrances.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
			"person no-place",
			"agency no-place",
		]);
	});

	it("is refused for a code that is taken, a unit named twice, and nothing named", async () => {
		const part = { id: uuid(), code: `${code}-X`, name: "Baru", shortName: "Baru", unitIds: [unit.b ?? ""] };
		const of = (...parts: (typeof part)[]) => plan({ kind: "agency.split", parts });
		expect(await of()).toEqual({ refused: "too-few" });
		expect(await of({ ...part, code: `${code}B` })).toEqual({ refused: "agency-code" });
		expect(await of({ ...part, code: "a b" })).toEqual({ refused: "agency-code" });
		expect(await of({ ...part, unitIds: [unit.b ?? "", unit.part ?? ""] })).toEqual({
			refused: "unit-twice",
		});
		expect(await of({ ...part, unitIds: [unit.theirs ?? ""] })).toEqual({ refused: "unknown" });
	});
});
