import { z } from "zod";
import type { Span } from "#app/access/giving.ts";
import type { roleMessages } from "#app/i18n/messages/roles.ts";

const text = z.string().trim().max(400).catch("");
/** What an agency's admin can give; the others are for system-admins. */
export const roles = ["agency-admin", "unit-head"] as const;
export const isGivable = (role: string): boolean => roles.some((one) => one === role);
const schema = z.discriminatedUnion("intent", [
	z.object({
		intent: z.literal("give"),
		identifier: text,
		role: z.enum(roles),
		unit: text,
		from: text,
		till: text,
		reason: text,
	}),
	z.object({
		intent: z.literal("lend"),
		grant: text,
		identifier: text,
		from: text,
		till: text,
		reason: text,
	}),
	z.object({ intent: z.literal("take"), grant: text, reason: text }),
	z.object({ intent: z.literal("end"), grant: text }),
	z.object({ intent: z.literal("act"), agency: text }),
]);
export type RoleForm = z.infer<typeof schema>;
export type Typed = Extract<RoleForm, { intent: "give" | "lend" }>;
export type TypedTake = Extract<RoleForm, { intent: "take" }>;
type Words = (typeof roleMessages)["id"];

export function parseRoleForm(form: FormData): RoleForm | null {
	return schema.safeParse(Object.fromEntries(form)).data ?? null;
}

// None of Indonesia's zones has summer time.
const offsets: Record<string, string> = {
	"Asia/Jakarta": "+07:00",
	"Asia/Makassar": "+08:00",
	"Asia/Jayapura": "+09:00",
};
const DAY = 86_400_000;

/** When an ISO day begins in the zone, UTC ms; null when there is no such day. */
function dayBegins(day: string, timeZone: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isDay(day)) return null;
	return Date.parse(`${day}T00:00:00${offsets[timeZone] ?? "+07:00"}`);
}
const isDay = (day: string): boolean => {
	const at = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** The time that two typed days stand for: from now on when there is no first, without end when there is no last. */
export function spanOf(
	{ from, till }: { from: string; till: string },
	timeZone: string,
	now: number,
): Span | null {
	const begins = from === "" ? now : dayBegins(from, timeZone);
	const last = till === "" ? null : dayBegins(till, timeZone);
	if (begins === null || (till !== "" && last === null)) return null;
	const span = { from: Math.max(now, begins), till: last === null ? null : last + DAY };
	return span.till === null || span.till > span.from ? span : null;
}

/** Letters of a reason, at least. */
export const REASON = 5;

/** What is missing or wrong in a typed gift or loan, by field. */
export function faultsOf(typed: Typed, span: Span | null, t: Words): Record<string, string> {
	const errors: Record<string, string> = {};
	if (!typed.identifier) errors[`${typed.intent}-identifier`] = t.needIdentifier;
	if (!span) errors[`${typed.intent}-till`] = t.badDay;
	else if (typed.intent === "lend" && span.till === null) errors["lend-till"] = t.needTill;
	if (typed.reason.length < REASON) errors[`${typed.intent}-reason`] = t.needReason;
	return errors;
}
