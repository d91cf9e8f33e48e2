import { eq } from "drizzle-orm";
import { people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Language } from "../i18n/language.ts";

/** The language that the person wants to read. */
export function* setLanguage(tx: Tx, personId: string, language: Language): Body<void> {
	yield* run(tx.update(people).set({ language }).where(eq(people.id, personId)));
}
