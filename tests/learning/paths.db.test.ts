import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { loadNationalPaths } from "#app/learning/paths/nationalPaths.server.ts";
import { changePath, createPath, retirePath } from "#app/learning/paths/pathActs.server.ts";
import { findPath, pathsFor } from "#app/learning/paths/pathList.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, NOW } from "#tests/support/make/course.ts";

const actor = { id: null, name: "Uji" };
let [agencyId, otherId, one, two] = ["", "", "", ""];

beforeAll(async () => {
	agencyId = await makeAgency("3204");
	otherId = await makeAgency("3273");
	one = (await makeCourse(agencyId, "satu")).courseId;
	two = (await makeCourse(agencyId, "dua")).courseId;
});

const input = (...courses: string[]) => ({
	title: "Jalur uji",
	reason: "Untuk diuji.",
	roles: ["pelaksana"],
	steps: courses.map((courseId) => ({ courseId, reason: "Perlu." })),
});

it("an agency makes, changes and retires its own path; another's admin reaches none of it", async () => {
	const { pathId } = await transaction((tx) =>
		createPath(tx, input(one, two), { agencyId, actor, now: NOW }),
	);
	expect((await findPath(pathId, agencyId))?.steps.map(({ slug }) => slug)).toEqual(["satu", "dua"]);
	expect(await findPath(pathId, otherId)).toBeNull();

	const theirs = { pathId, agencyId: otherId, actor, now: NOW };
	expect(await transaction((tx) => changePath(tx, input(two), theirs))).toBe(false);
	expect(await transaction((tx) => retirePath(tx, { ...theirs, reason: "Tidak boleh" }))).toBe(false);

	const mine = { pathId, agencyId, actor, now: NOW };
	expect(await transaction((tx) => changePath(tx, input(two, one), mine))).toBe(true);
	expect((await findPath(pathId, agencyId))?.steps.map(({ slug }) => slug)).toEqual(["dua", "satu"]);
	expect(await transaction((tx) => retirePath(tx, { ...mine, reason: "Diganti jalur lain" }))).toBe(true);
	expect(await findPath(pathId, agencyId)).toBeNull();
	expect(await transaction((tx) => changePath(tx, input(one), mine))).toBe(false);
	const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, pathId));
	expect(acts.map(({ action }) => action)).toEqual(["path.create", "path.change", "path.retire"]);
});

it("national paths follow their files: they come, change, wait for a course, and are retired", async () => {
	const national = (slug: string, ...courses: string[]) => ({
		slug,
		title: `Nasional ${slug}`,
		reason: "Sebab.",
		roles: ["jpt"],
		steps: courses.map((course) => ({ course, reason: "Perlu." })),
	});
	const load = (...all: ReturnType<typeof national>[]) =>
		transaction((tx) => loadNationalPaths(tx, all, NOW));
	expect(await load(national("a", "satu"), national("b", "belum-ada"))).toEqual(["b"]);
	expect((await pathsFor(otherId)).map(({ title }) => title)).toEqual(["Nasional a"]);
	const [before] = await pathsFor(otherId);
	expect(await load(national("a", "dua", "satu"))).toEqual([]);
	const [after] = await pathsFor(otherId);
	expect(after?.id).toBe(before?.id);
	expect(after?.steps.map(({ slug }) => slug)).toEqual(["dua", "satu"]);
	await load();
	expect(await pathsFor(otherId)).toEqual([]);
});
