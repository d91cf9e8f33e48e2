import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "./postgresServer.ts";

/** npm, Playwright and the bench all run at the top of the checkout. */
const root = process.cwd();

export type Site = { url: string; dataDir: string; stop: () => Promise<number | null> };
export type DemoAccount = {
	role: string;
	identifier: string;
	password: string;
	agency: string;
	name: string;
};

/** Starts the program as `npm start` does, on a free port and with data of its own, and waits until it is ready. */
export async function startSite(variables: Record<string, string | undefined> = {}): Promise<Site> {
	const dataDir = variables.DATA_DIR ?? mkdtempSync(path.join(os.tmpdir(), "cakap-site-"));
	const port = await freePort();
	const env = {
		...process.env,
		HOST: "127.0.0.1",
		PORT: String(port),
		DATA_DIR: dataDir,
		DATABASE_URL: "",
		...variables,
	};
	const child = spawn(process.execPath, [path.join(root, "bin/start.js")], {
		cwd: root,
		env,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = collect(child);
	await ready(child, output);
	return {
		url: `http://127.0.0.1:${port}`,
		dataDir,
		stop: async () => {
			const code = await stopped(child);
			if (!variables.DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
			return code;
		},
	};
}

/** The people that the demo opens to everyone, in the order of the file. */
export function demoAccounts(dataDir: string): DemoAccount[] {
	return JSON.parse(readFileSync(path.join(dataDir, "demo-accounts.json"), "utf8"));
}

function collect(child: ChildProcess): { text: string } {
	const output = { text: "" };
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk: Buffer) => {
			output.text = (output.text + chunk.toString()).slice(-20_000);
		});
	}
	return output;
}

function ready(child: ChildProcess, output: { text: string }): Promise<void> {
	return new Promise((resolve, reject) => {
		const failed = () => reject(new Error(`the site did not start:\n${output.text}`));
		child.once("exit", failed);
		child.stdout?.on("data", () => {
			if (!output.text.includes("Cakap siap di ")) return;
			child.off("exit", failed);
			resolve();
		});
	});
}

function stopped(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => {
		child.once("exit", resolve);
		child.kill("SIGTERM");
	});
}
