import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { unitTreeAsOf } from "#app/agencies/history.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { applyReorganisation } from "#app/records/reorganisation/acts.server.ts";
import { affectedBy, findReorganisation } from "#app/records/reorganisation/view.server.ts";
import { db } from "#db/client.server.ts";
import { assignmentFilters, assignments, courses, memberships, roleGrants } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency } from "#tests/support/make/agencies.ts";
import { makeStaff } from "#tests/support/make/assignments.ts";
import { record } from "../readiness/facts.ts";
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
	merge,
	ministries,
	NOW,
	other,
	people,
	plan,
	posts,
	report,
	settled,
	TODAY,
	tokens,
	undo,
	unit,
	workingIn,
} from "./ministries.ts";

beforeEach(ministries);

describe("a ministry goes into another", () => {
	it("and nobody there has to do what was for it alone", async () => {
		const { all } = await assigned();
		const before = await duties();
		const id = await done(merge());
		await settled();
		expect(await duties()).toEqual(before.map((row) => row.replace(home, other)));
		const [row] = await db.select().from(assignments).where(eq(assignments.id, all));
		expect(row).toMatchObject({ agencyId: other, rule: { everyone: true, units: { length: 1 } } });
		expect(await undo(id)).toBe("done");
		await settled();
		expect(await duties()).toEqual(before);
	});

	it("with its rules that have a name, and with those whom it has lent elsewhere", async () => {
		const rule = { ...emptyRule, everyone: true };
		const filter = (agencyId: string) => ({ id: uuid(), agencyId, name: "Semua", rule, createdAt: NOW });
		const [ours, theirs] = [filter(home), filter(other)];
		await db.insert(assignmentFilters).values([ours, theirs]);
		const elsewhere = await makeAgency({ code: `${code}-X`, name: "Tempat lain", shortName: "Lain" });
		const lent = await makeStaff({ agencyId: elsewhere.id }, "Pegawai perbantuan");
		const own = eq(memberships.personId, lent);
		await db.update(memberships).set({ homeAgencyId: home }).where(own);
		const state = async () => [
			await db.select().from(assignmentFilters).where(eq(assignmentFilters.id, ours.id)),
			(await db.select().from(memberships).where(own)).map(({ homeAgencyId }) => homeAgencyId),
		];
		const before = await state();
		const id = await done(merge());
		expect(await state()).toMatchObject([
			[{ agencyId: other, name: `Semua (${code})`, rule: { everyone: true, units: { length: 1 } } }],
			[other],
		]);
		expect(await undo(id)).toBe("done");
		expect(await state()).toEqual(before);
		await db.delete(assignmentFilters).where(inArray(assignmentFilters.id, [ours.id, theirs.id]));
	});

	it("whole, with what it holds, and is shown until then", async () => {
		const october = await report("2026-10");
		const courseId = uuid();
		await db.insert(courses).values({
			id: courseId,
			slug: `uji-${code.toLowerCase()}`,
			agencyId: home,
			audience: "agency",
			createdAt: NOW,
		});
		const [personId = ""] = people.a ?? [];
		const lender = { id: uuid(), personId, role: "agency-admin" as const, agencyId: home, grantedAt: 1 };
		await db.insert(roleGrants).values([lender, { ...lender, id: uuid(), lentFromId: lender.id }]);
		const id = await done(merge(), "2026-11-01");
		expect(await report("2026-10")).toBe(october);
		const open = and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt));
		const held = await db.select().from(roleGrants).where(open).orderBy(asc(roleGrants.id));
		// For the tree that came, not for the ministry that was there; the loan hangs on the new one.
		const [tree] = (await unitTreeAsOf(other, TODAY)).filter((one) => one.code === code);
		expect(held.map(({ agencyId, unitId }) => [agencyId, unitId])).toEqual([
			[other, tree?.id],
			[other, tree?.id],
		]);
		expect(
			held.filter(({ lentFromId }) => lentFromId === held.find((one) => !one.lentFromId)?.id),
		).toHaveLength(1);
		const { lines } = await nationReadiness("2026-11", []);
		expect(lines.some((line) => line.id === home)).toBe(false);
		expect(await linesOf(other, "2026-11")).toEqual([
			["Direktorat Hukum", 1, 2],
			[`Kementerian ${code}`, 7, 14],
			["Direktorat Hukum", 3, 6],
			["Direktorat Imigrasi", 3, 6],
			["direct", 1, 2],
		]);
		const codes = (await unitTreeAsOf(other, TODAY)).map((one) => one.code).sort();
		expect(codes).toEqual(
			[
				"DIREKTORAT-HUKUM",
				"DIREKTORAT-IMIGRASI",
				"SUBDIREKTORAT-PASPOR",
				code,
				`${code}.DIREKTORAT-HUKUM`,
			].sort(),
		);
		expect(await workingIn(home)).toEqual([]);
		const ownerOf = async () =>
			(await db.select().from(courses).where(eq(courses.id, courseId)))[0]?.agencyId;
		expect(await ownerOf()).toBe(other);
		expect(await undo(id)).toBe("done");
		expect(await ownerOf()).toBe(home);
	});

	it("and back, with what came up meanwhile", async () => {
		const before = [await posts(), await tokens(), await report("2026-11")];
		const id = await done(merge());
		const told = { kind: "course.enrolled" as const, agencyId: other, unitId: unit.a, courseId: course };
		expect(await undo(id)).toBe("done");
		expect([await posts(), await tokens(), await report("2026-11")]).toEqual(before);
		const again = await done(merge());
		await record([{ ...told, at: at("2026-11-26") }]);
		expect(await undo(again, at("2026-12-10"))).toBe("done");
		expect(await linesOf(home, "2026-12")).toEqual([
			["Direktorat Hukum", 3, 7],
			["Direktorat Imigrasi", 3, 6],
			["Subdirektorat Paspor", 1, 2],
			["direct", 2, 4],
			["none", 1, 2],
		]);
		expect(await linesOf(other, "2026-12")).toEqual([["Direktorat Hukum", 1, 2]]);
	});

	it("is nothing for an admin of either alone, and not into itself", async () => {
		expect(await plan({ kind: "agency.merge", into: home, gathering: uuid() })).toEqual({
			refused: "unknown",
		});
		const planned = await plan(merge());
		const id = "id" in planned ? planned.id : "";
		for (const agencyId of [home, other]) {
			const by = { id, scope: { kind: "agency", agencyId } as const, actor, now: NOW };
			expect(await transaction((tx) => applyReorganisation(tx, by))).toBe("unknown");
		}
		const act = await findReorganisation(id, home);
		const affected = act ? await affectedBy(act, NOW) : null;
		expect(affected).toMatchObject({ fault: null, people: 7, lines: { length: 4 } });
	});
});
