import type { AttemptState } from "#db/schema/assessment.ts";
import type { ExamRules } from "#db/schema/catalog.ts";

const HOUR = 3_600_000;

export type Past = {
	number: number;
	state: AttemptState;
	submittedAt: number | null;
	passed: number | null;
};

/** Whether another attempt may begin now, or why and until when not. */
export type Entry =
	| { kind: "may-start"; number: number; left: number }
	| { kind: "open" }
	| { kind: "passed" }
	/** The last one waits for its marks. */
	| { kind: "marking" }
	| { kind: "wait"; until: number }
	| { kind: "used-up" }
	/** The banks cannot fill the blueprint any more. */
	| { kind: "too-few-items" };

/** Applies a course's rules on attempts and waiting time to the attempts so far; a void one uses nothing up. */
export function entryTo(
	rules: Pick<ExamRules, "attempts" | "waitHours">,
	past: readonly Past[],
	now: number,
): Entry {
	const valid = past.filter(({ state }) => state !== "void");
	if (valid.some(({ passed }) => passed === 1)) return { kind: "passed" };
	if (valid.some(({ state }) => state === "open")) return { kind: "open" };
	if (valid.some(({ state, passed }) => state === "submitted" && passed === null)) return { kind: "marking" };
	if (valid.length >= rules.attempts) return { kind: "used-up" };
	const last = Math.max(0, ...valid.map(({ submittedAt }) => submittedAt ?? 0));
	const until = last + rules.waitHours * HOUR;
	if (last > 0 && now < until) return { kind: "wait", until };
	return { kind: "may-start", number: past.length + 1, left: rules.attempts - valid.length };
}
