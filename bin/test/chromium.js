import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../start/install.js";

/** The one without windows first: it does the same in half the time. */
const shells = ["chromium-headless-shell", "chrome-headless-shell"];
const names = [...shells, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium of this machine, or one that is installed now: Playwright's own, or as root Debian's package.
 * @returns the path of the executable; "": Playwright's own, which it finds by itself
 */
export function findChromium() {
	const found = existing();
	if (found !== null) return found;
	console.log("Memasang Chromium …");
	const attempts = [
		[process.execPath, [path.join(root, "node_modules/playwright/cli.js"), "install", "chromium"]],
	];
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		const install = ["install", "-y", "-qq"];
		attempts.push(
			["apt-get", ["update", "-qq"]],
			["apt-get", [...install, "chromium-headless-shell"]],
			["apt-get", [...install, "chromium"]],
		);
	}
	for (const [command, args] of attempts) {
		spawnSync(command, args, {
			stdio: "inherit",
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		});
		const installed = existing();
		if (installed !== null) return installed;
	}
	throw new Error(
		"Chromium tidak ditemukan dan tidak dapat dipasang. Pasang sendiri (npx playwright install chromium, atau apt-get install chromium), atau sebutkan letaknya dengan CHROMIUM=….",
	);
}

function existing() {
	if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
	const own = createRequire(path.join(root, "package.json"))("playwright").chromium.executablePath();
	if (existsSync(own)) return "";
	for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
		for (const name of names) {
			const at = path.join(folder, name);
			if (existsSync(at)) return at;
		}
	}
	return null;
}
