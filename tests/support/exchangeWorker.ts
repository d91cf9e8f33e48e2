import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

/** The bundled reader of files of questions, as the build makes it. */
const outfile = path.resolve(`node_modules/.cache/cakap/exchange-worker-${process.pid}.mjs`);
buildSync({
	entryPoints: ["app/studio/exchange/worker.ts"],
	outfile,
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	packages: "external",
	logLevel: "error",
});
export const exchangeWorker = pathToFileURL(outfile);
