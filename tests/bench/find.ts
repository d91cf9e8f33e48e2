import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AgencyScope } from "#app/agencies/scope.ts";
import { findPeople } from "#app/people/colleagueList.server.ts";
import { closeDatabase, openSqlite } from "#db/client.server.ts";
import { sqliteFile } from "#db/config.ts";
import { migrate } from "#db/migrate.server.ts";
import { fillPeople } from "./findPeople.ts";
import { planSteps } from "./findPlans.ts";
import { median, type Result, result, target } from "./report.ts";

const PEOPLE = 1_000_000;
const ROUNDS = 15;
const PAGE = 50;
const TARGET_MS = 20;

/** What is typed: words that half of all share, rare ones, two, none that are there; numbers from a year to a whole one. */
const searches = [
	"si",
	"siti",
	"nur",
	"siti nur",
	"nur muhammad",
	"muh lang12",
	"hari39",
	"hari3999 siti",
	"tidakada",
	"siti tidakada",
	"1985",
	"198507",
	"19850717",
	"19850717 1990",
];

/**
 * Finding among a million people on the default database, as the list of people does it: by the beginnings of words and
 * of numbers, in the scope of an ordinary agency, of one of 40,000 people, and of the nation; first pages, and the next
 * ones. `planScans` counts the steps of all its queries' plans that read a whole table of people.
 */
export async function find({ people = PEOPLE }: { people?: number } = {}): Promise<Result> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-find-"));
	const before = process.env.DATA_DIR;
	await closeDatabase();
	process.env.DATA_DIR = dataDir;
	try {
		await migrate();
		const client = openSqlite(sqliteFile());
		const { largest, usual } = fillPeople(client, people);
		client.close();
		const scopes: [string, AgencyScope][] = [
			["usual", { kind: "agency", agencyId: usual }],
			["largest", { kind: "agency", agencyId: largest }],
			["nation", { kind: "nation" }],
		];
		return await measured(scopes, people);
	} finally {
		await closeDatabase();
		process.env.DATA_DIR = before;
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function measured(scopes: [string, AgencyScope][], people: number): Promise<Result> {
	const figures: Record<string, number> = { people };
	const all: number[] = [];
	for (const [name, scope] of scopes) {
		const times = await timesOf(scope);
		figures[`${name}MedianMs`] = median(times);
		figures[`${name}P95Ms`] = p95(times);
		figures[`${name}MaxMs`] = Math.max(...times);
		all.push(...times);
	}
	Object.assign(
		figures,
		await planSteps(
			scopes.map(([, scope]) => scope),
			searches,
		),
	);
	const findP95Ms = p95(all);
	return result("find", { findP95Ms, ...figures }, [target("findP95Ms", findP95Ms, "<=", TARGET_MS)]);
}

async function timesOf(scope: AgencyScope): Promise<number[]> {
	const times: number[] = [];
	for (const search of searches) {
		let after = null;
		for (let round = 0; round < ROUNDS; round++) {
			const begin = performance.now();
			const page: Awaited<ReturnType<typeof findPeople>> = await findPeople(
				{ scope, search, unitId: "" },
				after,
				PAGE,
			);
			times.push(performance.now() - begin);
			// Every other look is at the page that follows.
			after = round % 2 === 0 ? page.next : null;
		}
	}
	return times;
}

function p95(times: readonly number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
