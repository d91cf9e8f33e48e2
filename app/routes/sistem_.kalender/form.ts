import type { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { isDay } from "#app/learning/assignments/days.ts";

export const dayKinds = ["holiday", "joint-leave", "other"] as const;
type Words = (typeof reminderMessages)["id"];
export type TypedDay = { day: string; name: string; kind: (typeof dayKinds)[number]; source: string };

/** A typed day of the calendar, and what is wrong with it by field. */
export function parseDay(form: FormData, t: Words): { typed: TypedDay; errors: Record<string, string> } {
	const text = (name: string) =>
		String(form.get(name) ?? "")
			.slice(0, 400)
			.replace(/\s+/g, " ")
			.trim();
	const kind = dayKinds.find((one) => one === form.get("kind")) ?? "holiday";
	const typed = { day: text("day"), name: text("name"), kind, source: text("source") };
	const errors: Record<string, string> = {};
	if (!isDay(typed.day)) errors.day = t.badDay;
	if (!typed.name || typed.name.length > 120) errors.name = t.badName;
	if (!typed.source || typed.source.length > 200) errors.source = t.badSource;
	return { typed, errors };
}
