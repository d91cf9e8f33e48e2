import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { request } from "@playwright/test";
import { startSite } from "../support/startSite.ts";
import { askProcess } from "./askProcess.ts";
import type { Bare } from "./bareServer.ts";
import { openLearners } from "./learners.ts";
import type { Order, Outcome, Shot } from "./loadGenerator.ts";
import { median, type Result, result, target } from "./report.ts";

const LEARNERS = 64;
const CONNECTIONS = 16;
const SECONDS = 6;
const ROUNDS = 3;

/**
 * A lesson to signed-in learners in rotation, against a bare Node server that sends the same bytes and headers; each in
 * a process of its own, the load generator in a third, turn by turn. Each answer must hold the learner's own name.
 */
export async function lesson(): Promise<Result> {
	const site = await startSite();
	const port = Number(new URL(site.url).port);
	const generator = helper("loadGenerator");
	const bare = helper("bareServer");
	try {
		const learners = await openLearners(site, LEARNERS);
		const shots = learners.map(
			({ cookie, name, address }): Shot => ({ request: get(address, port, cookie), expect: name }),
		);
		const sample = await sampleOf(site.url, learners[0]?.address ?? "/", learners[0]?.cookie ?? "");
		const barePort = await askProcess<number>(bare, sample);
		const bareShots = shots.map((shot) => ({ ...shot, expect: "" }));
		await askProcess<Outcome>(generator, order(port, shots, 2));
		const [ours, yardstick]: [Outcome[], Outcome[]] = [[], []];
		for (let round = 0; round < ROUNDS; round++) {
			ours.push(await askProcess<Outcome>(generator, order(port, shots, SECONDS)));
			yardstick.push(await askProcess<Outcome>(generator, order(barePort, bareShots, SECONDS)));
		}
		return summary(ours, yardstick);
	} finally {
		generator.disconnect();
		bare.disconnect();
		await site.stop();
	}
}

function summary(ours: Outcome[], yardstick: Outcome[]): Result {
	const rate = ({ requests, seconds }: Outcome) => requests / seconds;
	const ratio = median(ours.map((one, i) => rate(one) / rate(yardstick[i] as Outcome)));
	const errors = ours.reduce((sum, one) => sum + one.errors, 0);
	const figures = {
		requestsPerSecond: median(ours.map(rate)),
		bareRequestsPerSecond: median(yardstick.map(rate)),
		p50Ms: median(ours.map(({ p50 }) => p50)),
		p99Ms: median(ours.map(({ p99 }) => p99)),
		ratio,
		errors,
	};
	return result("lesson", figures, [target("ratio", ratio, ">=", 0.04), target("errors", errors, "<=", 0)]);
}

function order(port: number, shots: Shot[], seconds: number): Order {
	return { port, connections: CONNECTIONS, seconds, shots };
}

function get(address: string, port: number, cookie: string): string {
	return `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept: text/html\r\n\r\n`;
}

/** The bytes and headers of one answer, for the yardstick to send. */
async function sampleOf(baseURL: string, address: string, cookie: string): Promise<Bare> {
	const context = await request.newContext({
		baseURL,
		extraHTTPHeaders: { Cookie: cookie, "Accept-Encoding": "identity" },
	});
	const answer = await context.get(address);
	const body = (await answer.body()).toString("base64");
	const {
		date: _date,
		connection: _connection,
		"keep-alive": _keep,
		"content-length": _length,
		...headers
	} = answer.headers();
	await context.dispose();
	return { headers, body };
}

function helper(name: string): ChildProcess {
	return fork(path.join(import.meta.dirname, `${name}.mjs`));
}
