import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, asc, eq, gte, isNull, like } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.server.ts";
import { calendarDays } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { readFrameworkFile } from "../../catalog/frameworkFile.ts";
import { addDays } from "../assignments/days.ts";

export const dayKinds = ["holiday", "joint-leave", "other"] as const;
export type CalendarDay = { day: string; name: string; kind: (typeof dayKinds)[number]; source: string };

const fileFacts = z.strictObject({
	source: z.string().min(1),
	needsCheck: z.boolean(),
	days: z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1), kind: z.enum(dayKinds) })),
});

/** The days of content/framework/calendar. @throws FrameworkFileError naming file, line and field */
export function readCalendarFiles(): (CalendarDay & { needsCheck: boolean })[] {
	const folder = path.join(contentFolder(), "framework/calendar");
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : [];
	return files.sort().flatMap((name) => {
		const { days, ...facts } = readFrameworkFile(
			fileFacts,
			readFileSync(path.join(folder, name), "utf8"),
			name,
		);
		return days.map((day) => ({ ...day, ...facts }));
	});
}

/** Adds the days that are not known yet; what an admin changed or took out stays so. @returns how many are new */
export function* loadCalendar(
	tx: Tx,
	days: readonly (CalendarDay & { needsCheck: boolean })[],
	now: number,
): Body<number> {
	if (days.length === 0) return 0;
	const rows = days.map((day) => ({ ...day, changedAt: now }));
	const made = yield* run(
		tx.insert(calendarDays).values(rows).onConflictDoNothing().returning({ day: calendarDays.day }),
	);
	return made.length;
}

/** The days of a year. */
export async function calendarOf(year: string) {
	return db
		.select()
		.from(calendarDays)
		.where(and(like(calendarDays.day, `${year}-%`), isNull(calendarDays.removedAt)))
		.orderBy(asc(calendarDays.day));
}

/** The quiet days around an ISO day: as far as reminders of today can ask. */
export async function quietDaysAround(day: string): Promise<Set<string>> {
	const rows = await db
		.select({ day: calendarDays.day })
		.from(calendarDays)
		.where(and(gte(calendarDays.day, addDays(day, -120)), isNull(calendarDays.removedAt)));
	return new Set(rows.map((row) => row.day));
}

type Act = { actor: Actor; now: number };

/** Enters a day, or changes the one that is there; audited. */
export function* setCalendarDay(tx: Tx, { day, ...facts }: CalendarDay, act: Act): Body<void> {
	const set = { ...facts, needsCheck: false, changedAt: act.now, removedAt: null };
	yield* run(
		tx
			.insert(calendarDays)
			.values({ day, ...set })
			.onConflictDoUpdate({ target: calendarDays.day, set }),
	);
	yield* audit(tx, "calendar.set", day, { name: facts.name, kind: facts.kind, source: facts.source }, act);
}

/** Takes a day out; audited. @returns false when it is not there */
export function* removeCalendarDay(tx: Tx, day: string, act: Act): Body<boolean> {
	const there = and(eq(calendarDays.day, day), isNull(calendarDays.removedAt));
	const removed = yield* run(
		tx.update(calendarDays).set({ removedAt: act.now }).where(there).returning({ name: calendarDays.name }),
	);
	const [row] = removed;
	if (!row) return false;
	yield* audit(tx, "calendar.remove", day, { name: row.name }, act);
	return true;
}

function* audit(
	tx: Tx,
	action: string,
	day: string,
	detail: Record<string, string>,
	{ actor, now }: Act,
): Body<void> {
	yield* recordAudit(tx, {
		actor,
		action,
		subjectKind: "calendar-day",
		subjectId: day,
		detail,
		at: now,
	});
}
