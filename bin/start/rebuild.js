import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.js";

const sources = ["app", "bin", "db", "public", "vite.config.ts", "remix.config.js", "package-lock.json"];
const stamp = path.join(root, "build/.sources");

/** Builds if a source changed since the last build. */
export async function rebuild({ force = false } = {}) {
	const now = fingerprint();
	if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
	console.log("Membangun program …");
	const child = spawn(process.execPath, [path.join(root, "bin/build.js")], { cwd: root, stdio: "inherit" });
	const code = await new Promise((resolve) => child.once("exit", resolve));
	if (code !== 0) throw new Error("Pembangunan program gagal; lihat pesan di atas.");
	writeFileSync(stamp, now);
}

/** Of every source's path and bytes: times of modification do not survive a checkout. */
function fingerprint() {
	const hash = createHash("sha256").update(process.versions.node);
	for (const source of sources) visit(path.join(root, source), hash);
	return hash.digest("hex");
}

function visit(at, hash) {
	if (!existsSync(at)) return;
	if (statSync(at).isDirectory()) {
		for (const name of readdirSync(at).sort()) visit(path.join(at, name), hash);
		return;
	}
	hash.update(path.relative(root, at)).update(readFileSync(at));
}
