import { describe, expect, it } from "vitest";
import { countAct, forgetActs, forgetEndedWindows, standing } from "#app/http/throttle.server.ts";
import { db } from "#db/client.server.ts";
import { throttles } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";

const NOW = Date.UTC(2026, 10, 24);
const act = (key: string, now = NOW) =>
	transaction((tx) => countAct(tx, { key, limit: 3, windowMs: 60_000, now }));

describe("throttling", () => {
	it("allows as many acts as the limit, then says how long to wait", async () => {
		for (let i = 0; i < 3; i++) expect((await act("a")).allowed).toBe(true);
		expect(await act("a", NOW + 20_000)).toEqual({ allowed: false, retryAfterSeconds: 40 });
		expect((await act("b")).allowed).toBe(true);
	});

	it("begins anew when the window has ended", async () => {
		for (let i = 0; i < 5; i++) await act("c");
		expect((await act("c", NOW + 60_000)).allowed).toBe(true);
	});

	it("counts every act of many at once", async () => {
		const verdicts = await Promise.all(Array.from({ length: 8 }, () => act("d")));
		expect(verdicts.filter((v) => v.allowed)).toHaveLength(3);
	});

	it("looks without counting, forgets on request and by age", async () => {
		for (let i = 0; i < 3; i++) await act("e");
		const look = () => transaction((tx) => standing(tx, { key: "e", limit: 3, now: NOW }));
		expect((await look()).allowed).toBe(false);
		await transaction((tx) => forgetActs(tx, "e"));
		expect((await look()).allowed).toBe(true);
		await transaction((tx) => forgetEndedWindows(tx, NOW + 3_600_000));
		expect(await db.select().from(throttles)).toHaveLength(0);
	});
});
