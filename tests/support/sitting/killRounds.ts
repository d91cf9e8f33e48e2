import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Answer, answerText } from "../../../app/assessment/answer.ts";
import { freePort } from "../postgresServer.ts";
import { call } from "./post.ts";
import { quickServer } from "./quickServer.ts";
import { type Rows, rowsOf } from "./rows.ts";
import { killed, launchServer, prepareDatabase, siteEnv } from "./server.ts";
import {
	beginExam,
	COURSE,
	itemsDrawn,
	makeSitters,
	type Sitter,
	type Sitting,
	someAnswer,
} from "./sitters.ts";

export type Killed = {
	kills: number;
	/** Answers that the server had said it has. */
	acknowledged: number;
	/** Of these, those that are not in the database after the next start, or with another value. */
	lost: number;
	/** Fewest answers acknowledged between a start and its kill. */
	fewest: number;
};
type Acknowledged = { attempt: string; device: string; number: number; value: Answer };

const SITTERS = 8;
/** Answers that are acknowledged before a kill, at most. */
const MOST = 30;

/** Kills the server with SIGKILL while people answer, at a moment left to chance, again and again. */
export async function killRounds({
	rounds,
	databaseUrl,
}: {
	rounds: number;
	databaseUrl: string;
}): Promise<Killed> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-kill-"));
	const port = await freePort();
	const env = siteEnv(dataDir, databaseUrl, port);
	const [quick] = await Promise.all([quickServer(), prepareDatabase(env)]);
	const rows = await rowsOf(dataDir, databaseUrl);
	try {
		const sitters = await makeSitters(rows, SITTERS);
		const first = await launchServer(env, quick.program);
		const sittings = new Map<Sitter, Sitting>();
		for (const sitter of sitters) {
			const attempt = await beginExam(port, sitter);
			sittings.set(sitter, { attempt, items: await itemsDrawn(rows, attempt) });
		}
		await killed(first);
		const numbers = new Map<string, number>();
		const all: Acknowledged[] = [];
		let [lost, fewest] = [0, Number.POSITIVE_INFINITY];
		for (let round = 0; round < rounds; round++) {
			const server = await launchServer(env, quick.program);
			lost += await missing(rows, all.slice(-2000));
			const before = all.length;
			const enough = before + 1 + Math.floor(Math.random() * MOST);
			const answering = await new Promise<Promise<void>[]>((resolve) => {
				const onAcknowledged = () => all.length === enough && resolve(running);
				const running = [...sittings].map(([who, sitting]) =>
					answerOn(port, who, sitting, numbers, (one) => {
						all.push(one);
						onAcknowledged();
					}),
				);
			});
			// Not between two requests, but in the middle of whatever is on its way.
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 15));
			await killed(server);
			await Promise.all(answering);
			fewest = Math.min(fewest, all.length - before);
		}
		const last = await launchServer(env, quick.program);
		lost += await missing(rows, all);
		await killed(last);
		return { kills: rounds, acknowledged: all.length, lost, fewest };
	} finally {
		await rows.close();
		quick.remove();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Answers one item after the other, each its own request, until the server is gone. */
async function answerOn(
	port: number,
	{ cookie, device, agent }: Sitter,
	{ attempt, items }: Sitting,
	numbers: Map<string, number>,
	onAcknowledged: (answer: Acknowledged) => void,
): Promise<void> {
	for (;;) {
		const number = (numbers.get(device) ?? 0) + 1;
		numbers.set(device, number);
		const { position, item } = items[number % items.length] as Sitting["items"][number];
		const value = someAnswer(item, Math.random);
		const answers = [{ device, number, position, value, heardAt: Date.now(), elapsedMs: 0 }];
		const json = { attempt, device, waiting: 1, sign: null, answers };
		const reply = await call(agent, { port, path: `${COURSE}/ujian/simpan`, cookie, json });
		if (reply === null) return;
		if (reply.status !== 200) throw new Error(`an answer was refused: ${reply.status} ${reply.body}`);
		if (JSON.parse(reply.body).kept.length === 1) onAcknowledged({ attempt, device, number, value });
	}
}

async function missing(rows: Rows, acknowledged: readonly Acknowledged[]): Promise<number> {
	let lost = 0;
	for (const { attempt, device, number, value } of acknowledged) {
		const [found] = await rows.ask<{ value: unknown }>(
			"SELECT value FROM answer_events WHERE attempt_id = ? AND device = ? AND number = ?",
			...[attempt, device, number],
		);
		const stored = typeof found?.value === "string" ? JSON.parse(found.value) : found?.value;
		if (!found || answerText(stored ?? null) !== answerText(value)) lost++;
	}
	return lost;
}
