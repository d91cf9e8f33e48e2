import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../start/install.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium of this machine, or one that is installed now: Playwright's own, or as root Debian's package.
 * @returns the path of the executable
 */
export function findChromium() {
	const found = existing();
	if (found) return found;
	console.log("Memasang Chromium …");
	const attempts = [
		[process.execPath, [path.join(root, "node_modules/playwright/cli.js"), "install", "chromium"]],
	];
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		attempts.push(["apt-get", ["update", "-qq"]], ["apt-get", ["install", "-y", "-qq", "chromium"]]);
	}
	for (const [command, args] of attempts) {
		spawnSync(command, args, {
			stdio: "inherit",
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		});
		const installed = existing();
		if (installed) return installed;
	}
	throw new Error(
		"Chromium tidak ditemukan dan tidak dapat dipasang. Pasang sendiri (npx playwright install chromium, atau apt-get install chromium), atau sebutkan letaknya dengan CHROMIUM=….",
	);
}

function existing() {
	if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
	const own = createRequire(path.join(root, "package.json"))("playwright").chromium.executablePath();
	if (existsSync(own)) return own;
	for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
		for (const name of names) {
			const at = path.join(folder, name);
			if (existsSync(at)) return at;
		}
	}
	return null;
}
