import { z } from "zod";
import { MOST_MINUTES } from "#app/certification/examinerLimits.ts";

const kinds = ["time", "reopen", "void", "unseat"] as const;
export type ActKind = (typeof kinds)[number];

const schema = z.object({
	kind: z.enum(kinds),
	reason: z.string().trim().min(10).max(500),
	minutes: z.coerce.number().int().min(1).max(MOST_MINUTES),
	target: z.string().min(1).max(40),
	people: z.array(z.string().min(1).max(40)).max(500),
});

export type TypedAct = { reason: string; minutes: string; target: string; people: string[] };
type Wrong = "reason" | "minutes" | "target";
/** "selected", "all", or the id of a room. */
export type AskedAct = { kind: ActKind; reason: string; minutes: number; target: string; people: string[] };
export type ReadAct =
	| { ok: true; act: AskedAct; typed: TypedAct }
	| { ok: false; wrong: Wrong[]; typed: TypedAct };

/** An act on people of a session: always with a reason, time only where it is given; null: none of our forms. */
export function readAct(form: FormData): ReadAct | null {
	const kind = schema.shape.kind.safeParse(form.get("kind"));
	const people = schema.shape.people.safeParse(form.getAll("people").map(String));
	if (!kind.success || !people.success) return null;
	const text = (name: string) => String(form.get(name) ?? "").slice(0, 1000);
	const typed = {
		reason: text("reason"),
		minutes: text("minutes"),
		target: text("target"),
		people: people.data,
	};
	const reason = schema.shape.reason.safeParse(typed.reason);
	const minutes = schema.shape.minutes.safeParse(typed.minutes.trim() || undefined);
	const needsTime = kind.data === "time" || kind.data === "reopen";
	const target = schema.shape.target.safeParse(typed.target);
	const hasTarget = target.success && (target.data !== "selected" || people.data.length > 0);
	const wrong: Wrong[] = [
		...(hasTarget ? [] : (["target"] as const)),
		...(needsTime && !minutes.success ? (["minutes"] as const) : []),
		...(reason.success ? [] : (["reason"] as const)),
	];
	if (wrong.length > 0 || !reason.success || !target.success) return { ok: false, wrong, typed };
	const act = { kind: kind.data, reason: reason.data, target: target.data, people: people.data };
	return { ok: true, act: { ...act, minutes: needsTime ? (minutes.data ?? 0) : 0 }, typed };
}
