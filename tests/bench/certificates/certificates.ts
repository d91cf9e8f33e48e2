import { fork } from "node:child_process";
import path from "node:path";
import { count, eq, isNotNull } from "drizzle-orm";
import { checkFile } from "#app/certification/document/check.server.ts";
import { knownAuthorities } from "#app/certification/signing/authority.server.ts";
import { readSignedPdf } from "#app/certification/signing/signedPdf.ts";
import { readStored } from "#app/http/files.server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { certificateDocuments } from "#db/schema/index.ts";
import { startSite } from "../../support/startSite.ts";
import { askProcess } from "../askProcess.ts";
import { openLearners } from "../learners.ts";
import type { PageOrder, PageOutcome } from "../pacedPages.ts";
import { type Result, result, target } from "../report.ts";
import { checking } from "./checking.ts";
import { award, type Graduate, graduates, openSchool } from "./graduates.ts";
import { yardsticks } from "./yardsticks.ts";

const AWARDS = 3000;
/** Who hands in at the same moment. */
const SIDE_BY_SIDE = 32;
const RATE = 100;
const SECONDS = 20;
const LESSONS_PER_S = 25;
const CERTIFICATES = 1_000_000;

/**
 * Awards a second, documents a second by the site's own worker, how soon a document is there and what a lesson takes while
 * 100 a second are awarded, and checking by code among a million; with a signature and a bare page as yardsticks.
 */
export async function certificates({ people = AWARDS }: { people?: number } = {}): Promise<Result> {
	const marks = await yardsticks();
	const site = await startSite();
	const before = process.env.DATA_DIR;
	await closeDatabase();
	process.env.DATA_DIR = site.dataDir;
	const load = fork(path.join(import.meta.dirname, "examProcess.mjs"));
	try {
		const school = await openSchool();
		const ready = await graduates(school, people, 0);
		const awards = await awarded(ready);
		const documents = await printedAll(people);
		const learners = await openLearners(site, 50);
		const shots = learners.map(({ cookie, address, name }) => ({ cookie, address, expect: name }));
		const port = Number(new URL(site.url).port);
		const pages = { kind: "pages", port, shots, perSecond: LESSONS_PER_S } as const;
		const next = await graduates(school, RATE * SECONDS, people);
		const alone = await askProcess<PageOutcome>(load, { ...pages, seconds: 15 } satisfies PageOrder);
		const asked = askProcess<PageOutcome>(load, { ...pages, seconds: null } satisfies PageOrder);
		const steady = await awardedSteadily(next);
		load.send({ kind: "stop" });
		const during = await asked;
		return await report({ people, marks, awards, documents, steady, alone, during });
	} finally {
		load.disconnect();
		await closeDatabase();
		process.env.DATA_DIR = before;
		await site.stop();
	}
}

/** Awards all, some side by side. */
async function awarded(ready: readonly Graduate[]) {
	const at = performance.now();
	let next = 0;
	const one = async () => {
		for (let mine = ready[next++]; mine; mine = ready[next++]) await award(mine);
	};
	await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
	return { perSecond: (ready.length / (performance.now() - at)) * 1000 };
}

const printedCount = async (): Promise<number> => {
	const { hash } = certificateDocuments;
	const [row] = await db.select({ n: count() }).from(certificateDocuments).where(isNotNull(hash));
	return row?.n ?? 0;
};
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the worker has printed all that were not there when the last was awarded; files are checked as /periksa does. */
async function printedAll(people: number) {
	const [since, before] = [performance.now(), await printedCount()];
	while ((await printedCount()) < people) await soon(200);
	const perSecond = ((people - before) / (performance.now() - since)) * 1000;
	const rows = await db.select().from(certificateDocuments);
	const authorities = await knownAuthorities(Date.now());
	let refused = 0;
	for (const { hash } of rows) {
		const bytes = hash ? await readStored(hash) : null;
		const checked = bytes && (await checkFile(bytes, Date.now()));
		// Known by its bytes, and by its signature alone.
		const isIntact = bytes !== null && readSignedPdf(bytes, authorities).kind === "intact";
		if (checked?.kind !== "genuine" || !isIntact) refused++;
	}
	return { perSecond, refused };
}

/** Awards at a steady pace, and for each how long it took from the end of the exam until its document was there, in ms. */
async function awardedSteadily(ready: readonly Graduate[]): Promise<number[]> {
	const begun = performance.now();
	const finished = new Map<string, number>();
	const times: number[] = [];
	let isOver = false;
	const watching = (async () => {
		while (!isOver || finished.size > 0) {
			for (const [id, at] of finished) {
				const own = eq(certificateDocuments.certificateId, id);
				const [row] = await db
					.select({ hash: certificateDocuments.hash })
					.from(certificateDocuments)
					.where(own);
				// Made in the order of the awards, nearly: none of the later ones is there before this one.
				if (!row?.hash) break;
				finished.delete(id);
				times.push(performance.now() - at);
			}
			await soon(10);
		}
	})();
	await Promise.all(
		ready.map(async (one, n) => {
			await soon(Math.max(0, begun + (n * 1000) / RATE - performance.now()));
			const id = await award(one);
			finished.set(id, performance.now());
		}),
	);
	isOver = true;
	await watching;
	return times;
}

type Measured = {
	people: number;
	marks: Awaited<ReturnType<typeof yardsticks>>;
	awards: { perSecond: number };
	documents: { perSecond: number; refused: number };
	steady: number[];
	alone: PageOutcome;
	during: PageOutcome;
};

async function report({
	people,
	marks,
	awards,
	documents,
	steady,
	alone,
	during,
}: Measured): Promise<Result> {
	const checks = await checking(CERTIFICATES);
	const p95 = (times: readonly number[]) =>
		[...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
	const lessonP95Ratio = during.p95 / alone.p95;
	const [readyP95Ms, checkP95Ms] = [p95(steady), p95(checks)];
	const figures = {
		...{ people, ...marks, awardsPerS: awards.perSecond, signedPerS: documents.perSecond },
		...{ refused: documents.refused, steadyPerS: RATE, readyP50Ms: p50(steady), readyP95Ms },
		...{ lessonP95AloneMs: alone.p95, lessonP95DuringMs: during.p95, lessonP95Ratio },
		...{ lessonErrors: alone.errors + during.errors, checkedAmong: CERTIFICATES, checkP95Ms },
	};
	return result("certificates", figures, [
		target("awardsPerS", awards.perSecond, ">=", 250),
		target("signedPerS", documents.perSecond, ">=", 200),
		target("refused", documents.refused, "<=", 0),
		target("readyP95Ms", readyP95Ms, "<=", 1000),
		target("lessonP95Ratio", lessonP95Ratio, "<=", 2),
		target("checkP95Ms", checkP95Ms, "<=", 20),
	]);
}

const p50 = (times: readonly number[]): number =>
	[...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
