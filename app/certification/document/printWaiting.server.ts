import { and, isNotNull } from "drizzle-orm";
import { among, insertMany } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { certificateDocuments, certificates } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { putFile, recordFiles, type StoredFile } from "../../http/files.server.ts";
import { asLanguage, type Language } from "../../i18n/language.ts";
import { completeJobs, failJob, type Job, takeJobs } from "../../jobs/queue.server.ts";
import { logoBytes } from "../design/logoBytes.server.ts";
import { type Certificate, numbersOf } from "../find.server.ts";
import { configuredSigner, type Signer } from "../signing/signers.server.ts";
import { DOCUMENT_JOB } from "./ask.server.ts";
import { type DocumentOrder, documentOf } from "./documentOf.ts";
import type { Printers } from "./printers.server.ts";

/** Documents at once: enough that both printers have work while the last ones are recorded. */
const AT_ONCE = 32;

type Order = Omit<DocumentOrder, "logo"> & { job: Job; lang: Language; certificate: Certificate };
type Made = { job: Job; certificateId: string; lang: Language; stored: StoredFile | null; problem: string };

/**
 * Prints the documents that were asked for and keeps them: together, since taking and recording each by itself costs more
 * than printing it. What could not be printed is tried again later by itself.
 * @returns how many jobs were taken
 */
export async function printWaiting(printers: Printers, origin: string, clock: () => number): Promise<number> {
	const lane = { only: [DOCUMENT_JOB] };
	const jobs = await transaction((tx) => takeJobs(tx, clock(), lane, AT_ONCE));
	if (jobs.length === 0) return 0;
	const signer = configuredSigner(process.env, clock());
	const orders = await ordersOf(jobs);
	const made: Made[] = [];
	await Promise.all(
		orders.map(async (order) => {
			try {
				made.push(await printed(order, { printers, signer, origin, now: clock() }));
			} catch (error) {
				await failed([order.job], error, clock());
			}
		}),
	);
	const printedJobs = new Set(orders.map(({ job }) => job.id));
	// Of those that have their document already, or no certificate, nothing is left to do.
	const idle = jobs.filter(({ id }) => !printedJobs.has(id)).map(({ id }) => id);
	try {
		await keepAll(made, signer, clock(), idle);
	} catch (error) {
		// What was printed lies in the store; the next try finds it there.
		await failed(jobs, error, clock());
		throw error;
	}
	return jobs.length;
}

function failed(jobs: readonly Job[], error: unknown, now: number): Promise<void> {
	const message = error instanceof Error ? error.message : String(error);
	return transaction(function* (tx) {
		for (const job of jobs) yield* failJob(tx, job, message, now);
	});
}

async function ordersOf(jobs: readonly Job[]): Promise<Order[]> {
	const ids = jobs.map(({ payload }) => String(payload.certificateId));
	const [found, documents] = await Promise.all([
		db.select().from(certificates).where(among(certificates.id, ids)),
		db
			.select({ id: certificateDocuments.certificateId, lang: certificateDocuments.lang })
			.from(certificateDocuments)
			.where(and(among(certificateDocuments.certificateId, ids), isNotNull(certificateDocuments.hash))),
	]);
	const byId = new Map(found.map((one) => [one.id, one]));
	const there = new Set(documents.map(({ id, lang }) => `${id} ${lang}`));
	const replaced = await numbersOf(found.flatMap(({ replacesId }) => replacesId ?? []));
	return jobs.flatMap((job) => {
		const lang = asLanguage(String(job.payload.lang));
		const certificate = byId.get(String(job.payload.certificateId));
		if (!certificate || there.has(`${certificate.id} ${lang}`)) return [];
		return [{ job, lang, certificate, replaces: replaced.get(certificate.replacesId ?? "") ?? "" }];
	});
}

type Printing = { printers: Printers; signer: Signer; origin: string; now: number };

async function printed(order: Order, { printers, signer, origin, now }: Printing): Promise<Made> {
	const { job, lang, certificate } = order;
	const logo = await logoBytes(certificate.print);
	const document = documentOf({ ...order, logo }, { lang, origin, signedBy: signer.kind });
	const result = await printers.print(document, signer.kind === "local" ? now : null);
	const base = { job, lang, certificateId: certificate.id };
	if ("letters" in result) return { ...base, stored: null, problem: result.letters };
	if ("error" in result) throw new Error(result.error);
	const bytes = Buffer.from(result.bytes);
	const whole = signer.kind === "local" ? bytes : await signer.sign(bytes);
	return { ...base, stored: await putFile(whole), problem: "" };
}

function keepAll(made: readonly Made[], signer: Signer, now: number, idle: readonly string[]): Promise<void> {
	return transaction(function* (tx) {
		const stored = made.flatMap((one) => one.stored ?? []);
		yield* recordFiles(tx, stored, { mediaType: "application/pdf", now });
		const rows = made.map(({ certificateId, lang, stored, problem }) => ({
			...{ certificateId, lang, problem, hash: stored?.hash ?? null },
			...{ signedBy: signer.kind, madeAt: now },
		}));
		yield* insertMany(tx, certificateDocuments, rows, { skipsKnown: true });
		yield* completeJobs(tx, [...made.map(({ job }) => job.id), ...idle], now);
	});
}
