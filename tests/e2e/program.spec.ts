import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http, { createServer, type Server } from "node:http";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { copyData } from "../support/copyData.ts";
import { accountOf, expect, test } from "../support/journey.ts";
import { runProgram } from "../support/program.ts";
import { demoAccounts, startSite } from "../support/startSite.ts";

const START = "bin/start.js";
/** The demo as the site of all journeys was given it when it started: a seed of one's own takes half a minute. */
const fresh = () => process.env.SITE_FRESH_DIR ?? "";
let folder: string;

test.beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), "cakap-program-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Exit code 1 and one sentence, nothing of a stack. */
async function refused(env: Record<string, string>, nodeArgs: string[] = []): Promise<string> {
	const { code, stderr } = await runProgram(START, [], { env: { DATA_DIR: folder, ...env }, nodeArgs });
	expect(code).toBe(1);
	expect(stderr).not.toMatch(/\n\s+at /);
	expect(stderr.trim().split("\n")).toHaveLength(1);
	return stderr;
}

test.describe("the program says in one sentence why it does not start", () => {
	test("when the folder cannot be written to", async () => {
		const file = path.join(folder, "berkas");
		writeFileSync(file, "");
		expect(await refused({ DATA_DIR: path.join(file, "data") })).toContain("tidak dapat ditulisi");
	});

	test("when the file is no database, which it leaves alone", async () => {
		const file = path.join(folder, "cakap.sqlite");
		writeFileSync(file, "Ini surat dinas, bukan basis data.".repeat(300));
		const before = readFileSync(file);
		expect(await refused({})).toContain("bukan basis data Cakap atau rusak");
		expect(readFileSync(file)).toEqual(before);
	});

	test("when the database does not answer", async () => {
		const DATABASE_URL = "postgres://cakap@127.0.0.1:9/cakap";
		expect(await refused({ DATABASE_URL, DEMO: "off" })).toContain("tidak dapat dibuka");
	});

	test("when a value cannot be used, or the demo would be open to others", async () => {
		expect(await refused({ PORT: "delapan" })).toContain("PORT");
		expect(await refused({ HOST: "0.0.0.0", DEMO: "on" })).toContain("akunnya terbuka");
	});

	test("when Node is too old", async () => {
		const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })";
		const sentence = await refused({}, ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`]);
		expect(sentence).toContain("Cakap memerlukan Node 20.19 atau lebih baru; yang terpasang 18.20.0");
	});
});

test("starts, serves, stops within five seconds without an orphan, and starts again with the same data", async () => {
	test.setTimeout(120_000);
	await copyData(fresh(), folder);
	const first = await startSite({ DATA_DIR: folder });
	const before = contents();
	const sentence = await refusedPort(new URL(first.url).port);
	expect(sentence).toContain("sedang dipakai program lain");
	expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
	const asked = performance.now();
	expect(await first.stop()).toBe(0);
	expect(performance.now() - asked).toBeLessThan(5000);
	const freed = await listenOn(Number(new URL(first.url).port));
	freed.close();
	const second = await startSite({ DATA_DIR: folder });
	expect(contents()).toEqual(before);
	expect(demoAccounts(folder).length).toBeGreaterThan(7);
	await second.stop();
	expect(await refused({ DEMO: "off" })).toContain("Basis data ini berisi data demo dengan akun terbuka");

	/** What people have put in; jobs and folded numbers go their own way. */
	function contents() {
		const client = new Database(path.join(folder, "cakap.sqlite"), { readonly: true });
		const tables = [
			"people",
			"identifiers",
			"enrolments",
			"attempts",
			"certificates",
			"activity",
			"audit_log",
			"credentials",
			"lessons",
		];
		const rows = tables.map((name) => [name, client.prepare(`select * from ${name} order by 1`).all()]);
		client.close();
		return rows;
	}
	function refusedPort(port: string) {
		return refused({ PORT: port, DATA_DIR: path.join(folder, "lain"), DEMO: "off" });
	}
});

function listenOn(port: number): Promise<Server> {
	const server = createServer();
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => resolve(server));
	});
}

test("a full disk is a 503 with a sentence, and nothing is half-written; then it goes on", async () => {
	test.setTimeout(120_000);
	const flag = path.join(folder, "penuh");
	const preload = path.resolve("tests/support/fullDisk.mjs");
	await copyData(fresh(), folder);
	const site = await startSite({ DATA_DIR: folder, FULL_DISK: flag, NODE_OPTIONS: `--import ${preload}` });
	let cookie = "";
	const post = (at: string, form: Record<string, string>) =>
		fetch(`${site.url}${at}`, {
			method: "POST",
			body: new URLSearchParams(form),
			headers: { Origin: site.url, Cookie: cookie },
			redirect: "manual",
		});
	const to = (response: Response) => response.headers.get("Location") ?? "";
	const author = demoAccounts(folder).find(({ role }) => role === "training-admin");
	const signedIn = await post("/masuk", {
		identifier: author?.identifier ?? "",
		password: author?.password ?? "",
	});
	cookie = signedIn.headers
		.getSetCookie()
		.map((one) => one.split(";")[0])
		.join("; ");
	const draft = to(await post("/studio", { intent: "new", title: "Disk penuh" }));
	const lesson = to(await post(draft, { intent: "add-lesson", title: "Satu" }));
	const text = {
		title: "Satu",
		minutes: "10",
		objective: "Tahu.",
		source: "Teks. ".repeat(30_000),
		revision: "1",
	};
	const stored = () => {
		const client = new Database(path.join(folder, "cakap.sqlite"), { readonly: true });
		const text = "select revision, length(source) as letters from draft_lessons where draft_id = ?";
		const row = client.prepare(text).get(draft.split("/").at(-1));
		const check = client.pragma("integrity_check", { simple: true });
		client.close();
		return { row, check };
	};
	writeFileSync(flag, "");
	const full = await post(lesson, text);
	expect(full.status).toBe(503);
	expect(full.headers.get("Retry-After")).not.toBeNull();
	expect(await full.text()).toMatch(/Ruang simpan penuh/);
	expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
	expect((await fetch(`${site.url}/pelatihan`)).status).toBe(200);
	expect(stored()).toEqual({ row: { revision: 1, letters: 0 }, check: "ok" });
	rmSync(flag);
	expect((await post(lesson, text)).status).toBe(303);
	expect(stored()).toEqual({ row: { revision: 2, letters: 180_000 }, check: "ok" });
	await site.stop();
});

test("a PDF of 200 MB is refused with 413 and a sentence, declared or not, and the site goes on", async () => {
	const url = process.env.SITE_URL ?? "";
	const type = { "Content-Type": "multipart/form-data; boundary=batas", Origin: url };
	const head = '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="x.pdf"\r\n\r\n%PDF-1.7 ';
	const piece = "x".repeat(1024 * 1024);
	/** Sends all of it, as a browser does; null: the server closed the line before it answered. */
	const answered = (headers: Record<string, string>) =>
		new Promise<{ status: number; text: string } | null>((resolve) => {
			const request = http.request(`${url}/periksa`, { method: "POST", headers: { ...type, ...headers } });
			let left = 200;
			const send = () => {
				while (left-- > 0) if (!request.write(piece)) return void request.once("drain", send);
				request.end();
			};
			request.on("response", (answer) => {
				let text = "";
				answer.setEncoding("utf8").on("data", (part) => {
					text += part;
				});
				answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
			});
			request.on("error", () => resolve(null));
			request.write(head);
			send();
		});
	const declared = await answered({ "Content-Length": String(head.length + 200 * piece.length) });
	expect(declared?.status).toBe(413);
	expect(declared?.text).toContain("terlalu besar");
	// No browser sends a form without its length: whoever does may find the line closed.
	const undeclared = await answered({ "Transfer-Encoding": "chunked" });
	expect([413, undefined]).toContain(undeclared?.status);
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test("10 MB are refused with 413 and a sentence, declared or not", async ({ playwright }) => {
	const url = process.env.SITE_URL ?? "";
	const { identifier } = accountOf("learner");
	const big = `identifier=${encodeURIComponent(identifier)}&password=${"x".repeat(10 * 1024 * 1024)}`;
	const type = { "Content-Type": "application/x-www-form-urlencoded", Origin: url };
	const context = await playwright.request.newContext({ baseURL: url });
	const declared = await context.post("/masuk", { data: big, headers: type });
	expect(declared.status()).toBe(413);
	expect(await declared.text()).toContain("terlalu besar");
	await context.dispose();
	let sent = 0;
	const body = new ReadableStream({
		pull(controller) {
			if (sent++ < 160) controller.enqueue(new TextEncoder().encode("x".repeat(65_536)));
			else controller.close();
		},
	});
	const undeclared = await fetch(`${url}/masuk`, {
		method: "POST",
		headers: type,
		body,
		duplex: "half",
	} as RequestInit).then(
		(response) => response.status,
		// The server may close while the rest is still being sent.
		() => 413,
	);
	expect(undeclared).toBe(413);
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

const helped = ["agencies", "create-admin", "migrate", "seed", "check-content"];

test("the command line answers in one line of JSON, and says how it is used", async () => {
	const env = { DATA_DIR: folder, DEMO: "off" };
	const cli = (...args: string[]) => runProgram("bin/cakap", args, { env });
	expect((await cli("migrate")).code).toBe(0);
	// Side by side what does not need what another does: each loads the whole program.
	const [seed, agencies, admin, incomplete, unknown, content, ...helps] = await Promise.all([
		cli("seed"),
		cli("agencies", "--json"),
		cli("create-admin", "--name", "Rina", "--email", "rina@contoh.go.id", "--json"),
		cli("create-admin"),
		cli("tidak-ada"),
		cli("check-content", "--json"),
		...helped.map((name) => cli(name, "--help")),
	]);
	expect(seed.stderr).toContain("Demo sedang dimatikan");
	expect(agencies.code).toBe(0);
	expect(agencies.stdout.trim().split("\n")).toHaveLength(1);
	const { counts } = JSON.parse(agencies.stdout);
	expect(counts).toMatchObject({ province: 38, regency: 415, city: 93, ministry: 48 });
	expect(JSON.parse(admin.stdout)).toMatchObject({ identifier: "rina@contoh.go.id" });
	expect((await cli("create-admin", "--name", "Rina", "--email", "rina@contoh.go.id")).code).toBe(1);
	expect([incomplete.code, unknown.code, content.code]).toEqual([2, 2, 0]);
	for (const [n, name] of helped.entries()) {
		expect(helps[n]?.code).toBe(0);
		expect(helps[n]?.stdout).toContain(`bin/cakap ${name}`);
	}
});
