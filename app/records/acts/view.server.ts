import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, certificates, enrolments, jpLedger, personActs, units } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { personInScope } from "../../people/personInScope.server.ts";
import type { PersonAct } from "./acts.server.ts";
import { heldGrants, isRoleOver, momentFor } from "./carryOut.server.ts";
import { endsService, isOfIdentity, type PostFields, parsePlan, postAfter } from "./plan.ts";
import { meet } from "./situation.server.ts";
import { undoFault } from "./undoAct.server.ts";

/**
 * An act on that person which was decided in the scope's agency; null when there is none. Who has only some of its units
 * sees those on people who work there, and their own.
 */
export async function findAct(
	id: string,
	personId: string,
	scope: AgencyScope | null,
	viewerId: string,
): Promise<PersonAct | null> {
	if (!scope) return null;
	const within = scope.kind === "nation" ? undefined : eq(personActs.agencyId, scope.agencyId);
	const own = and(eq(personActs.id, id), eq(personActs.personId, personId), within);
	const [act] = await db.select().from(personActs).where(own);
	if (!act) return null;
	if (scope.kind !== "unit" || act.actorId === viewerId) return act;
	return (await personInScope(personId, scope)) ? act : null;
}

/** The acts on records of a person that are done or waiting, the latest first; drafts are nothing yet. */
export async function actsOn(personIds: readonly string[], limit: number) {
	const { id, kind, day, state, actorName, agencyId, personId } = personActs;
	const rows = await db
		.select({ id, kind, day, state, actorName, agencyId, personId })
		.from(personActs)
		.where(inArray(personId, [...personIds]))
		.orderBy(desc(personActs.createdAt), desc(id))
		.limit(limit);
	return rows.filter((row) => row.state !== "draft");
}

/** What an act changes, or changed, and what stays, for people to read. */
export type Preview = Awaited<ReturnType<typeof previewOf>>;

export async function previewOf(act: PersonAct, now: number) {
	const plan = parsePlan(act.plan);
	const found = await reading(function* (tx) {
		const asked = { ...act, plan };
		const met = yield* meet(tx, asked, yield* momentFor(tx, asked, now));
		const undoBy = act.state === "done" ? yield* undoFault(tx, act) : null;
		return { ...met, undoBy, grants: yield* heldGrants(tx, act.personId) };
	});
	const { post, last } = found;
	const isOpen = act.state === "draft" || act.state === "planned";
	const next = last && !isOfIdentity(plan) ? postAfter(plan, last, act.day, post !== null) : null;
	const roles =
		isOpen && !isOfIdentity(plan) ? found.grants.filter((one) => isRoleOver(one, plan, post, next)) : [];
	const [before, after] = isOpen ? await Promise.all([post, next].map(wordsOf)) : [null, null];
	return {
		fault: isOpen ? found.fault : null,
		undoBy: found.undoBy,
		before: before ?? null,
		after: after ?? null,
		isOfIdentity: isOfIdentity(plan),
		roles: roles.map(({ role }) => role),
		signsOut: endsService(plan),
		closesAccount: plan.kind === "death",
		kept: await keptOf(act.personId),
	};
}

async function wordsOf(post: PostFields | null) {
	if (!post) return null;
	const ids = [post.agencyId, post.homeAgencyId ?? ""];
	const named = await db
		.select({ id: agencies.id, name: agencies.name })
		.from(agencies)
		.where(inArray(agencies.id, ids));
	const nameOf = (id: string | null) => named.find((one) => one.id === id)?.name ?? null;
	const [unit] = post.unitId
		? await db.select({ name: units.name }).from(units).where(eq(units.id, post.unitId))
		: [];
	const { employment, jobClass, position, grade, legalStatus } = post;
	return {
		agencyName: nameOf(post.agencyId) ?? "",
		homeAgencyName: nameOf(post.homeAgencyId),
		unitName: unit?.name ?? null,
		...{ employment, jobClass, position, grade, legalStatus },
	};
}
export type PostWords = NonNullable<Awaited<ReturnType<typeof wordsOf>>>;

/** What no act takes from anybody. */
async function keptOf(personId: string) {
	const count = sql<string>`count(*)`;
	const [[courses], [certified], [hours]] = await Promise.all([
		db.select({ n: count }).from(enrolments).where(eq(enrolments.personId, personId)),
		db
			.select({ n: count })
			.from(certificates)
			.where(and(eq(certificates.personId, personId), isNull(certificates.replacedById))),
		db
			.select({ n: sql<string | null>`sum(${jpLedger.jp})` })
			.from(jpLedger)
			.where(eq(jpLedger.personId, personId)),
	]);
	return {
		courses: Number(courses?.n ?? 0),
		certificates: Number(certified?.n ?? 0),
		jp: Number(hours?.n ?? 0),
	};
}
