import { and, asc, count, eq, exists, gt, inArray, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { accountKeys, credentials, identifiers, memberships, people, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { postsWithin } from "../people/colleague.server.ts";
import { hasBegun } from "../people/present.server.ts";

/** Who is looked for: those of the scope, of some of its units (null: of all), who have no account. */
export type Among = { scope: AgencyScope | null; unitIds: readonly string[] | null; now: number };

const withoutAccount = () =>
	notExists(
		db.select({ one: sql`1` }).from(credentials).where(eq(credentials.personId, memberships.personId)),
	);
const withAddress = () =>
	exists(
		db
			.select({ one: sql`1` })
			.from(identifiers)
			.where(
				and(
					eq(identifiers.personId, memberships.personId),
					eq(identifiers.kind, "EMAIL"),
					isNull(identifiers.validTo),
					hasBegun(identifiers.beginRunId),
				),
			),
	);
const invited = (now: number) =>
	exists(
		db
			.select({ one: sql`1` })
			.from(accountKeys)
			.where(
				and(
					eq(accountKeys.personId, memberships.personId),
					inArray(accountKeys.channel, ["mail", "letter", "voice"]),
					isNull(accountKeys.endedAt),
					gt(accountKeys.expiresAt, now),
				),
			),
	);

function among({ scope, unitIds }: Among): SQL | undefined | null {
	const within = scope && postsWithin(scope);
	if (!within) return null;
	return and(within, unitIds ? inArray(memberships.unitId, [...unitIds]) : undefined, withoutAccount());
}

/** How many have no account: by mail or by letter, invited already or not. */
export type InviteeCounts = { mail: number; letter: number; mailInvited: number; letterInvited: number };

export async function countInvitees(look: Among): Promise<InviteeCounts> {
	const counts: InviteeCounts = { mail: 0, letter: 0, mailInvited: 0, letterInvited: 0 };
	const those = among(look);
	if (!those) return counts;
	const flag = (condition: SQL) => sql<number>`case when ${condition} then 1 else 0 end`;
	const each = db
		.select({
			byMail: flag(withAddress()).as("by_mail"),
			isInvited: flag(invited(look.now)).as("is_invited"),
		})
		.from(memberships)
		.where(those)
		.as("each");
	const rows = await db
		.select({ byMail: each.byMail, isInvited: each.isInvited, n: count() })
		.from(each)
		.groupBy(each.byMail, each.isInvited);
	for (const { byMail, isInvited, n } of rows) {
		const way = Number(byMail) ? "mail" : "letter";
		counts[Number(isInvited) ? (`${way}Invited` as const) : way] = n;
	}
	return counts;
}

/** The next of those who have an address and no open invitation. */
export function* nextByMail(tx: Tx, look: Among, limit: number): Body<string[]> {
	const those = among(look);
	if (!those) return [];
	const rows = yield* run(
		tx
			.select({ personId: memberships.personId })
			.from(memberships)
			.where(and(those, withAddress(), sql`not ${invited(look.now)}`))
			.limit(limit),
	);
	return rows.map(({ personId }) => personId);
}

/** Somebody to whom a letter is written. */
export type Addressee = {
	membershipId: string;
	sortKey: string;
	personId: string;
	name: string;
	titleBefore: string;
	titleAfter: string;
	lang: "id" | "en";
	unitName: string | null;
};
type LetterLook = Among & {
	/** Only this person, whatever they have; null: all without address. */
	personId: string | null;
	/** Also those whose invitation is still open. */
	again: boolean;
	after: { sortKey: string; membershipId: string } | null;
};

/** The next of those who get a letter, by name. */
export function* nextByLetter(tx: Tx, look: LetterLook, limit: number): Body<Addressee[]> {
	const { scope, personId, after } = look;
	const those = personId === null ? among(look) : scope && postsWithin(scope);
	if (!those) return [];
	const { sortKey, id } = memberships;
	const chosen =
		personId === null
			? and(sql`not ${withAddress()}`, look.again ? undefined : sql`not ${invited(look.now)}`)
			: eq(memberships.personId, personId);
	return yield* run(
		tx
			.select({
				membershipId: id,
				sortKey,
				personId: people.id,
				name: people.name,
				titleBefore: people.titleBefore,
				titleAfter: people.titleAfter,
				lang: people.language,
				unitName: units.name,
			})
			.from(memberships)
			.innerJoin(people, eq(people.id, memberships.personId))
			.leftJoin(units, eq(units.id, memberships.unitId))
			.where(
				and(
					those,
					chosen,
					after
						? or(gt(sortKey, after.sortKey), and(eq(sortKey, after.sortKey), gt(id, after.membershipId)))
						: undefined,
				),
			)
			.orderBy(asc(sortKey), asc(id))
			.limit(limit),
	);
}

/** Whether a person has chosen a password. */
export async function hasAccount(personId: string): Promise<boolean> {
	const rows = await db
		.select({ personId: credentials.personId })
		.from(credentials)
		.where(eq(credentials.personId, personId));
	return rows.length > 0;
}
