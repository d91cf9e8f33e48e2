import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

/** A worker bundled as the build makes it, for tests that start its thread. */
export function bundledWorker(entry: string, name: string): URL {
	const outfile = path.resolve(`node_modules/.cache/cakap/${name}-${process.pid}.mjs`);
	buildSync({
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20.19",
		packages: "external",
		alias: { "#app": path.resolve("app"), "#db": path.resolve("db") },
		logLevel: "error",
	});
	return pathToFileURL(outfile);
}
