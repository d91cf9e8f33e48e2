import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withUnitsBelow } from "#app/agencies/subtree.ts";
import { assignRooms } from "#app/assessment/assignRooms.ts";
import { countsOf, seatStates, sumOf } from "#app/assessment/seatState.ts";
import { entryWithSeat } from "#app/assessment/sessionEntry.ts";
import {
	instantOf,
	localOf,
	overlaps,
	phaseOf,
	readWindow,
	sessionZones,
} from "#app/assessment/sessionWindow.ts";
import { previewOf } from "#app/certification/roomActRules.ts";
import { identifierLines } from "#app/people/identifierLines.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 3);
const zone = fc.constantFrom(...sessionZones);
const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("a session's window", () => {
	it("is the clock of its zone, as the zone database has it", () => {
		fc.assert(
			fc.property(moment, zone, (at, timeZone) => {
				const local = localOf(at, timeZone);
				expect(instantOf(local, timeZone)).toBe(at - (at % 60_000));
				const shown = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone });
				expect(shown.format(at)).toBe(local.replace("T", " "));
			}),
		);
	});

	it("refuses what is no time, closes first, is over, or lasts too long", () => {
		const read = (opens: string, closes: string) => readWindow(opens, closes, "Asia/Jakarta", NOW);
		expect(read("2026-11-25T08:00", "2026-11-25T10:00")).toEqual({
			ok: true,
			window: { opensAt: Date.UTC(2026, 10, 25, 1), closesAt: Date.UTC(2026, 10, 25, 3) },
		});
		const problems = [
			["", "2026-11-25T10:00", "opens", "not-a-time"],
			["2026-11-25T08:00", "2026-04-31T10:00", "closes", "not-a-time"],
			["2026-11-25T24:30", "2026-11-26T10:00", "opens", "not-a-time"],
			["2026-11-25T10:00", "2026-11-25T10:00", "closes", "closes-first"],
			["2026-11-23T08:00", "2026-11-23T10:00", "closes", "past"],
			["2026-11-25T08:00", "2026-12-25T10:00", "closes", "too-long"],
		] as const;
		for (const [opens, closes, field, problem] of problems)
			expect(read(opens, closes)).toEqual({ ok: false, field, problem });
	});

	it("overlaps both ways or not at all, and never its neighbour", () => {
		const some = fc.tuple(moment, fc.integer({ min: 1, max: HOUR })).map(([opensAt, ms]) => ({
			opensAt,
			closesAt: opensAt + ms,
		}));
		fc.assert(
			fc.property(some, some, (a, b) => {
				expect(overlaps(a, b)).toBe(overlaps(b, a));
				expect(overlaps(a, a)).toBe(true);
				expect(overlaps(a, { opensAt: a.closesAt, closesAt: a.closesAt + 1 })).toBe(false);
			}),
		);
	});

	it("is open from its first millisecond until its closing, unless cancelled", () => {
		const session = { opensAt: NOW, closesAt: NOW + HOUR, cancelledAt: null };
		expect([NOW - 1, NOW, NOW + HOUR - 1, NOW + HOUR].map((at) => phaseOf(session, at))).toEqual([
			"upcoming",
			"open",
			"open",
			"over",
		]);
		expect(phaseOf({ ...session, cancelledAt: NOW }, NOW)).toBe("cancelled");
	});
});

describe("who has a seat", () => {
	const rules = { attempts: 2, waitHours: 24 };
	const seat = {
		sessionId: "s",
		title: "Pagi",
		room: "1",
		opensAt: NOW,
		closesAt: NOW + HOUR,
		timeZone: "Asia/Jakarta",
		extraMinutes: 0,
	};
	const failed = { number: 1, state: "submitted" as const, submittedAt: NOW - HOUR, passed: 0 };

	it("begins in the window, not before, and need not wait since the last attempt", () => {
		expect(entryWithSeat(rules, [], seat, NOW - 1)).toEqual({ kind: "session-later", opensAt: NOW });
		expect(entryWithSeat(rules, [failed], seat, NOW)).toEqual({ kind: "may-start", number: 2, left: 1 });
		expect(entryWithSeat(rules, [failed], null, NOW).kind).toBe("wait");
	});

	it("has no attempt more than the course allows, and none after passing", () => {
		const second = { ...failed, number: 2 };
		expect(entryWithSeat(rules, [failed, second], seat, NOW).kind).toBe("used-up");
		expect(entryWithSeat(rules, [{ ...failed, passed: 1 }], seat, NOW).kind).toBe("passed");
	});
});

