// npm test: everything that must hold, in a fresh clone too. Each step's tests are counted; the last line sums up.
// npm run test:long: the property tests with twenty times as many cases.
import { install } from "./start/install.js";
import { rebuild } from "./start/rebuild.js";
import { runSteps } from "./test/steps.js";

try {
	install();
	await rebuild();
	process.exitCode = await runSteps({ isLong: process.argv.includes("--long") });
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	console.log("0 passed, 1 failed");
	process.exitCode = 1;
}
