import { z } from "zod";
import {
	applyRepair,
	discardRepair,
	type RepairOutcome,
	undoRepair,
} from "#app/certification/repairActs.server.ts";
import { transaction } from "#db/transaction.server.ts";

const intents = z.enum(["apply", "discard", "undo"]);
const reason = z.string().trim().min(10).max(500);
export type RepairAct = { intent: z.infer<typeof intents>; reason: string | null; typed: string };

/** What the examiner asks for; an undoing needs its reason. null: nothing that the page sends. */
export function readAct(form: FormData): RepairAct | null {
	const intent = intents.safeParse(form.get("intent"));
	if (!intent.success) return null;
	const typed = String(form.get("reason") ?? "").slice(0, 1000);
	const given = reason.safeParse(typed);
	return { intent: intent.data, reason: given.success ? given.data : null, typed };
}

export function doAct(
	{ intent, reason }: RepairAct,
	act: Parameters<typeof applyRepair>[1],
): Promise<RepairOutcome> {
	switch (intent) {
		case "apply":
			return transaction((tx) => applyRepair(tx, act));
		case "discard":
			return transaction((tx) => discardRepair(tx, act));
		case "undo":
			return transaction((tx) => undoRepair(tx, { ...act, reason: reason ?? "" }));
	}
}
