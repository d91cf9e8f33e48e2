import { and, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { identifiers, memberships, numberKinds, people, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { groupIdentifier, maskIdentifier } from "./nip.ts";
import { isPresent } from "./present.server.ts";

const columns = {
	personId: people.id,
	name: people.name,
	titleBefore: people.titleBefore,
	titleAfter: people.titleAfter,
	agencyId: memberships.agencyId,
	unitName: units.name,
	employment: memberships.employment,
	jobClass: memberships.jobClass,
	position: memberships.position,
	grade: memberships.grade,
	since: memberships.validFrom,
};

/** A person with the post that they hold now, without any number. */
export type Colleague = NonNullable<Awaited<ReturnType<typeof colleagueRow>>>;

/** The open posts of the scope. Persons open to admins of their agency only: the nation's scope opens nobody. */
export function postsWithin(scope: AgencyScope): SQL | undefined | null {
	if (scope.kind === "nation") return null;
	const open = and(eq(memberships.agencyId, scope.agencyId), isPresent());
	return scope.kind === "unit" ? and(open, eq(memberships.unitId, scope.unitId)) : open;
}

/** A person who works in the scope now; null when there is no such person there. */
export async function colleagueOf(personId: string, scope: AgencyScope | null): Promise<Colleague | null> {
	const within = scope && postsWithin(scope);
	return within ? colleagueRow(personId, within) : null;
}

async function colleagueRow(personId: string, within: SQL) {
	const [row] = await db
		.select(columns)
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(and(eq(people.id, personId), within));
	return row ?? null;
}

const current = (personId: string) =>
	and(eq(identifiers.personId, personId), isNull(identifiers.validTo), ne(identifiers.kind, "PNS_ID"));

/** The person's numbers and addresses as they may be shown to anybody who may open the person: masked. */
export async function maskedIdentifiers(personId: string): Promise<{ kind: string; masked: string }[]> {
	const rows = await db
		.select({ kind: identifiers.kind, value: identifiers.value })
		.from(identifiers)
		.where(current(personId));
	return rows.map(({ kind, value }) => ({ kind, masked: maskIdentifier(value) }));
}

/** The person's whole NIP or NI PPPK, grouped; null when they have none. The look itself is audited. */
export function* revealNumber(
	tx: Tx,
	{ personId, agencyId }: Colleague,
	actor: Actor,
	now: number,
): Body<string | null> {
	const [number] = yield* run(
		tx
			.select({ value: identifiers.value })
			.from(identifiers)
			.where(and(current(personId), inArray(identifiers.kind, [...numberKinds]))),
	);
	if (!number) return null;
	const subject = { subjectKind: "person", subjectId: personId };
	yield* recordAudit(tx, { ...subject, actor, action: "nip.reveal", agencyId, at: now });
	return groupIdentifier(number.value);
}
