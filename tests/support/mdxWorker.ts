import path from "node:path";
import { buildSync } from "esbuild";

/** Importing this bundles the MDX worker, as the build does, and tells the compiler where it is. */
const outfile = path.resolve(`node_modules/.cache/cakap/mdx-worker-${process.pid}.mjs`);
buildSync({
	entryPoints: ["app/mdx/worker.ts"],
	outfile,
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	packages: "external",
	jsx: "automatic",
	logLevel: "error",
});
process.env.MDX_WORKER = outfile;
