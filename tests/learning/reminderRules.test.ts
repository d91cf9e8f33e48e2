import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#app/learning/assignments/days.ts";
import { readCalendarFiles } from "#app/learning/reminders/calendar.server.ts";
import { digestParagraphs, digestSubject } from "#app/learning/reminders/digestText.ts";
import { escapeText, foldLine, icsOf } from "#app/learning/reminders/ics.ts";
import { reminderPolicyAt } from "#app/learning/reminders/policy.server.ts";
import { parseReminderPolicy } from "#app/learning/reminders/reminderPolicy.ts";
import { nextLook, quietDays, stagesOf, stageToday, tellingDay } from "#app/learning/reminders/stages.ts";
import { superiorsOf } from "#app/learning/reminders/superior.ts";

const policy = { before: [14, 7, 1], after: [1, 7, 14] };
const never = () => false;
const weekends = quietDays([6, 7], new Set());
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays("2026-01-01", n));
const calendar = fc.uniqueArray(day, { maxLength: 300 }).map((days) => quietDays([6, 7], new Set(days)));

describe("a reminder", () => {
	it("comes 14, 7 and 1 days before and after the deadline", () => {
		const told = Array.from({ length: 60 }, (_, n) => addDays("2026-11-15", n)).filter((today) =>
			tellingDays("2026-12-08").includes(today),
		);
		expect(told).toEqual([
			"2026-11-24",
			"2026-12-01",
			"2026-12-07",
			"2026-12-09",
			"2026-12-15",
			"2026-12-22",
		]);
	});
	const tellingDays = (due: string) => stagesOf(policy).map((stage) => tellingDay(due, stage, never));

	it("of a quiet day moves to the working day before it, and after the deadline to the one behind", () => {
		// 6 December 2026 is a Sunday.
		expect(tellingDay("2026-12-07", -1, weekends)).toBe("2026-12-04");
		expect(tellingDay("2026-12-05", 1, weekends)).toBe("2026-12-07");
		const holidays = quietDays([6, 7], new Set(["2026-12-24", "2026-12-25"]));
		expect(tellingDay("2026-12-28", -1, holidays)).toBe("2026-12-23");
	});

	it("each stage is told once, in order, never on a quiet day, whatever days the job runs on", () => {
		const runs = fc.uniqueArray(fc.integer({ min: -40, max: 60 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(day, runs, calendar, (dueDay, offsets, isQuiet) => {
				let reminded: number | null = null;
				const told: number[] = [];
				for (const offset of [...offsets].sort((a, b) => a - b)) {
					const today = addDays(dueDay, offset);
					// The job may run twice a day.
					for (const _ of [1, 2]) {
						const stage = stageToday({ dueDay, reminded }, today, policy, isQuiet);
						if (stage === null) continue;
						expect(isQuiet(today)).toBe(false);
						expect(tellingDay(dueDay, stage, isQuiet) <= today).toBe(true);
						told.push(stage);
						reminded = stage;
					}
				}
				expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
			}),
		);
	});

	it("is never missed by looking only on the days that nextLook names", () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -30, max: 5 }), calendar, (dueDay, begin, isQuiet) => {
				const every = (looks: (today: string, at: string | null) => boolean) => {
					const told: string[] = [];
					let reminded: number | null = null;
					let next: string | null = addDays(dueDay, begin);
					for (let n = begin; n < 90; n++) {
						const today = addDays(dueDay, n);
						if (!looks(today, next)) continue;
						const stage = stageToday({ dueDay, reminded }, today, policy, isQuiet);
						if (stage !== null) {
							told.push(`${today} ${stage}`);
							reminded = stage;
						}
						next = nextLook({ dueDay, reminded }, today, policy, isQuiet);
						if (next !== null) expect(next > today).toBe(true);
					}
					return told;
				};
				expect(every((today, next) => next !== null && next <= today)).toEqual(every(() => true));
			}),
		);
	});

	it("that was missed is told by its latest stage only", () => {
		expect(stageToday({ dueDay: "2026-12-08", reminded: null }, "2026-12-03", policy, never)).toBe(-7);
		expect(stageToday({ dueDay: "2026-12-08", reminded: -7 }, "2026-12-03", policy, never)).toBeNull();
		expect(nextLook({ dueDay: "2026-12-08", reminded: 14 }, "2026-12-30", policy, never)).toBeNull();
	});
});

