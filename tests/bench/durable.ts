import type { ChildProcess } from "node:child_process";
import type { Rows } from "../support/sitting/rows.ts";
import { beginExam, itemsDrawn, makeSitters } from "../support/sitting/sitters.ts";
import type { RateOrder, RateOutcome } from "./answerLoad.ts";
import { askProcess } from "./askProcess.ts";
import type { Keyed } from "./keys.ts";
import { rawInserts } from "./rawInserts.ts";
import { median } from "./report.ts";

const SEATS = 64;
const SECONDS = 3;
const ROUNDS = 3;
/** As a journal sends what has gathered while the line was down. */
const BATCH = 20;

type Options = { rows: Rows; port: number; load: ChildProcess; dataDir: string };

/** Durable answers a second, one a request and in batches, against raw inserts of the same run, turn by turn. */
export async function durableRates({ rows, port, load, dataDir }: Options) {
	const seats = await openSeats(rows, port);
	const turns = { raw: [] as number[], single: [] as number[], batch: [] as number[] };
	let errors = 0;
	const rate = async (batch: number) => {
		const order = { kind: "rate", port, seats, seconds: SECONDS, batch } satisfies RateOrder;
		const outcome = await askProcess<RateOutcome>(load, order);
		for (const [index, seat] of seats.entries()) seat.last = outcome.last[index] ?? 0;
		errors += outcome.errors;
		return outcome.answersPerSecond;
	};
	await rate(1);
	for (let round = 0; round < ROUNDS; round++) {
		turns.raw.push(rawInserts(dataDir, SECONDS));
		turns.single.push(await rate(1));
		turns.batch.push(await rate(BATCH));
	}
	const ratio = (rates: number[]) =>
		median(rates.map((one, index) => one / (turns.raw[index] ?? Number.NaN)));
	return {
		rawInsertsPerSecond: median(turns.raw),
		singleAnswersPerSecond: median(turns.single),
		batchAnswersPerSecond: median(turns.batch),
		singleRatio: ratio(turns.single),
		batchRatio: ratio(turns.batch),
		errors,
	};
}

/** People with an open attempt whose first item is known. */
export async function openSeats(rows: Rows, port: number): Promise<RateOrder["seats"]> {
	const seats: RateOrder["seats"] = [];
	for (const sitter of await makeSitters(rows, SEATS)) {
		const attempt = await beginExam(port, sitter);
		const [first] = await itemsDrawn(rows, attempt);
		sitter.agent.destroy();
		const { cookie, device } = sitter;
		seats.push({ cookie, device, attempt, item: first?.item as Keyed, last: 0 });
	}
	return seats;
}
