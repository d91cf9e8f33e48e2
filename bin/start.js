// npm start: installs, builds, prepares and serves; `--dev` does so with reload. Plain JavaScript without
// dependencies, since it runs before there are any.
import { install } from "./start/install.js";
import { rebuild } from "./start/rebuild.js";
import { supervise } from "./start/supervise.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	fail(`Cakap memerlukan Node 20.19 atau lebih baru; yang terpasang ${process.versions.node}.`);
}
const dev = process.argv.includes("--dev");

try {
	install();
	await rebuild({ force: dev });
	await supervise({ dev });
} catch (error) {
	fail(error instanceof Error ? error.message : String(error));
}

function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}
