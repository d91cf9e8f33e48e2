import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findCompetence, parseCompetences, roleOf, targetLevel } from "#app/catalog/competences.ts";

const file = path.resolve(import.meta.dirname, "../../content/framework/competences.yaml");
const text = readFileSync(file, "utf8");
const framework = parseCompetences(text);
const inDomain = (domain: string) => framework.competences.filter((one) => one.domain === domain).length;

describe("the competence framework", () => {
	it("has 23 competences in five domains, four levels and four pillars", () => {
		expect(framework.domains.map(({ code }) => inDomain(code))).toEqual([5, 4, 6, 5, 3]);
		expect(framework.competences).toHaveLength(23);
		expect(framework.levels.map(({ name }) => name.id)).toEqual(["Dasar", "Menengah", "Mahir", "Ahli"]);
		expect(framework.pillars).toHaveLength(4);
		expect(new Set(framework.competences.map(({ name }) => name.id)).size).toBe(23);
	});

	it("covers each of DigComp's 21 competences", () => {
		const sizes = [3, 6, 4, 4, 4];
		const all = sizes.flatMap((size, area) => Array.from({ length: size }, (_, n) => `${area + 1}.${n + 1}`));
		const covered = new Set(framework.competences.flatMap(({ digcomp }) => digcomp));
		expect([...covered].sort()).toEqual(all);
	});

	it("expects of each job class what its role says", () => {
		const target = (job: "pelaksana" | "fungsional" | "pengawas" | "administrator" | "jpt", code: string) => {
			const [role, competence] = [roleOf(framework, job), findCompetence(framework, code)];
			return role && competence && targetLevel(role, competence);
		};
		expect(target("pelaksana", "D3.1")).toBe(1);
		expect(target("fungsional", "D2.3")).toBe(2);
		expect(target("pengawas", "D5.1")).toBe(1);
		expect(target("administrator", "D5.1")).toBe(2);
		expect(target("jpt", "D5.1")).toBe(3);
		expect(target("pelaksana", "D5.1")).toBe(0);
		expect(target("jpt", "D4.5")).toBe(0);
		expect(findCompetence(framework, "D9.9")).toBeNull();
	});
});

describe("a broken framework file is refused with its line", () => {
	const lineOf = (needle: string) => text.slice(0, text.indexOf(needle)).split("\n").length;

	it.each([
		["a code used twice", "code: D1.2", "code: D1.1", /kode D1\.1 dipakai lebih dari sekali/],
		["a domain that is not there", "domain: D1", "domain: D7", /ranah D7 tidak ada/],
		["a pillar that is not there", "pillars: [skills]", "pillars: [sport]", /pilar sport tidak ada/],
		["a misspelt key", "certainRolesOnly", "certainRoleOnly", /competences\.19/],
		["a level out of range", "targets: { D1: 1,", "targets: { D1: 9,", /roleTargets\.0\.targets\.D1/],
	])("%s", (_, was, is, message) => {
		expect(() => parseCompetences(text.replace(was, is))).toThrow(message);
	});

	it("names the line, for a value and for YAML that cannot be read", () => {
		const line = lineOf("code: D1.2");
		expect(() => parseCompetences(text.replace("code: D1.2", "code: D1.1"))).toThrow(`baris ${line}:`);
		expect(() => parseCompetences(text.replace("code: D1.2", "code: [D1.2"))).toThrow(
			/^competences\.yaml, baris \d+:/,
		);
		expect(() => parseCompetences("")).toThrow(/baris 1:/);
	});
});
