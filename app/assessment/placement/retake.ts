import type { PlacementPolicy } from "./policy.ts";

const DAY = 86_400_000;

export type PastSitting = {
	id: string;
	number: number;
	state: "open" | "finished" | "left";
	lastAt: number;
	finishedAt: number | null;
};
/** Whether a sitting may begin now, goes on, or when it may begin again. */
export type PlacementEntry =
	| { kind: "open"; sittingId: string }
	| { kind: "may-start"; number: number }
	| { kind: "wait"; until: number };

/** Applies the policy to a person's sittings: one that was left too long is over and does not make them wait. */
export function placementEntry(
	past: readonly PastSitting[],
	policy: Pick<PlacementPolicy, "retakeAfterDays" | "openDays">,
	now: number,
): PlacementEntry {
	const open = past.find(({ state, lastAt }) => state === "open" && now - lastAt <= policy.openDays * DAY);
	if (open) return { kind: "open", sittingId: open.id };
	const last = Math.max(...past.map(({ finishedAt }) => finishedAt ?? Number.NEGATIVE_INFINITY));
	const until = last + policy.retakeAfterDays * DAY;
	if (now < until) return { kind: "wait", until };
	return { kind: "may-start", number: Math.max(0, ...past.map(({ number }) => number)) + 1 };
}
