// Brings the journal of one attempt to the server. Runs in the browser.
import type { Answer } from "#app/assessment/answer.ts";
import type { AnswerMessage, AnswerReply } from "#app/assessment/answerMessage.ts";
import type { Entry, Journal } from "#app/offline/journal.ts";

export type Told = { position: number; value: Answer; heardAt: number; elapsedMs: number };
/** "unreachable": no connection, or the server is away: try again. The others need the person. */
export type Sent = AnswerReply | "unreachable" | "signed-out" | "not-yours";

const AT_ONCE = 100;
/** Of answers in one request, in characters: what the server takes is a megabyte, and a character can be three bytes. */
const MOST_TEXT = 250_000;

export function sender(address: string, attempt: string, journal: Journal<Told>) {
	let running: Promise<Sent> | null = null;
	return {
		/** Sends what waits, in order; one request at a time. */
		send(sign: AnswerMessage["sign"] = null): Promise<Sent> {
			const turn = (running ?? Promise.resolve()).then(() => sendAll(sign));
			running = turn;
			return turn;
		},
		/** As a page closes there is no time to wait for an answer; what waits stays in the journal. */
		async leave(): Promise<void> {
			const body = JSON.stringify(message(await journal.device(attempt), [], 0, "leaves"));
			navigator.sendBeacon(address, new Blob([body], { type: "application/json" }));
		},
	};

	async function sendAll(sign: AnswerMessage["sign"]): Promise<Sent> {
		for (;;) {
			const waiting = await journal.waiting(attempt);
			const batch = firstOf(waiting);
			const reply = await post(message(await journal.device(attempt), batch, waiting.length, sign));
			if (typeof reply === "string") return reply;
			// What can never be an answer is not sent again: the person is told, and it stays on the screen.
			const done = [...reply.kept, ...reply.refused].flatMap(({ device, number }) =>
				device !== null && number !== null ? [{ stream: attempt, device, number }] : [],
			);
			await journal.forget(done);
			if (reply.isRenumbering) await journal.renumber(attempt);
			if (done.length === 0 && !reply.isRenumbering) return reply;
			if ((await journal.waiting(attempt)).length === 0) return reply;
		}
	}

	/** As many of the first as one request may bring; always one. */
	function firstOf(waiting: Entry<Told>[]): Entry<Told>[] {
		let left = MOST_TEXT;
		return waiting.slice(0, AT_ONCE).filter(({ body }, index) => {
			left -= JSON.stringify(body).length;
			return index === 0 || left > 0;
		});
	}

	async function post(body: AnswerMessage): Promise<Sent> {
		try {
			const init = {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				redirect: "error",
			} as const;
			const response = await fetch(address, { ...init, body: JSON.stringify(body) });
			if (response.status === 401) return "signed-out";
			if (response.status === 404) return "not-yours";
			return response.ok ? ((await response.json()) as AnswerReply) : "unreachable";
		} catch {
			return "unreachable";
		}
	}

	function message(
		device: string,
		batch: Entry<Told>[],
		waiting: number,
		sign: AnswerMessage["sign"],
	): AnswerMessage {
		const answers = batch.map(({ device, number, body }) => ({ device, number, ...body }));
		return { attempt, device, waiting, sign, answers };
	}
}
