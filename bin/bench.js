// npm run bench -- [scenario…] [--json]: measures, and compares with yardsticks of the same run.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { install, root } from "./start/install.js";
import { rebuild } from "./start/rebuild.js";

try {
	install();
	await rebuild();
	const { build } = await import("esbuild");
	const outdir = path.join(root, "node_modules/.cache/bench");
	mkdirSync(outdir, { recursive: true });
	await build({
		entryPoints: ["run", "bareServer", "loadGenerator", "examProcess"].map((name) =>
			path.join(root, `tests/bench/${name}.ts`),
		),
		outdir,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20.19",
		packages: "external",
		outExtension: { ".js": ".mjs" },
	});
	const { runBench } = await import(pathToFileURL(path.join(outdir, "run.mjs")).href);
	process.exitCode = await runBench(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
