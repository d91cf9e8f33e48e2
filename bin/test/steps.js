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
	const steps = isLong
		? [rules(folder, { TEST_LONG: "1" })]
		: [...source, rules(folder, {}), journeys(folder)];
	let passed = 0;
	let failed = 0;
	for (const step of steps) {
		console.log(`\n== ${step.name}`);
		const started = Date.now();
		const code = await run(step);
		const counted = step.count(code);
		// A runner that failed without a failed test (a broken file, a crash) has failed all the same.
		if (code !== 0 && counted.failed === 0) counted.failed = 1;
		passed += counted.passed;
		failed += counted.failed;
		console.log(
			`   ${counted.passed} passed, ${counted.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
		);
	}
	rmSync(folder, { recursive: true, force: true });
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
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

function run({ args, env }) {
	const child = spawn(node, args, {
		cwd: root,
		stdio: ["ignore", "inherit", "inherit"],
		env: { ...process.env, ...env },
	});
	return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
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
