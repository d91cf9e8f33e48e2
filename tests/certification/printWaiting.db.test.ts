import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askForDocument, DOCUMENT_JOB } from "#app/certification/document/ask.server.ts";
import { checkFile } from "#app/certification/document/check.server.ts";
import { documentsOf } from "#app/certification/document/find.server.ts";
import { Printers } from "#app/certification/document/printers.server.ts";
import { printWaiting } from "#app/certification/document/printWaiting.server.ts";
import { registerAuthority } from "#app/certification/signing/authority.server.ts";
import { readStored } from "#app/http/files.server.ts";
import { LOCK_MS, takeJobs } from "#app/jobs/queue.server.ts";
import { db } from "#db/client.server.ts";
import { certificates, jobs } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { bundledWorker } from "#tests/support/bundledWorker.ts";
import { NOW } from "#tests/support/make/course.ts";
import { issuer } from "./acts/ground.ts";

const origin = "https://cakap.example.go.id";
let printers: Printers;
let worker: string;

beforeAll(async () => {
	worker = fileURLToPath(bundledWorker("app/certification/document/printWorker.ts", "print-worker"));
	process.env.PRINT_WORKER = worker;
	await registerAuthority(NOW);
	printers = new Printers();
});
afterEach(() => {
	process.env.PRINT_WORKER = worker;
});
afterAll(() => printers.close());

const print = (now = NOW, by = printers) => printWaiting(by, origin, () => now);
const jobOf = async (certificateId: string) => {
	const all = await db.select().from(jobs).where(eq(jobs.name, DOCUMENT_JOB));
	return all.filter(({ payload }) => payload.certificateId === certificateId);
};

async function awarded(count: number) {
	const { award } = await issuer();
	const all = [];
	for (let n = 0; n < count; n++) all.push(await award());
	return all;
}

describe("printing the documents that were asked for", () => {
	it("prints all of them, in both languages, each genuine, and by two lanes at once none twice", async () => {
		const all = await awarded(9);
		await transaction(function* (tx) {
			for (const { id } of all.slice(0, 3)) yield* askForDocument(tx, id, "en", NOW);
		});
		const taken = await Promise.all([print(), print()]);
		expect(taken.reduce((sum, n) => sum + n, 0)).toBe(12);
		expect(await print()).toBe(0);
		for (const { id, number } of all) {
			const { id: document, en } = await documentsOf(id);
			const bytes = await readStored(document?.hash ?? "");
			expect(bytes && (await checkFile(bytes, NOW))).toMatchObject({
				kind: "genuine",
				certificate: { number },
			});
			expect(Boolean(en?.hash)).toBe(all.findIndex((one) => one.id === id) < 3);
			expect((await jobOf(id)).map(({ state }) => state)).not.toContain("failed");
		}
	});

	it("leaves a document that is there as it is, and says of one that cannot be printed which letters are missing", async () => {
		const [one] = await awarded(1);
		if (!one) throw new Error("none");
		await print();
		const before = await documentsOf(one.id);
		await transaction((tx) => askForDocument(tx, one.id, "id", NOW));
		expect(await print(NOW + 1000)).toBe(1);
		expect(await documentsOf(one.id)).toEqual(before);
		expect((await jobOf(one.id)).map(({ state }) => state)).toEqual(["done", "done"]);

		const { award } = await issuer();
		const odd = await award();
		const printed = { ...odd.print, name: "Sari 漢字" };
		await db.update(certificates).set({ print: printed }).where(eq(certificates.id, odd.id));
		expect(await print()).toBe(1);
		expect((await documentsOf(odd.id)).id).toMatchObject({ hash: null, problem: "漢字" });
		expect(await jobOf(odd.id)).toMatchObject([{ state: "done" }]);
	});

	it("tries again what a printer that broke did not print; the award stands meanwhile", async () => {
		const [one] = await awarded(1);
		const broken = path.join(path.dirname(worker), `broken-${process.pid}.mjs`);
		writeFileSync(
			broken,
			'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("rusak"); });',
		);
		process.env.PRINT_WORKER = broken;
		const bad = new Printers(1);
		expect(await print(NOW, bad)).toBe(1);
		await bad.close();
		expect(await jobOf(one?.id ?? "")).toMatchObject([{ state: "waiting", lastError: "rusak", attempts: 1 }]);
		process.env.PRINT_WORKER = worker;
		expect(await print(NOW)).toBe(0);
		expect(await print(NOW + 60_000)).toBe(1);
		expect((await documentsOf(one?.id ?? "")).id?.hash).toEqual(expect.any(String));
	});

	it("takes over what a worker had that was killed", async () => {
		const [one] = await awarded(1);
		const lane = { only: [DOCUMENT_JOB] };
		expect(await transaction((tx) => takeJobs(tx, NOW, lane, 5))).toHaveLength(1);
		expect(await print(NOW + 1000)).toBe(0);
		expect(await print(NOW + LOCK_MS + 1)).toBe(1);
		expect((await documentsOf(one?.id ?? "")).id?.hash).toEqual(expect.any(String));
	});
});
