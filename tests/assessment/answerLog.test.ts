import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#app/assessment/answer.ts";
import { type AnswerEvent, countedAnswers, givenAt, latenessOf } from "#app/assessment/answerLog.ts";

const START = 1_000_000;
const DEADLINE = START + 1_800_000;
const open = { deadlineAt: DEADLINE, lateWindowMs: 3_600_000, closedAt: null };

const event = (part: Partial<AnswerEvent>): AnswerEvent => ({
	position: 1,
	value: { chosen: ["a"] },
	device: "satu",
	number: 1,
	givenAt: START + 1000,
	receivedAt: START + 2000,
	...part,
});

/** What some devices really did: each numbers its answers as it gives them, and they arrive whenever. */
const honest = fc
	.array(
		fc.record({
			device: fc.constantFrom("satu", "dua", "tiga"),
			position: fc.integer({ min: 1, max: 4 }),
			value: fc.option(
				fc.constantFrom("a", "b", "c").map((id) => ({ chosen: [id] })),
				{ nil: null },
			),
			pause: fc.integer({ min: 1, max: 1000 }),
			delay: fc.integer({ min: 0, max: 600_000 }),
		}),
		{ maxLength: 40 },
	)
	.map((acts) => {
		const numbers = new Map<string, number>();
		let clock = START;
		return acts.map(({ device, position, value, pause, delay }): AnswerEvent => {
			clock += pause;
			const number = (numbers.get(device) ?? 0) + 1;
			numbers.set(device, number);
			return { device, number, position, value, givenAt: clock, receivedAt: clock + delay };
		});
	});
/** Whatever a broken or dishonest device might claim. */
const anything = fc.uniqueArray(
	fc.record({
		device: fc.constantFrom("satu", "dua"),
		number: fc.integer({ min: 1, max: 20 }),
		position: fc.integer({ min: 1, max: 3 }),
		value: fc.constantFrom<Answer[]>(null, { typed: "x" }, { chosen: ["a"] }),
		givenAt: fc.integer({ min: START, max: DEADLINE + 100_000 }),
		receivedAt: fc.integer({ min: START, max: DEADLINE + 9_000_000 }),
	}),
	{ selector: ({ device, number }) => `${device} ${number}`, maxLength: 30 },
);
const told = (counted: Map<number, AnswerEvent>) => [...counted].sort(([a], [b]) => a - b);

describe("the answer that counts", () => {
	it("is the one given last, whichever device gave it and whenever it arrived", () => {
		fc.assert(
			fc.property(honest, (events) => {
				const counted = countedAnswers(events, open);
				for (const position of [1, 2, 3, 4]) {
					const last = events.filter((one) => one.position === position).at(-1);
					expect(counted.get(position)).toEqual(last);
				}
			}),
		);
	});

	it("is the same in whatever order and however often events arrive", () => {
		fc.assert(
			fc.property(
				anything.chain((events) =>
					fc.record({
						events: fc.constant(events),
						mixed: fc.shuffledSubarray(events, { minLength: events.length }),
						again: fc.subarray(events),
					}),
				),
				({ events, mixed, again }) => {
					expect(told(countedAnswers([...mixed, ...again], open))).toEqual(
						told(countedAnswers(events, open)),
					);
				},
			),
		);
	});

	it("is one event that was given, never two put together", () => {
		fc.assert(
			fc.property(anything, (events) => {
				for (const [position, one] of countedAnswers(events, open)) {
					expect(events).toContain(one);
					expect(one.position).toBe(position);
					expect(latenessOf(one, open)).toBeNull();
				}
			}),
		);
	});

	it("follows a device's own numbers when its clock was set back", () => {
		const events = [
			event({ number: 1, givenAt: START + 9000, receivedAt: START + 9000 }),
			event({ number: 2, givenAt: START + 1000, receivedAt: START + 10_000, value: null }),
		];
		expect(countedAnswers(events, open).get(1)?.number).toBe(2);
		const other = event({ device: "dua", givenAt: START + 5000 });
		expect(countedAnswers([...events, other], open).get(1)?.number).toBe(2);
	});

	it("counts a late answer only by an examiner's decision, the last one", () => {
		const late = event({ givenAt: DEADLINE + 20_000, receivedAt: DEADLINE + 20_000 });
		const word = { device: late.device, number: late.number };
		expect(countedAnswers([late], open).size).toBe(0);
		expect(countedAnswers([late], open, [{ ...word, counts: true }]).size).toBe(1);
		const revoked = [
			{ ...word, counts: true },
			{ ...word, counts: false },
		];
		expect(countedAnswers([late], open, revoked).size).toBe(0);
	});
});

describe("late", () => {
	it.each([
		[{ givenAt: DEADLINE, receivedAt: DEADLINE + 3_600_000 }, open, null],
		[{ givenAt: DEADLINE + 9000, receivedAt: DEADLINE + 9000 }, open, null],
		[{ givenAt: DEADLINE + 11_000, receivedAt: DEADLINE + 11_000 }, open, "given-late"],
		[{ givenAt: DEADLINE, receivedAt: DEADLINE + 3_611_000 }, open, "received-late"],
		[
			{ givenAt: START, receivedAt: START + 500 },
			{ ...open, closedAt: START + 400 },
			"received-after-closing",
		],
		[{ givenAt: START, receivedAt: START + 500 }, { ...open, closedAt: START + 500 }, null],
	] as const)("%j", (times, clock, reason) => {
		expect(latenessOf(times, clock)).toBe(reason);
	});
});

describe("when an answer was given", () => {
	it("is what the server's clock said on the device, and never before the beginning or after the arrival", () => {
		const times = { startedAt: START, receivedAt: START + 60_000 };
		expect(givenAt({ heardAt: START + 5000, elapsedMs: 7000 }, times)).toBe(START + 12_000);
		fc.assert(
			fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (heardAt, elapsedMs) => {
				const at = givenAt({ heardAt, elapsedMs }, times);
				expect(at).toBeGreaterThanOrEqual(START);
				expect(at).toBeLessThanOrEqual(times.receivedAt);
			}),
		);
	});
});
