import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "#app/access/viewer.server.ts";
import { answerFromForm } from "#app/assessment/answer.ts";
import { begin, give } from "#app/assessment/placement/placementActs.server.ts";
import { drawnOf, ownSitting } from "#app/assessment/placement/sittingRows.server.ts";
import type { Given } from "#app/assessment/placement/takePlacement.server.ts";
import { reading } from "#db/transaction.server.ts";

export const placementForm = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("begin") }),
	z.object({
		intent: z.enum(["answer", "unknown"]),
		sitting: z.string().min(1).max(40),
		position: z.coerce.number().int().min(1).max(1000),
	}),
]);
type Answering = Extract<z.infer<typeof placementForm>, { sitting: string }>;

/** Begins a sitting of the viewer, who has an agency. */
export function beginFor(viewer: Viewer, agencyId: string, now: number) {
	const { personId, unitId } = viewer;
	return begin({ personId, agencyId, unitId, seed: randomInt(2 ** 31), now });
}

/** Takes the form of one item; `nothing` when it holds no answer. */
export async function answerWith(
	form: FormData,
	{ intent, sitting: sittingId, position }: Answering,
	personId: string,
	now: number,
): Promise<Given | { kind: "nothing" }> {
	const own = await reading((tx) => ownSitting(tx, sittingId, personId));
	if (!own) return { kind: "unknown" };
	const drawn = (await reading((tx) => drawnOf(tx, sittingId))).find((one) => one.position === position);
	if (!drawn) return { kind: "not-drawn" };
	const value = intent === "unknown" ? null : (answerFromForm(drawn.item, form, `q${position}`) ?? null);
	if (value === null && intent === "answer" && drawn.milliPoints === null) return { kind: "nothing" };
	return give({ sittingId, personId, position, value, now });
}
