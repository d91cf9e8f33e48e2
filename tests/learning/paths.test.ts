import { describe, expect, it } from "vitest";
import { pathMessages } from "#app/i18n/messages/paths.ts";
import { readNationalPaths } from "#app/learning/paths/nationalPaths.server.ts";
import { parsePath } from "#app/learning/paths/pathFile.ts";
import { checkPath, typedPath } from "#app/routes/jalur.baru/form.ts";

const ground = { courses: new Set(["satu", "dua"]), roles: new Set(["jpt"]) };
const file = (steps: string, roles = "[jpt]") =>
	`title: Jalur\nreason: Sebab.\nroles: ${roles}\nsteps:\n${steps}`;
const step = (course: string) => `  - course: ${course}\n    reason: Perlu.\n`;

describe("a file of content/paths", () => {
	it("keeps its steps in order, each with its reason", () => {
		const { steps } = parsePath(file(step("dua") + step("satu")), "uji.yaml", ground);
		expect(steps).toEqual([
			{ course: "dua", reason: "Perlu." },
			{ course: "satu", reason: "Perlu." },
		]);
	});

	it.each([
		["a course that is not there", file(step("satu") + step("tiga")), /uji\.yaml, baris 7: .*tiga tidak ada/],
		["a role that is not there", file(step("satu"), "[raja]"), /baris 3: .*raja tidak ada/],
		["a course twice", file(step("satu") + step("satu")), /satu langkah/],
		["no step", "title: J\nreason: S\nroles: [jpt]\nsteps: []\n", /steps/],
		["a step without reason", file("  - course: satu\n"), /reason/],
	])("is refused for %s, with its line", (_name, text, message) => {
		expect(() => parsePath(text, "uji.yaml", ground)).toThrow(message);
	});

	it("is sound where the project keeps them", () => {
		const { paths, problems } = readNationalPaths();
		expect(problems).toEqual([]);
		expect(paths.length).toBeGreaterThanOrEqual(3);
	});
});

describe("a typed path", () => {
	const t = pathMessages.id;
	const typed = (fields: Record<string, string>) => {
		const form = new FormData();
		const all = { title: "Jalur", reason: "Sebab", roles: "jpt", "course-2": "satu", "why-2": "Perlu" };
		for (const [name, value] of Object.entries({ ...all, ...fields })) form.set(name, value);
		return checkPath(typedPath(form), ground.courses, ground.roles, t);
	};

	it("leaves out steps without a course", () => {
		expect(typed({})).toEqual({
			errors: {},
			input: {
				title: "Jalur",
				reason: "Sebab",
				roles: ["jpt"],
				steps: [{ courseId: "satu", reason: "Perlu" }],
			},
		});
	});

	it.each([
		[{ title: " " }, "title"],
		[{ reason: "" }, "reason"],
		[{ roles: "raja" }, "roles"],
		[{ "course-2": "" }, "course-1"],
		[{ "course-2": "milik-instansi-lain" }, "course-2"],
		[{ "course-5": "satu", "why-5": "Lagi" }, "course-5"],
		[{ "why-2": "" }, "why-2"],
	])("is refused with what is wrong at its field: %o", (fields, at) => {
		expect(Object.keys(typed(fields).errors)).toEqual([at]);
	});
});
