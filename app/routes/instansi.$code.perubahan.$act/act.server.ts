import { z } from "zod";
import {
	applyReorganisation,
	type By,
	discardReorganisation,
	type Outcome,
	undoReorganisation,
} from "#app/records/reorganisation/acts.server.ts";
import { transaction } from "#db/transaction.server.ts";

const intents = z.enum(["apply", "discard", "undo"]);
const reason = z.string().trim().min(10).max(500);
export type Asked = { intent: z.infer<typeof intents>; reason: string | null; typed: string };

/** What is asked for; an undoing needs its reason. null: nothing that the page sends. */
export function readAct(form: FormData): Asked | null {
	const intent = intents.safeParse(form.get("intent"));
	if (!intent.success) return null;
	const typed = String(form.get("reason") ?? "").slice(0, 1000);
	const given = reason.safeParse(typed);
	return { intent: intent.data, reason: given.success ? given.data : null, typed };
}

export function doAct({ intent, reason }: Asked, act: By & { id: string }): Promise<Outcome> {
	switch (intent) {
		case "apply":
			return transaction((tx) => applyReorganisation(tx, act));
		case "discard":
			return transaction((tx) => discardReorganisation(tx, act));
		case "undo":
			return transaction((tx) => undoReorganisation(tx, { ...act, reason: reason ?? "" }));
	}
}