describe("the rules and the calendar", () => {
	it("are sound where the project keeps them, and say that they wait for a decision", () => {
		const kept = reminderPolicyAt(Date.parse("2026-11-25T03:00:00Z"));
		expect(kept).toMatchObject({ before: [14, 7, 1], after: [1, 7, 14], quietWeekdays: [6, 7] });
		expect(kept.needsCheck).not.toBe("");
		const days = readCalendarFiles();
		expect(days.every(({ needsCheck, source }) => needsCheck && source)).toBe(true);
		expect(new Set(days.map((one) => one.day)).size).toBe(days.length);
	});

	it.each([
		["before: [0]", /baris 2: before/],
		["before: [7]\nsuperiorAfter: [3]", /superiorAfter/],
		["before: [7]\nfromHour: 24", /fromHour/],
	])("refuse %s", (changed, message) => {
		const base: Record<string, string> = {
			after: "[1]",
			superiorAfter: "[1]",
			quietWeekdays: "[6]",
			fromHour: "7",
			basis: "Uji",
			confidence: "assumed",
			needsCheck: "Uji",
		};
		const own = changed.split("\n").map((line) => line.split(":")[0]);
		const rest = Object.entries(base).filter(([name]) => !own.includes(name));
		const text = `validFrom: 2026-01-01\n${changed}\n${rest.map(([name, value]) => `${name}: ${value}`).join("\n")}\n`;
		expect(() => parseReminderPolicy(text, "reminders.yaml")).toThrow(message);
	});
});

describe("the superior", () => {
	const units = new Map(
		[
			{ id: "dinas", parentId: null },
			{ id: "bidang", parentId: "dinas" },
			{ id: "seksi", parentId: "bidang" },
		].map((unit) => [unit.id, unit]),
	);
	const heads = [
		{ personId: "kabid", unitId: "bidang" },
		{ personId: "kadis", unitId: "dinas" },
		{ personId: "sekda", unitId: null },
	];
	it.each([
		["staf", "seksi", ["kabid"]],
		["kabid", "bidang", ["kadis"]],
		["kadis", "dinas", ["sekda"]],
		["sekda", null, []],
		["orang", "unit-lain", ["sekda"]],
	])("of %s in %s is %o", (personId, unitId, expected) => {
		expect(superiorsOf({ personId, unitId }, units, heads)).toEqual(expected);
	});

	it("is found in a tree that loops too", () => {
		const loop = new Map([
			["a", { id: "a", parentId: "b" }],
			["b", { id: "b", parentId: "a" }],
		]);
		expect(superiorsOf({ personId: "p", unitId: "a" }, loop, [])).toEqual([]);
	});
});

describe("an iCalendar", () => {
	const facts = { lang: "id" as const, origin: "https://cakap.contoh.go.id", now: Date.UTC(2026, 10, 25) };
	const entry = { assignmentId: "0190", title: "Aman, tertib; \\ baru\nlagi", dueDay: "2026-12-08" };

	it("names each deadline in UTC by the zone of the person, its text escaped", () => {
		const text = icsOf([entry], { ...facts, timeZone: "Asia/Jayapura" });
		expect(text).toContain("DTEND:20261208T145959Z\r\n");
		expect(text).toContain("SUMMARY:Tenggat: Aman\\, tertib\\; \\\\ baru\\nlagi\r\n");
		expect(text).toContain("UID:0190@cakap.contoh.go.id\r\n");
		expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
	});

	it("has no line above 75 octets, no bare line end, and unfolds to what was folded", () => {
		const text = fc.string({
			unit: fc.constantFrom("a", "é", "漢", "😀", ",", ";", "\\", "\n", "\r", "\u0000"),
			maxLength: 300,
		});
		fc.assert(
			fc.property(text, (title) => {
				const ics = icsOf([{ ...entry, title }], { ...facts, timeZone: "Asia/Jakarta" });
				const lines = ics.split("\r\n");
				expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n\0]/.test(line))).toBe(true);
				const unfolded = ics.replaceAll("\r\n ", "").split("\r\n");
				expect(unfolded).toContain(`SUMMARY:${escapeText(`Tenggat: ${title}`)}`);
				expect(foldLine(title).replaceAll("\r\n ", "")).toBe(title);
			}),
		);
	});
});

describe("a digest", () => {
	const line = (title: string, dueDay: string) => ({
		title,
		dueDay,
		daysLeft: daysBetween("2026-12-01", dueDay),
	});
	it("names one thing in its subject, counts several, and never says more than thirty", () => {
		const one = { own: [line("Keamanan", "2026-12-08")], below: [] };
		expect(digestSubject("id", one)).toBe("Keamanan: 7 hari lagi");
		const many = { own: Array.from({ length: 40 }, (_, n) => line(`Tugas ${n}`, "2026-11-30")), below: [] };
		expect(digestSubject("id", many)).toBe("40 tugas belajar menunggu Anda");
		const [text = ""] = digestParagraphs("id", many, "https://x");
		expect(text.split("\n")).toHaveLength(32);
		expect(text).toContain("lewat 1 hari");
		expect(text).toContain("dan 10 lainnya");
	});

	it("to a superior names who is late with what", () => {
		const below = [{ ...line("Keamanan", "2026-11-24"), name: "Sari" }];
		expect(digestSubject("en", { own: [], below })).toBe("1 deadlines of people in your unit are over");
		expect(digestParagraphs("id", { own: [], below }, "https://x")).toEqual([
			"Pegawai unit Anda yang belum menyelesaikan tugas belajarnya sampai tenggat:\n- Sari: Keamanan, lewat 7 hari",
		]);
	});
});
