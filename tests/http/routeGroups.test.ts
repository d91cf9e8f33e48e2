import { matchRoutes } from "@remix-run/router";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, routeGroups } from "#bin/server/routeGroups.ts";
import { runs } from "#tests/support/runs.ts";

type Route = { id: string; parentId?: string; path?: string; index?: boolean };
const route = (id: string, path: string | undefined, parentId = "root", index = false): Route => ({
	id,
	path,
	parentId,
	index,
});

const routes: Record<string, Route> = Object.fromEntries(
	[
		{ id: "root", path: "" },
		route("home", undefined, "root", true),
		route("masuk", "masuk"),
		route("list", "pelatihan", "root", true),
		route("course", "pelatihan/:slug", "root", true),
		route("exam", "pelatihan/:slug/ujian"),
		route("csv", "kesiapan.csv"),
		route("studio", "studio/:draft"),
		route("part", "materi/:lesson", "studio"),
		route("save", "simpan", "part"),
		route("splat", "*"),
	].map((one) => [one.id, one]),
);

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] };
function treeOf(ids: Set<string>, parentId?: string): Tree[] {
	return Object.values(routes)
		.filter((one) => one.parentId === parentId && ids.has(one.id))
		.map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: treeOf(ids, id) }));
}

const all = new Set(Object.keys(routes));
const groups = routeGroups(routes);
const matched = (ids: Set<string>, at: string) =>
	matchRoutes(treeOf(ids) as never, at)?.map(({ route: { id } }) => id) ?? null;

describe("a group of routes", () => {
	it("answers every address as all routes together do", () => {
		const someSegment = fc.oneof(
			fc.constantFrom(
				"masuk",
				"pelatihan",
				"PELATIHAN",
				"%70elatihan",
				"kesiapan.csv",
				"kesiapan",
				"studio",
				"ujian",
				"materi",
				"simpan",
				"",
			),
			fc.webSegment(),
		);
		fc.assert(
			fc.property(fc.array(someSegment, { maxLength: 6 }), (segments) => {
				const at = `/${segments.join("/")}`;
				const key = groupOf(at);
				const group = key === null ? undefined : groups.get(key);
				// An address that no group knows goes to all routes.
				if (group) expect(matched(group, at)).toEqual(matched(all, at));
			}),
			{ numRuns: runs(500) },
		);
	});

	it("is smaller than the whole, and leaves the nearest ones in", () => {
		expect([...(groups.get("pelatihan 3") ?? [])].sort()).toEqual(["exam", "root", "splat"]);
		expect([...(groups.get("studio 5") ?? [])].sort()).toEqual(["part", "root", "save", "splat", "studio"]);
		expect(groupOf("/%E0%A4%A/x")).toBeNull();
	});
});
