import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = process.cwd();
// What CommonJS finds in a module, under names that no module has.
const header = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

/**
 * The built server with its packages in a few files: the same code starts in half the time, most of which goes into
 * reading a thousand modules. For a test that starts it again and again.
 * @returns the program's path; `remove` when it is not needed any more
 */
export async function quickServer(): Promise<{ program: string; remove: () => void }> {
	// Below the checkout, where what cannot be bundled is found.
	const folder = mkdtempSync(path.join(root, "build/quick-"));
	mkdirSync(path.join(folder, "build"));
	symlinkSync(path.join(root, "build/client"), path.join(folder, "build/client"));
	await build({
		entryPoints: { "bin/server": "build/bin/server.js", "server/index": "build/server/index.js" },
		absWorkingDir: root,
		outdir: path.join(folder, "build"),
		bundle: true,
		splitting: true,
		platform: "node",
		format: "esm",
		target: "node20.19",
		external: ["better-sqlite3", "@node-rs/argon2", "esbuild", "vite", "pg-native"],
		minifyWhitespace: true,
		define: { "process.env.NODE_ENV": '"production"' },
		banner: { js: header },
		logLevel: "error",
	});
	return {
		program: path.join(folder, "build/bin/server.js"),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
