import { competenceName } from "#app/catalog/framework.server.ts";
import {
	type ActOutcome,
	decideLate,
	giveTime,
	reopenAttempt,
	voidAttempt,
} from "#app/certification/examinerActs.server.ts";
import { transaction } from "#db/transaction.server.ts";
import type { Intent } from "./form.ts";

type Act = Omit<Parameters<typeof giveTime>[1], "minutes">;

/** Does what the examiner asked for. */
export function doAct(intent: Intent, act: Act, minutes: number): Promise<ActOutcome> {
	switch (intent) {
		case "time":
			return transaction((tx) => giveTime(tx, { ...act, minutes }));
		case "reopen":
			return transaction((tx) => reopenAttempt(tx, { ...act, minutes }));
		case "void":
			return transaction((tx) => voidAttempt(tx, act));
		default:
			return transaction((tx) => decideLate(tx, { ...act, counts: intent === "count", competenceName }));
	}
}
