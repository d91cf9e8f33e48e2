import { z } from "zod";
import { MOST_MINUTES } from "#app/certification/examinerLimits.ts";

const intents = ["time", "reopen", "void", "count", "leave"] as const;
export type Intent = (typeof intents)[number];
const schema = z.object({
	intent: z.enum(intents),
	reason: z.string().trim().min(10).max(500),
});
const minutes = z.coerce.number().int().min(1).max(MOST_MINUTES);

type Typed = { reason: string; minutes: string };
export type ActForm =
	| { ok: true; intent: Intent; reason: string; minutes: number }
	| { ok: false; wrong: ("reason" | "minutes")[]; typed: Typed };

/** An examiner's act: always with a reason; time only where it is given. */
export function readAct(form: FormData): ActForm | null {
	const intent = schema.shape.intent.safeParse(form.get("intent"));
	if (!intent.success) return null;
	const typed = { reason: String(form.get("reason") ?? ""), minutes: String(form.get("minutes") ?? "") };
	const reason = schema.shape.reason.safeParse(typed.reason);
	const needsTime = intent.data === "time" || intent.data === "reopen";
	const time = minutes.safeParse(typed.minutes.trim() || undefined);
	const wrong = [
		...(reason.success ? [] : (["reason"] as const)),
		...(needsTime && !time.success ? (["minutes"] as const) : []),
	];
	if (!reason.success || wrong.length > 0)
		return {
			ok: false,
			wrong,
			typed: { reason: typed.reason.slice(0, 1000), minutes: typed.minutes.slice(0, 20) },
		};
	return { ok: true, intent: intent.data, reason: reason.data, minutes: time.data ?? 0 };
}
