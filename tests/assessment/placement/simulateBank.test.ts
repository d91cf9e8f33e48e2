import os from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { itemSchema } from "#app/assessment/item.ts";
import { figures, judge } from "#app/assessment/placement/marks.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { simulatePlacement } from "#app/assessment/placement/simulate.ts";
import { simulateBank } from "#app/assessment/placement/simulateBank.server.ts";
import { isTooSmall, simulatedBank } from "#app/assessment/placement/simulatedBank.ts";
import { simulateInThread } from "#app/assessment/placement/simulateInThread.server.ts";
import { parseSimulationForm, simulationAnswer } from "#app/assessment/placement/simulationForm.ts";
import { bundledWorker } from "#tests/support/bundledWorker.ts";
import { someNationalItems } from "#tests/support/make/nationalBank.ts";

const policy = placementPolicyAt(Date.UTC(2026, 5, 1));
const items = someNationalItems(8);
const bank = simulatedBank(items, policy);
const essay = itemSchema.parse({
	code: "uraian",
	type: "essay",
	competence: "D2.1",
	level: 2,
	stem: "Jelaskan.",
	rubric: [
		{
			id: "a",
			text: "Isi",
			levels: [
				{ points: 0, text: "Kosong" },
				{ points: 1000, text: "Lengkap" },
			],
		},
	],
});

describe("the bank that is simulated", () => {
	it("leaves out what a reviewer marks, and takes the policy's estimate where the author gave none", () => {
		const { difficulty: _none, ...unknown } = items[0] as (typeof items)[number];
		const found = simulatedBank([{ ...unknown, code: "baru" }, essay, ...items], policy);
		expect(found).toMatchObject({ leftOut: 1, assumed: 1, different: 41, thin: [] });
		expect(found.domains).toEqual(["D1", "D2", "D3", "D4", "D5"]);
		expect(found.pool[0]).toMatchObject({ id: "baru", difficulty: policy.defaultDifficulty[0] });
	});

	it("counts variants once when it says whether it is too small", () => {
		const variants = items.slice(0, policy.minItems).map((item) => ({ ...item, prototype: "sama" }));
		expect(isTooSmall(simulatedBank(variants, policy), policy)).toBe(true);
		expect(simulatedBank(variants, policy).thin).toEqual(["D1", "D2"]);
		expect(isTooSmall(simulatedBank(items.slice(0, policy.minItems), policy), policy)).toBe(false);
		expect(isTooSmall(simulatedBank([], policy), policy)).toBe(true);
	});
});

describe("the marks", () => {
	const good = { people: 10, items: 300, fixedLengthForSameRmse: 40, bias: 0, rmse: 0.35, meanLength: 25 };
	const all = { ...good, maxExposure: 0.25, coverage90: 0.87, domainCoverage90: 0.93 };

	it("are reached up to their ends and missed beyond", () => {
		expect(judge(all, policy).filter(({ isReached }) => !isReached)).toEqual([]);
		const worse = {
			rmse: 0.351,
			meanLength: 25.1,
			maxExposure: 0.26,
			coverage90: 0.869,
			domainCoverage90: 0.931,
		};
		const missed = judge({ ...all, ...worse, bias: -0.11 }, policy).filter(({ isReached }) => !isReached);
		expect(missed.map(({ figure }) => figure)).toEqual([...figures]);
	});
});

describe("in its thread", () => {
	let workerUrl: URL;
	beforeAll(() => {
		workerUrl = bundledWorker("app/assessment/placement/simulationWorker.ts", "simulation-worker");
	});

	it("gives the figures of the command, one simulation at a time, and leaves the process's priority alone", async () => {
		const { pool, domains } = bank;
		const task = { people: 60, pool, domains, policy, seed: 1 };
		const priority = os.getPriority();
		let turns = 0;
		const timer = setInterval(() => turns++, 5);
		const [report, second] = await Promise.all([
			simulateBank(bank, 60, policy, { workerUrl }),
			simulateInThread(task, { workerUrl }),
		]);
		clearInterval(timer);
		expect(second).toEqual({ kind: "busy" });
		const here = simulatePlacement(task);
		expect(report).toMatchObject({
			kind: "done",
			people: 60,
			items: 40,
			fixedLength: here.fixedLengthForSameRmse,
		});
		expect(report.kind === "done" && report.figures.map(({ value }) => value)).toEqual(
			figures.map((figure) => here[figure]),
		);
		expect(os.getPriority()).toBe(priority);
		// Other work went on meanwhile.
		expect(turns).toBeGreaterThan(3);
		expect(await simulateInThread({ ...task, people: 2 }, { workerUrl })).toMatchObject({ kind: "done" });
	});

	it("gives up what takes too long, and is free again", async () => {
		const { pool, domains } = bank;
		const task = { people: 2000, pool, domains, policy, seed: 1 };
		expect(await simulateInThread(task, { workerUrl, timeoutMs: 0 })).toEqual({ kind: "too-long" });
		expect(await simulateBank(bank, 2000, policy, { workerUrl, timeoutMs: 0 })).toEqual({ kind: "too-long" });
	});

	it("does not start for a bank that is too small", async () => {
		const small = simulatedBank(items.slice(0, 3), policy);
		expect(await simulateBank(small, 500, policy)).toEqual({ kind: "too-small" });
	});
});

describe("the form", () => {
	const formOf = (people?: string) => {
		const form = new FormData();
		if (people !== undefined) form.set("people", people);
		return parseSimulationForm(form);
	};

	it("takes a number of its list and nothing else", () => {
		expect(formOf("2000")).toBe(2000);
		for (const wrong of [undefined, "", "1e9", "-500", "1000000"]) expect(formOf(wrong)).toBeNull();
	});

	it("is answered by what happened and what to do", () => {
		expect(simulationAnswer(null, null, "id")).toMatchObject({ status: 400, report: null });
		expect(simulationAnswer(500, { kind: "busy" }, "id")).toMatchObject({ status: 503, people: 500 });
		expect(simulationAnswer(500, { kind: "too-long" }, "en").errors?.people).toContain("fewer people");
	});
});
