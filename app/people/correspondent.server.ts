import { and, eq, isNull } from "drizzle-orm";
import { identifiers, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Language } from "../i18n/language.ts";
import { hasBegun } from "./present.server.ts";

/** A person as one writes to them; `email` is null when they have none. */
export type Correspondent = { personId: string; name: string; lang: Language; email: string | null };

/** How to write to a person; null when there is no such person, or they have died. */
export function* correspondentOf(tx: Tx, personId: string): Body<Correspondent | null> {
	const address = and(
		eq(identifiers.personId, people.id),
		eq(identifiers.kind, "EMAIL"),
		isNull(identifiers.validTo),
		hasBegun(identifiers.beginRunId),
	);
	const [row] = yield* run(
		tx
			.select({ name: people.name, lang: people.language, email: identifiers.value })
			.from(people)
			.leftJoin(identifiers, address)
			.where(and(eq(people.id, personId), isNull(people.diedAt)))
			.limit(1),
	);
	return row ? { personId, ...row } : null;
}
