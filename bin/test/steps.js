import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../start/install.js";
import { findChromium } from "./chromium.js";

const node = process.execPath;
const bin = (name) => path.join(root, "node_modules", name);

const cruise = [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", "tests/floors.cjs"];
const source = [
	check("format dan lint", [bin("@biomejs/biome/bin/biome"), "ci", "--error-on-warnings", "."]),
	check("tipe", [bin("typescript/bin/tsc"), "--noEmit"]),
	check("lantai", [...cruise, "app", "bin", "db"]),
];

/**
 * Runs every step, goes on after a failure so that all of them are told, and prints the sum last.
 * @param {{isLong: boolean}} options long: the rules and the databases only, with many more cases
 */
export async function runSteps({ isLong }) {
	const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-test-"));
	const steps = isLong ? [rules(folder, { TEST_LONG: "1" })] : [rules(folder, {}), journeys(folder)];
	let passed = 0;
	let failed = 0;
	// The checks of the source run beside the tests, one after the other, and are told of when they have ended.
	const beside = isLong ? Promise.resolve([]) : inOrder(source, "pipe");
	for (const told of [await inOrder(steps, "inherit"), await beside])
		for (const counted of told) {
			passed += counted.passed;
			failed += counted.failed;
		}
	rmSync(folder, { recursive: true, force: true });
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
}

/** @param output "pipe": kept until the step has ended, so that it does not stand in between another's */
async function inOrder(steps, output) {
	const all = [];
	for (const step of steps) {
		if (output === "inherit") console.log(`\n== ${step.name}`);
		const started = Date.now();
		const { code, text } = await run(step, output);
		const counted = step.count(code);
		// A runner that failed without a failed test (a broken file, a crash) has failed all the same.
		if (code !== 0 && counted.failed === 0) counted.failed = 1;
		all.push(counted);
		const seconds = Math.round((Date.now() - started) / 1000);
		const sum = `${counted.passed} passed, ${counted.failed} failed, ${seconds} s`;
		console.log(output === "inherit" ? `   ${sum}` : `\n== ${step.name}: ${sum}\n${text}`);
	}
	return all;
}

/** The rules, and the queries and actions on both databases. */
function rules(folder, env) {
	const report = path.join(folder, "vitest.json");
	const asked = ["run", "--config", "tests/vitest.config.ts"];
	const told = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	return {
		name: "aturan, SQLite, PostgreSQL",
		args: [bin("vitest/vitest.mjs"), ...asked, ...told],
		env,
		count: () => vitestCount(report),
	};
}

function journeys(folder) {
	const report = path.join(folder, "playwright.json");
	return {
		name: "perjalanan di peramban",
		args: [bin("@playwright/test/cli.js"), "test", "--config", "tests/playwright.config.ts"],
		env: { CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
		count: () => playwrightCount(report),
	};
}

function check(name, args) {
	return { name, args, count: (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

function run({ args, env }, output) {
	const child = spawn(node, args, {
		cwd: root,
		stdio: ["ignore", output, output],
		env: { ...process.env, ...env },
	});
	let text = "";
	for (const stream of [child.stdout, child.stderr])
		stream?.on("data", (chunk) => {
			text += chunk;
		});
	return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? 1, text })));
}

function vitestCount(file) {
	if (!existsSync(file)) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
		readFileSync(file, "utf8"),
	);
	// A skipped test is a test that did not hold.
	return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

function playwrightCount(file) {
	if (!existsSync(file)) return { passed: 0, failed: 1 };
	const { stats } = JSON.parse(readFileSync(file, "utf8"));
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}
