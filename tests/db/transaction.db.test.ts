import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { settings } from "#db/schema/index.ts";
import { run, transaction } from "#db/transaction.server.ts";

const stored = async (name: string) =>
	(await db.select().from(settings).where(eq(settings.name, name)))[0]?.value;

describe("transaction", () => {
	it("gives the rows of each statement to the body and its result to the caller", async () => {
		const value = await transaction(function* (tx) {
			const [row] = yield* run(tx.insert(settings).values({ name: "a", value: "1" }).returning());
			return row?.value;
		});
		expect(value).toBe("1");
		expect(await stored("a")).toBe("1");
	});

	it("leaves nothing behind when the body throws, and its neighbours whole", async () => {
		const write = (name: string, fail: boolean) =>
			transaction(function* (tx) {
				yield* run(tx.insert(settings).values({ name, value: "x" }));
				if (fail) throw new Error("no");
			});
		const outcomes = await Promise.allSettled([write("n1", false), write("n2", true), write("n3", false)]);
		expect(outcomes.map((o) => o.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
		expect([await stored("n1"), await stored("n2"), await stored("n3")]).toEqual(["x", undefined, "x"]);
	});

	it("does not let a body swallow a statement's error and go on", async () => {
		await transaction(function* (tx) {
			yield* run(tx.insert(settings).values({ name: "dup", value: "1" }));
		});
		const failing = transaction(function* (tx) {
			yield* run(tx.insert(settings).values({ name: "before", value: "1" }));
			try {
				yield* run(tx.insert(settings).values({ name: "dup", value: "2" }));
			} catch {
				yield* run(tx.insert(settings).values({ name: "after", value: "1" }));
			}
		});
		const error = await failing.catch((e: unknown) => e);
		expect(isUniqueViolation(error)).toBe(true);
		expect(await stored("before")).toBeUndefined();
		expect(await stored("after")).toBeUndefined();
	});

	it("loses no increment among 20, ten at a time", async () => {
		await db.insert(settings).values({ name: "count", value: "0" });
		const increment = () =>
			transaction(function* (tx) {
				const [row] = yield* run(tx.select().from(settings).where(eq(settings.name, "count")));
				yield* run(
					tx
						.update(settings)
						.set({ value: String(Number(row?.value) + 1) })
						.where(eq(settings.name, "count")),
				);
			});
		await Promise.all(Array.from({ length: 10 }, increment));
		await Promise.all(Array.from({ length: 10 }, increment));
		expect(await stored("count")).toBe("20");
	});

	it("sorts keys bytewise on both databases", async () => {
		const names = ["k-b", "k-B", "k-a", "k-ä", "k-_"];
		await db.insert(settings).values(names.map((name) => ({ name, value: "sort" })));
		const rows = await db
			.select({ name: settings.name })
			.from(settings)
			.where(sql`${settings.value} = 'sort'`)
			.orderBy(settings.name);
		expect(rows.map((r) => r.name)).toEqual(["k-B", "k-_", "k-a", "k-b", "k-ä"]);
	});
});
