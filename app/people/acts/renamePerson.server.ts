import { and, eq } from "drizzle-orm";
import { memberships, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { sortKeyOf } from "../names.ts";
import { isPresent } from "../present.server.ts";
import { addTokens, dropTokens } from "../roster/tokens.server.ts";

export type Names = { name: string; titleBefore: string; titleAfter: string };

/** Corrects a person's name and titles, and makes them found by it. @returns what they were */
export function* renamePerson(tx: Tx, personId: string, names: Names): Body<Names> {
	const [person] = yield* run(tx.select().from(people).where(eq(people.id, personId)));
	const sortKey = sortKeyOf(names.name);
	yield* run(
		tx
			.update(people)
			.set({ ...names, sortKey })
			.where(eq(people.id, personId)),
	);
	const present = and(eq(memberships.personId, personId), isPresent());
	const posts = yield* run(tx.update(memberships).set({ sortKey }).where(present).returning());
	const places = posts.map(({ agencyId }) => ({ agencyId, personId, name: names.name }));
	yield* dropTokens(tx, places);
	yield* addTokens(tx, places);
	const { name = "", titleBefore = "", titleAfter = "" } = person ?? {};
	return { name, titleBefore, titleAfter };
}
