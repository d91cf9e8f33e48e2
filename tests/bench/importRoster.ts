import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { siasnColumns, syntheticRows } from "../support/make/roster.ts";
import { writeCsv, writeXlsx } from "../support/make/rosterFiles.ts";
import { freePort } from "../support/postgresServer.ts";
import { type Rows, rowsOf } from "../support/sitting/rows.ts";
import { killed, launchServer, launchWorker, prepareDatabase, siteEnv } from "../support/sitting/server.ts";
import { askProcess } from "./askProcess.ts";
import { openSeats } from "./durable.ts";
import { find } from "./find.ts";
import type { PaceOrder, PaceOutcome } from "./pacedAnswers.ts";
import { median, type Result, result, target } from "./report.ts";

const PEOPLE = 100_000;
/** An agency of the registry in which nobody works before the import. */
const AGENCY = "1101";
const ROUNDS = 3;

/**
 * A synthetic roster of so many people in SIASN's 69 columns, checked and applied by the command line, against sqlite3's
 * own `.import` of the same file into a table without indexes; the same as XLSX; saving answers while one is applied; and
 * finding among a million people.
 */
export async function importRoster({ people = PEOPLE }: { people?: number } = {}): Promise<Result> {
	requireSqlite3();
	const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-import-"));
	const files = { csv: path.join(folder, "pegawai.csv"), xlsx: path.join(folder, "pegawai.xlsx") };
	try {
		await writeCsv(files.csv, rosterOf(people));
		await writeXlsx(files.xlsx, [{ name: "Data", rows: rosterOf(people) }]);
		const fresh = siteEnv(path.join(folder, "data"), "", await freePort());
		await prepareDatabase(fresh);
		// Each begins with nobody in it, as the first file of an agency does.
		const copy = (name: string) => {
			const dataDir = path.join(folder, name);
			cpSync(path.join(folder, "data"), dataDir, { recursive: true });
			return { ...fresh, DATA_DIR: dataDir };
		};
		const env = copy("csv");
		const rawSeconds = await rawImport(folder, files.csv);
		const first = await imported(env, files.csv);
		const again = await imported(env, files.csv);
		const xlsx = await imported(copy("xlsx"), files.xlsx);
		for (const [one, outcome] of [
			[first, "new"],
			[again, "same"],
			[xlsx, "new"],
		] as const)
			if (one.said[outcome] !== people)
				throw new Error(`${one.said[outcome]} of ${people} rows are ${outcome}`);
		const answers = await whileApplying(copy("busy"), files.csv);
		return withFinding(report({ people, rawSeconds, first, again, xlsx, answers }), await find());
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What finding among a million people takes, with the steps of its query plans, belongs to the same figures. */
function withFinding(imported: Result, found: Result): Result {
	const { people: foundAmong = 0, ...figures } = found.figures;
	return {
		...imported,
		figures: { ...imported.figures, foundAmong, ...figures },
		targets: [...imported.targets, ...found.targets],
	};
}

function* rosterOf(people: number) {
	yield [...siasnColumns];
	yield* syntheticRows(people);
}

function requireSqlite3(): void {
	if (spawnSync("sqlite3", ["--version"]).status !== 0)
		throw new Error("Program sqlite3 tidak ada; pengukuran ini memerlukannya sebagai pembanding.");
}

/** sqlite3's own import into a table without indexes: the median of a few, in seconds. */
async function rawImport(folder: string, csv: string): Promise<number> {
	const seconds: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const file = path.join(folder, "raw.sqlite");
		const started = performance.now();
		const { status, stderr } = spawnSync("sqlite3", [file, ".mode csv", `.import "${csv}" roster`]);
		if (status !== 0) throw new Error(`sqlite3 did not import the file: ${stderr}`);
		seconds.push((performance.now() - started) / 1000);
		rmSync(file);
	}
	return median(seconds);
}

type Said = Record<string, number> & { longestWriteMs: number; applied: boolean };
type Imported = { seconds: number; peakMb: number; said: Said };

/** Checks and applies a file by the command line. */
function imported(env: NodeJS.ProcessEnv, file: string): Promise<Imported> {
	const args = ["build/bin/cakap.js", "import-roster", file, "--agency", AGENCY, "--apply", "--json"];
	const started = performance.now();
	const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
	let [text, peakMb] = ["", 0];
	child.stdout.on("data", (part: Buffer) => {
		text += part;
	});
	const watch = setInterval(() => {
		peakMb = Math.max(peakMb, peakOf(child));
	}, 100);
	return new Promise((resolve, reject) => {
		child.once("exit", () => {
			clearInterval(watch);
			const seconds = (performance.now() - started) / 1000;
			try {
				resolve({ seconds, peakMb, said: JSON.parse(text) as Said });
			} catch {
				reject(new Error(`the import ended without a word: ${text.slice(0, 200)}`));
			}
		});
	});
}

/** The most memory that the process has had so far, as Linux tells it. */
function peakOf({ pid }: ChildProcess): number {
	try {
		const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return Number(kilobytes ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** Answers at a steady pace: how long they take alone, and how long while a roster is checked and applied. */
async function whileApplying(env: NodeJS.ProcessEnv, file: string) {
	const load = fork(path.join(import.meta.dirname, "examProcess.mjs"));
	const rows: Rows = await rowsOf(env.DATA_DIR ?? "", "");
	const running = [await launchServer(env)];
	running.push(launchWorker(env));
	try {
		const port = Number(env.PORT);
		const seats = await openSeats(rows, port);
		const paced = async (seconds: number | null, until?: Promise<unknown>) => {
			const order = { kind: "pace", port, seats, seconds } satisfies PaceOrder;
			const asked = askProcess<PaceOutcome>(load, order);
			if (until) {
				await until;
				load.send({ kind: "stop" });
			}
			const outcome = await asked;
			for (const [index, seat] of seats.entries()) seat.last = outcome.last[index] ?? 0;
			return outcome;
		};
		await paced(3);
		const alone = await paced(20);
		const importing = imported(env, file);
		const during = await paced(null, importing);
		const { said, seconds } = await importing;
		if (!said.applied) throw new Error("the roster was not applied beside the answers");
		return { alone, during, busySeconds: seconds, longestWriteMs: said.longestWriteMs };
	} finally {
		load.disconnect();
		for (const child of running) await killed(child, "SIGKILL");
		await rows.close();
	}
}

type Measured = {
	people: number;
	rawSeconds: number;
	first: Imported;
	again: Imported;
	xlsx: Imported;
	answers: Awaited<ReturnType<typeof whileApplying>>;
};

function report({ people, rawSeconds, first, again, xlsx, answers }: Measured): Result {
	const { alone, during, busySeconds, longestWriteMs } = answers;
	const ratios = {
		applyRatio: first.seconds / rawSeconds,
		repeatRatio: again.seconds / rawSeconds,
		answerP95Ratio: during.p95 / alone.p95,
	};
	const figures = {
		people,
		rawSeconds,
		applySeconds: first.seconds,
		applyPeakMb: first.peakMb,
		repeatSeconds: again.seconds,
		xlsxSeconds: xlsx.seconds,
		xlsxPeakMb: xlsx.peakMb,
		aloneLongestWriteMs: first.said.longestWriteMs,
		longestWriteMs,
		busySeconds,
		answersAlone: alone.answers,
		answersDuring: during.answers,
		answerErrors: alone.errors + during.errors,
		answerP50AloneMs: alone.p50,
		answerP95AloneMs: alone.p95,
		answerP50DuringMs: during.p50,
		answerP95DuringMs: during.p95,
		answerMaxDuringMs: during.max,
		...ratios,
	};
	return result("import", figures, [
		target("applyRatio", ratios.applyRatio, "<=", 12),
		target("repeatRatio", ratios.repeatRatio, "<=", 5),
		target("xlsxPeakMb", xlsx.peakMb, "<=", 600),
		target("answerP95Ratio", ratios.answerP95Ratio, "<=", 2),
		target("longestWriteMs", longestWriteMs, "<=", 50),
	]);
}
