import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const quiet = [
	"--disable-gpu",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

const long = /\/(kill|program|pages|postgresql|rosterKill|routes|sessions)\.spec\.ts$/;

/** Journeys in a real Chromium; `npm test` names it in CHROMIUM, else Playwright's own is used. */
export default defineConfig({
	testDir: "e2e",
	outputDir: "../test-results",
	globalSetup: "./support/site.ts",
	// One more than the cores that CI has: a journey often waits, for a job or for a server that starts.
	workers: 3,
	forbidOnly: true,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	// The long ones first, so that all workers end together; their tests need nothing of one another.
	projects: [
		{ name: "panjang", testMatch: long, fullyParallel: true },
		{ name: "lain", testIgnore: long },
	],
	reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["json"] as ["json"]] : [])],
	use: {
		locale: "id-ID",
		timezoneId: "Asia/Jakarta",
		screenshot: "only-on-failure",
		launchOptions: {
			executablePath: process.env.CHROMIUM || undefined,
			args: asRoot ? ["--no-sandbox", ...quiet] : quiet,
		},
	},
});
