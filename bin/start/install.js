import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
const stamp = path.join(root, "node_modules/.cakap-installed");

/** Installs the locked dependencies if they are missing, stale, or made for another Node. */
export function install() {
	const wanted = wantedInstallation();
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
	console.log("Memasang pustaka yang dikunci (npm ci); ini dapat memakan beberapa menit …");
	const npm = process.env.npm_execpath;
	const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
	const done = spawnSync(command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"], {
		cwd: root,
		stdio: ["ignore", "inherit", "inherit"],
		shell: !npm && process.platform === "win32",
	});
	if (done.status !== 0)
		throw new Error("Pemasangan pustaka gagal; periksa sambungan jaringan dan pesan npm di atas.");
	writeFileSync(stamp, wanted);
}

function wantedInstallation() {
	const lock = readFileSync(path.join(root, "package-lock.json"));
	const abi = `${process.platform}-${process.arch}-${process.versions.modules}`;
	return `${createHash("sha256").update(lock).digest("hex")} ${abi}`;
}
