import { and, eq, inArray, isNull } from "drizzle-orm";
import { agencies, people, roleGrants, sessions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { giveIdentifier, type IdentifierTrace } from "../../people/acts/identifiers.server.ts";
import { type Membership, presentPost, turnPost } from "../../people/acts/posts.server.ts";
import { type Names, renamePerson } from "../../people/acts/renamePerson.server.ts";
import { releasePosts } from "../../people/roster/release.server.ts";
import type { ActFault } from "./faults.ts";
import { momentOf } from "./moment.ts";
import { type ActPlan, endsService, isOfIdentity, type PostFields, postAfter } from "./plan.ts";
import { type Asked, meet } from "./situation.server.ts";

/** What an act wrote and what was there before: enough to take it back whole. */
export type ActTrace = {
	/** The moment from which it holds, UTC ms. */
	at: number;
	ended: Membership | null;
	begunId: string | null;
	/** What the post that it began says; null: it began none. */
	begun: PostFields | null;
	identifier: IdentifierTrace | null;
	names: Names | null;
	grantIds: string[];
	hasEndedAccount: boolean;
};

/** Does what was decided, from its moment on; or says why it cannot be done, and then writes nothing. */
export function* carryOut(
	tx: Tx,
	asked: Asked,
	now: number,
): Body<{ fault: ActFault } | { trace: ActTrace }> {
	yield* releasePosts(tx, asked.personId);
	const at = yield* momentFor(tx, asked, now);
	const { fault, post, last } = yield* meet(tx, asked, at);
	if (fault) return { fault };
	const { personId, plan, day } = asked;
	const trace: ActTrace = {
		...{ at, ended: null, begunId: null, begun: null },
		...{ identifier: yield* newIdentifier(tx, personId, plan, at), names: null },
		...{ grantIds: [], hasEndedAccount: false },
	};
	if (plan.kind === "name") trace.names = yield* renamePerson(tx, personId, namesOf(plan));
	if (isOfIdentity(plan) || !last) return { trace };
	const next = postAfter(plan, last, day, post !== null);
	const fields = next && { ...fieldsOf(next), personId };
	trace.begunId = (yield* turnPost(tx, post, fields, { personId, at, now })).begunId;
	trace.begun = next && fieldsOf(next);
	trace.ended = post;
	trace.grantIds = yield* endRoles(tx, personId, plan, post, next, now);
	trace.hasEndedAccount = yield* endAccess(tx, personId, plan, at);
	return { trace };
}

/** The moment from which an act of that day would hold. */
export function* momentFor(tx: Tx, { personId, agencyId, day }: Asked, now: number): Body<number> {
	const [agency] = yield* run(tx.select().from(agencies).where(eq(agencies.id, agencyId)));
	const post = yield* presentPost(tx, personId);
	return momentOf(day, agency?.timeZone ?? "Asia/Jakarta", now, post?.validFrom ?? null);
}

function fieldsOf(post: PostFields): PostFields {
	const { agencyId, unitId, employment, jobClass, position, grade, legalStatus } = post;
	const { homeAgencyId, appointedOn, positionSince } = post;
	return {
		...{ agencyId, unitId, employment, jobClass, position, grade, legalStatus },
		...{ homeAgencyId, appointedOn, positionSince },
	};
}

const namesOf = ({ name, titleBefore, titleAfter }: Names): Names => ({ name, titleBefore, titleAfter });

function* newIdentifier(tx: Tx, personId: string, plan: ActPlan, at: number): Body<IdentifierTrace | null> {
	if (plan.kind === "email")
		return yield* giveIdentifier(tx, { personId, kind: "EMAIL", value: plan.email, at });
	if (plan.kind !== "number" && plan.kind !== "employment") return null;
	if (plan.number === "") return null;
	const kind = Number(plan.number.slice(12, 14)) >= 21 ? "NI_PPPK" : "NIP";
	return yield* giveIdentifier(tx, { personId, kind, value: plan.number, at });
}

/** Roles go with what they were held for: an agency that was left, a unit that was headed, or the service. */
function* endRoles(
	tx: Tx,
	personId: string,
	plan: ActPlan,
	post: PostFields | null,
	next: PostFields | null,
	now: number,
): Body<string[]> {
	const held = yield* heldGrants(tx, personId);
	const ids = held.filter((grant) => isRoleOver(grant, plan, post, next)).map(({ id }) => id);
	if (ids.length > 0)
		yield* run(tx.update(roleGrants).set({ revokedAt: now }).where(inArray(roleGrants.id, ids)));
	return ids;
}

type Grant = typeof roleGrants.$inferSelect;

export function* heldGrants(tx: Tx, personId: string): Body<Grant[]> {
	const held = and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt));
	return yield* run(tx.select().from(roleGrants).where(held));
}

/** Whether a role ends with an act that leads from one post to the next. */
export function isRoleOver(
	{ role, agencyId, unitId = null }: Pick<Grant, "role" | "agencyId"> & { unitId?: string | null },
	plan: ActPlan,
	post: PostFields | null,
	next: PostFields | null,
): boolean {
	if (endsService(plan)) return true;
	if (!post || !next || agencyId !== post.agencyId) return false;
	if (post.agencyId !== next.agencyId) return true;
	return (role === "unit-head" || unitId !== null) && post.unitId !== next.unitId;
}

/** Who leaves the service is signed out everywhere; the account of one who died opens nothing any more. */
function* endAccess(tx: Tx, personId: string, plan: ActPlan, at: number): Body<boolean> {
	if (!endsService(plan)) return false;
	yield* run(tx.delete(sessions).where(eq(sessions.personId, personId)));
	if (plan.kind !== "death") return false;
	yield* run(tx.update(people).set({ diedAt: at }).where(eq(people.id, personId)));
	return true;
}
