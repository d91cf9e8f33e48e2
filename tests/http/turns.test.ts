import { expect, it } from "vitest";
import { inTurns, WEIGHT } from "#bin/server/turns.ts";

it("begins requests in their order, in one turn of the loop a few pages or more answers, and leaves none", async () => {
	const { begin } = inTurns();
	const turns: string[][] = [];
	for (let n = 0; n < 5; n++) begin(WEIGHT.page, () => turns.at(-1)?.push(`page ${n}`));
	for (let n = 0; n < 30; n++) begin(WEIGHT.answer, () => turns.at(-1)?.push(`answer ${n}`));
	while (turns.flat().length < 35 && turns.length < 10) {
		turns.push([]);
		await new Promise((resolve) => setImmediate(resolve));
	}
	const begun = turns.filter((turn) => turn.length > 0);
	expect(begun[0]).toEqual(["page 0", "page 1", "page 2"]);
	expect(begun.map(({ length }) => length)).toEqual([3, 10, 22]);
	expect(begun.flat().slice(3, 7)).toEqual(["page 3", "page 4", "answer 0", "answer 1"]);
});

it("lets in who waits at the door before work begins, but not for ever", async () => {
	const { begin, letIn } = inTurns();
	const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
	let hasBegun = false;
	begin(WEIGHT.page, () => {
		hasBegun = true;
	});
	letIn();
	await nextTurn();
	expect(hasBegun).toBe(false);
	await nextTurn();
	expect(hasBegun).toBe(true);
	hasBegun = false;
	begin(WEIGHT.page, () => {
		hasBegun = true;
	});
	let turns = 0;
	while (!hasBegun && turns < 100) {
		letIn();
		await nextTurn();
		turns++;
	}
	expect(turns).toBeGreaterThan(10);
	expect(turns).toBeLessThan(30);
});
