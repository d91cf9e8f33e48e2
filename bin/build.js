// Builds everything that runs: Remix's client and server, then server, worker, command line and MDX worker.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);

rmSync("build", { recursive: true, force: true });
// What it says is for developers of Remix; it is shown when the build fails.
const vite = spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
	encoding: "utf8",
	env: { ...process.env, NODE_ENV: "production" },
});
if (vite.status !== 0) {
	process.stderr.write(`${vite.stdout}${vite.stderr}`);
	process.exit(1);
}

const entries = {
	server: "bin/server.ts",
	worker: "bin/worker.ts",
	prepare: "bin/prepare.ts",
	cakap: "bin/cli.ts",
	"mdx-worker": "app/mdx/worker.ts",
	"exchange-worker": "app/studio/exchange/worker.ts",
	"letter-worker": "app/access/letterWorker.ts",
	"statement-worker": "app/records/jp/statementWorker.ts",
	"print-worker": "app/certification/document/printWorker.ts",
	"simulation-worker": "app/assessment/placement/simulationWorker.ts",
};
await build({
	entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
	outdir: "build/bin",
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	packages: "external",
	jsx: "automatic",
	alias: { "#app": "./app", "#db": "./db" },
	define: { "import.meta.env.DEV": "false" },
	loader: { ".css": "empty" },
	sourcemap: "linked",
	splitting: true,
	chunkNames: "chunks/[name]-[hash]",
	logLevel: "warning",
});

for (const file of readdirSync("build/client", { recursive: true })) {
	const full = path.join("build/client", file.toString());
	if (!/\.(css|js|svg|txt)$/.test(full) || statSync(full).size < 512) continue;
	const bytes = readFileSync(full);
	writeFileSync(`${full}.gz`, gzipSync(bytes, { level: 9 }));
	writeFileSync(`${full}.br`, brotliCompressSync(bytes));
}
