import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../support/postgresServer.ts";
import { type Rows, rowsOf } from "../support/sitting/rows.ts";
import { killed, launchServer, launchWorker, prepareDatabase, siteEnv } from "../support/sitting/server.ts";
import { enrolSitters, makeSitters } from "../support/sitting/sitters.ts";
import { askProcess } from "./askProcess.ts";
import { durableRates } from "./durable.ts";
import type { SitOrder, SitOutcome } from "./examLoad.ts";
import type { Keyed } from "./keys.ts";
import { lostOf, misscoredOf } from "./recount.ts";
import { type Result, result, target } from "./report.ts";

const PEOPLE = 3000;
const BEGIN_MS = 60_000;
const THINK_MS = 6000;

/**
 * So many people sit one exam on the default database, everything on the cores of this machine: all begin within a
 * minute, each answer is a request of its own. At the end the server is killed, and what it had acknowledged is counted
 * and scored anew from the load's own record. Then the rates of durable answers, against raw inserts.
 * Fewer people come and think so much faster that as much arrives in a second: a short form for trying.
 */
export async function exam({ people = PEOPLE }: { people?: number } = {}): Promise<Result> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-exam-"));
	const port = await freePort();
	const env = siteEnv(dataDir, "", port);
	const load = fork(path.join(import.meta.dirname, "examProcess.mjs"));
	await prepareDatabase(env);
	const rows = await rowsOf(dataDir, "");
	let running: ChildProcess[] = [];
	const launchBoth = async () => {
		running = [await launchServer(env)];
		running.push(launchWorker(env));
	};
	const endBoth = (signal: NodeJS.Signals) => Promise.all(running.map((child) => killed(child, signal)));
	try {
		const sitters = await makeSitters(rows, people);
		await enrolSitters(rows, sitters);
		const seats = sitters.map(({ cookie, device }) => ({ cookie, device }));
		const bank = await bankOf(rows);
		await launchBoth();
		const share = people / PEOPLE;
		const times = { beginMs: BEGIN_MS * share, thinkMs: THINK_MS * share };
		const sat = await askProcess<SitOutcome>(load, {
			kind: "sit",
			port,
			bank,
			seats,
			...times,
		} satisfies SitOrder);
		const before = await checked(rows, sat);
		await endBoth("SIGKILL");
		await launchBoth();
		const after = await checked(rows, sat);
		const rates = await durableRates({ rows, port, load, dataDir });
		await endBoth("SIGTERM");
		return report(
			sat,
			people,
			{ lost: before.lost + after.lost, misscored: before.misscored + after.misscored },
			rates,
		);
	} finally {
		load.disconnect();
		await rows.close();
		for (const child of running) child.kill("SIGKILL");
		rmSync(dataDir, { recursive: true, force: true });
	}
}

type Checked = { lost: number; misscored: number };
type Rates = Awaited<ReturnType<typeof durableRates>>;

async function checked(rows: Rows, { kept, submitted }: SitOutcome): Promise<Checked> {
	return { lost: await lostOf(rows, kept), misscored: await misscoredOf(rows, kept, submitted) };
}

function report(sat: SitOutcome, people: number, { lost, misscored }: Checked, rates: Rates): Result {
	const kinds = Object.entries(sat.timings);
	const [slowest = "", worst] = kinds.sort(([, a], [, b]) => b.p95 - a.p95)[0] ?? [];
	const errors = sat.errors.length + (people - sat.submitted.length - sat.errors.length) + rates.errors;
	for (const text of sat.errors.slice(0, 5)) process.stderr.write(`${text}\n`);
	const figures: Record<string, number> = {
		people,
		acknowledged: sat.kept.length,
		submitted: sat.submitted.length,
	};
	for (const [kind, { requests, p50, p95, max }] of kinds)
		Object.assign(figures, {
			[`${kind}Requests`]: requests,
			[`${kind}P50Ms`]: p50,
			[`${kind}P95Ms`]: p95,
			[`${kind}MaxMs`]: max,
		});
	const p95Ms = worst?.p95 ?? Number.NaN;
	process.stderr.write(`slowest: ${slowest}\n`);
	return result("exam", { ...figures, ...rates, p95Ms, errors, lost, misscored }, [
		target("p95Ms", p95Ms, "<=", 300),
		target("errors", errors, "<=", 0),
		target("lost", lost, "<=", 0),
		target("misscored", misscored, "<=", 0),
		target("singleRatio", rates.singleRatio, ">=", 0.125),
		target("batchRatio", rates.batchRatio, ">=", 0.5),
	]);
}

/** The course's items by what they ask: a page shows that, and never a key. */
async function bankOf(rows: Rows): Promise<Record<string, Keyed>> {
	const items = await rows.ask<{ content: string }>(
		`SELECT i.content FROM items i JOIN course_versions v ON v.id = i.version_id
		JOIN courses c ON c.id = v.course_id WHERE c.slug = 'keamanan-siber'`,
	);
	return Object.fromEntries(
		items.map(({ content }) => {
			const item = JSON.parse(content) as Keyed & { stem: string };
			return [item.stem, item];
		}),
	);
}
