import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerMessage, MessageEntry } from "#app/assessment/answerMessage.ts";
import type { Entry, Journal } from "#app/offline/journal.ts";
import { sender, type Told } from "#app/routes/pelatihan.$slug.ujian._index/sender.ts";

type Sent = Omit<AnswerMessage, "answers"> & { answers: MessageEntry[] };
const attempt = "a";
afterEach(() => void vi.unstubAllGlobals());

/** A journal that holds those texts, and the server's answers to what is sent from it. */
function sending(texts: readonly string[], refuse: (text: string) => boolean = () => false) {
	let kept: Entry<Told>[] = texts.map((typed, index) => ({
		...{ stream: attempt, device: "aaaaaaaa", number: index + 1 },
		body: { position: index + 1, value: { typed }, heardAt: 0, elapsedMs: 0 },
	}));
	const journal = {
		isDurable: true,
		waiting: async () => [...kept],
		device: async () => "aaaaaaaa",
		forget: async (gone: readonly { number: number }[]) => {
			kept = kept.filter(({ number }) => !gone.some((one) => one.number === number));
		},
	} as Pick<Journal<Told>, "isDurable" | "waiting" | "device" | "forget"> as Journal<Told>;
	const sent: Sent[] = [];
	vi.stubGlobal("fetch", async (_to: string, { body }: { body: string }) => {
		const message = JSON.parse(body) as Sent;
		sent.push(message);
		const names = message.answers.map(({ device, number, value }) => ({ device, number, value }));
		const isBad = ({ value }: (typeof names)[number]) =>
			value !== null && "typed" in value && refuse(value.typed);
		const reply = {
			kept: names.filter((one) => !isBad(one)),
			refused: names.filter(isBad).map((one) => ({ ...one, why: "Tidak dapat menjadi jawaban." })),
			isRenumbering: false,
			isOpen: true,
		};
		return new Response(JSON.stringify(reply), { status: 200 });
	});
	const { send } = sender("/simpan", attempt, journal);
	return { send, sent, waiting: () => kept.length };
}

describe("what waits on the device", () => {
	it("goes in the order in which it was given, no request longer than the server takes", async () => {
		const texts = [
			"x".repeat(100_000),
			"y".repeat(100_000),
			"z".repeat(100_000),
			"pendek",
			"w".repeat(240_000),
		];
		const { send, sent, waiting } = sending(texts);
		await send();
		expect(waiting()).toBe(0);
		const numbers = sent.map(({ answers }) => answers.map(({ number }) => number));
		expect(numbers.flat()).toEqual([1, 2, 3, 4, 5]);
		for (const message of sent) expect(JSON.stringify(message).length).toBeLessThan(333_000);
		expect(sent.length).toBeGreaterThan(1);
	});

	it("goes alone when it is longer than that by itself, and a hundred at most at once", async () => {
		const { send, sent } = sending(["x".repeat(300_000), ...Array.from({ length: 150 }, () => "y")]);
		await send();
		expect(sent.map(({ answers }) => answers.length)).toEqual([1, 100, 50]);
	});

	it("is not sent again when it can never be an answer, and holds up nothing behind it", async () => {
		const { send, sent, waiting } = sending(["baik", "buruk", "baik"], (text) => text === "buruk");
		const said = await send();
		expect(waiting()).toBe(0);
		expect(sent).toHaveLength(1);
		expect(said).toMatchObject({ refused: [{ number: 2 }] });
	});
});
