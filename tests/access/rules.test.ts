import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedFields, isCarried } from "#app/access/carriedForm.ts";
import { firstPage } from "#app/access/firstPage.ts";
import { passwordProblem } from "#app/access/passwordRule.ts";
import { can, type Grant, type Permission, type Role, scopeFor } from "#app/access/permissions.ts";
import { safePath } from "#app/http/responses.server.ts";

const roles: Role[] = [
	"learner",
	"training-admin",
	"reviewer",
	"agency-admin",
	"unit-head",
	"analyst",
	"auditor",
	"system-admin",
];
const permissions: Permission[] = [
	"studio.open",
	"course.write",
	"draft.review",
	"version.withdraw",
	"people.read",
	"people.manage",
	"nip.reveal",
	"certificate.revoke",
	"readiness.nation",
	"readiness.agency",
	"audit.read",
	"system.read",
	"role.grant",
];
const someGrant: fc.Arbitrary<Grant> = fc.record({
	role: fc.constantFrom(...roles),
	agencyId: fc.constantFrom("a", "b", null),
});
const somePermission = fc.constantFrom(...permissions);

describe("permissions", () => {
	it("come from grants only, and another grant never takes one away", () => {
		for (const permission of permissions) expect(can({ grants: [] }, permission, "a")).toBe(false);
		fc.assert(
			fc.property(fc.array(someGrant), someGrant, somePermission, (grants, more, permission) => {
				const before = can({ grants }, permission, "a");
				expect(before && !can({ grants: [...grants, more] }, permission, "a")).toBe(false);
			}),
		);
	});

	it("of one agency reach no other", () => {
		fc.assert(
			fc.property(fc.constantFrom(...roles), somePermission, (role, permission) => {
				const holder = { grants: [{ role, agencyId: "a" }] };
				expect(can(holder, permission, "b")).toBe(false);
				expect(scopeFor(holder, permission)).toEqual(
					can(holder, permission) ? { kind: "agency", agencyId: "a" } : null,
				);
			}),
		);
	});

	it("keep writing and reviewing apart", () => {
		for (const role of roles) {
			const holder = { grants: [{ role, agencyId: "a" }] };
			expect(can(holder, "course.write") && can(holder, "draft.review")).toBe(false);
		}
	});
});

it.each([
	["learner", "/beranda"],
	["training-admin", "/studio"],
	["reviewer", "/studio"],
	["agency-admin", "/kesiapan/3204"],
	["unit-head", "/kesiapan/3204"],
	["analyst", "/kesiapan"],
	["auditor", "/audit"],
	["system-admin", "/sistem"],
] as const)("a %s begins at %s", (role, path) => {
	expect(firstPage({ grants: [{ role, agencyId: null }], agency: { code: "3204" } })).toBe(path);
});

describe("a form that came through sign-in", () => {
	const form = (entries: [string, string][]) => {
		const made = new FormData();
		for (const [name, value] of entries) made.append(name, value);
		return made;
	};

	it("is carried whole, repeated names in order", () => {
		const entries: [string, string][] = [
			["attempt", "1"],
			["q1", "a"],
			["q1", "b"],
		];
		expect(isCarried(form(entries))).toBe(true);
		expect(carriedFields(form(entries))).toEqual(entries);
		const typed = form([...entries, ["identifier", "x"], ["password", "y"]]);
		expect(isCarried(typed)).toBe(false);
		expect(carriedFields(typed)).toEqual(entries);
	});

	it("is not carried when it shares a name with sign-in, or brings a file", () => {
		expect(
			carriedFields(
				form([
					["intent", "grant"],
					["identifier", "x"],
				]),
			),
		).toEqual([]);
		expect(
			carriedFields(
				form([
					["intent", "password"],
					["fresh", "x"],
				]),
			),
		).toEqual([]);
		const upload = form([["name", "x"]]);
		upload.append("file", new File(["x"], "x.png"));
		expect(carriedFields(upload)).toEqual([]);
	});
});

describe("where sign-in leads back to", () => {
	it.each([
		"//jahat.example",
		"/\\jahat.example",
		"https://jahat.example",
		"javascript:alert(1)",
		"/a\nb",
		"x",
		null,
	])("is never %j", (to) => expect(safePath(to)).toBe("/"));

	it("is a path of this site whatever is asked for", () => {
		fc.assert(
			fc.property(fc.string(), (to) => {
				const { origin } = new URL(safePath(to), "http://sini.invalid");
				expect(origin).toBe("http://sini.invalid");
			}),
		);
	});
});

it("judges a password by its length, and knows what is no secret", () => {
	expect(passwordProblem("sepuluhhu")).toBe("short");
	expect(passwordProblem("a".repeat(201))).toBe("long");
	expect(passwordProblem("aaaaaaaaaaaa")).toBe("common");
	expect(passwordProblem("1990 0101 2015 01 1 001")).toBe("common");
	expect(passwordProblem("kucing hujan sepeda")).toBeNull();
	expect(passwordProblem("😀".repeat(12))).not.toBe("short");
});