describe("assigning rooms", () => {
	const sitters = fc.uniqueArray(
		fc.record({
			personId: fc.uuid(),
			unitId: fc.constantFrom("a", "b", "c", null),
			sortKey: fc.constantFrom("ani", "budi", "citra"),
		}),
		{ selector: ({ personId }) => personId, maxLength: 60 },
	);
	const rooms = fc
		.integer({ min: 1, max: 7 })
		.map((n) => Array.from({ length: n }, (_, i) => ({ roomId: `r${i}`, seated: 0 })));

	it("gives each exactly one room: evenly within one, or each unit together", () => {
		fc.assert(
			fc.property(sitters, rooms, (people, loads) => {
				const even = assignRooms(people, loads, "even");
				const sizes = loads.map(({ roomId }) => [...even.values()].filter((one) => one === roomId).length);
				expect(even.size).toBe(people.length);
				expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
				const together = assignRooms(people, loads, "units");
				for (const unit of new Set(people.map(({ unitId }) => unitId))) {
					const own = people.filter(({ unitId }) => unitId === unit);
					expect(new Set(own.map(({ personId }) => together.get(personId))).size).toBe(1);
				}
			}),
		);
	});

	it("fills up the rooms that have fewer, and needs one", () => {
		const loads = [
			{ roomId: "full", seated: 9 },
			{ roomId: "empty", seated: 0 },
		];
		const one = [{ personId: "p", unitId: null, sortKey: "p" }];
		expect(assignRooms(one, loads, "even").get("p")).toBe("empty");
		expect(() => assignRooms(one, [], "even")).toThrow(RangeError);
	});
});

it("takes the units below the chosen ones along, and no unknown one", () => {
	const units = [
		{ id: "leaf", parentId: "branch" },
		{ id: "root", parentId: null },
		{ id: "branch", parentId: "root" },
		{ id: "other", parentId: null },
	];
	expect(withUnitsBelow(units, ["root", "tidak-ada"]).sort()).toEqual(["branch", "leaf", "root"]);
	expect(withUnitsBelow(units, ["branch"]).sort()).toEqual(["branch", "leaf"]);
});

it("reads 10,000 pasted lines, each with its number, and names those that are none", () => {
	const good = Array.from(
		{ length: 10_000 },
		(_, n) => `19900101 201501 1 ${String(n % 1000).padStart(3, "0")}\tNama`,
	);
	const read = identifierLines([...good, "", "123", "Sari@Contoh.go.id", "1,99E+17"].join("\r\n"));
	expect(read).toHaveLength(10_003);
	expect(read[0]).toMatchObject({ line: 1, value: "199001012015011000" });
	expect(read.slice(-3)).toEqual([
		{ line: 10_002, typed: "123", value: null },
		{ line: 10_003, typed: "Sari@Contoh.go.id", value: "sari@contoh.go.id" },
		{ line: 10_004, typed: "1,99E+17", value: null },
	]);
});

it("previews an act: who is met and who is left are everybody", () => {
	const { all } = countsOf(seatStates.map((state, n) => ({ roomId: "r", state, n: n + 1 })));
	for (const act of ["time", "reopen", "void"] as const) {
		const { meets, leaves } = previewOf(act, all);
		expect(meets + leaves).toBe(sumOf(all));
	}
	expect(previewOf("reopen", all).meets).toBe(all.submitted);
	expect(previewOf("time", all).meets).toBe(1 + 2 + 3 + 4 + 5);
});
