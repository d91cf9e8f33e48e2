import { and, eq, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "#db/client.server.ts";
import { drafts, reviews, roleGrants } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { nationalItems } from "../assessment/nationalBank.server.ts";
import type { Finding } from "../catalog/finding.ts";
import { type Publication, publishVersion } from "../catalog/publishVersion.server.ts";
import { roleInForce } from "../people/roleInForce.server.ts";
import { type Draft, itemsOf, lessonsOf, mediaOfDraft } from "./drafts.server.ts";
import { factsFindings } from "./facts.ts";
import { publicationFindings } from "./gate.server.ts";

/** The draft in the form that it would be published in. */
async function candidateOf(
	draft: Draft,
): Promise<Pick<Publication, "facts" | "lessons" | "items" | "media">> {
	const [texts, items, media] = await Promise.all([
		lessonsOf(draft.id),
		itemsOf(draft.id),
		mediaOfDraft(draft.id),
	]);
	const lessons = texts.map(({ slug, title, minutes, objective, source }) => ({
		slug,
		title,
		minutes,
		objective,
		source,
	}));
	return { facts: draft.facts, lessons, items, media };
}

/** Everything that stands between a draft and its publication. */
export async function draftFindings(draft: Draft): Promise<Finding[]> {
	const candidate = await candidateOf(draft);
	return [...factsFindings(draft.facts), ...(await publicationFindings(candidate, itemsOfNation))];
}

const itemsOfNation = async () => (await nationalItems()).map(({ item }) => item);

/** Whether the agency has a reviewer who wrote nothing of the draft; else the national reviewer is asked. */
async function hasOwnReviewer(agencyId: string, writerIds: readonly string[], now: number): Promise<boolean> {
	const held = await db
		.select({ personId: roleGrants.personId })
		.from(roleGrants)
		.where(and(eq(roleGrants.role, "reviewer"), eq(roleGrants.agencyId, agencyId), roleInForce(now)));
	return held.some(({ personId }) => !writerIds.includes(personId));
}

type Act = { actor: Actor & { id: string }; now: number };

/** Hands a draft in for review; the gate has been passed before. @returns false when it is not being written */
export async function submission(draft: Draft, { actor, now }: Act) {
	const national = (await hasOwnReviewer(draft.agencyId, [...draft.writerIds, actor.id], now)) ? 0 : 1;
	return function* (tx: Tx): Body<boolean> {
		const writing = or(eq(drafts.state, "draft"), eq(drafts.state, "returned"));
		const set = {
			state: "submitted" as const,
			submittedAt: now,
			submittedBy: actor.id,
			nationalReview: national,
			updatedAt: now,
		};
		const [done] = yield* run(
			tx
				.update(drafts)
				.set(set)
				.where(and(eq(drafts.id, draft.id), writing))
				.returning({ id: drafts.id }),
		);
		if (done) yield* auditDraft(tx, draft, "draft.submit", { actor, now });
		return done !== undefined;
	};
}

/** Whether this reviewer may decide on the draft: never on a text of their own. */
export function mayReview(
	draft: Pick<Draft, "state" | "writerIds" | "submittedBy">,
	personId: string,
): boolean {
	return draft.state === "submitted" && draft.submittedBy !== personId && !draft.writerIds.includes(personId);
}

/** Gives a draft back with a remark. @returns false when it may not be decided on by them, or no longer waits */
export function* returnDraft(tx: Tx, draft: Draft, remark: string, { actor, now }: Act): Body<boolean> {
	if (!mayReview(draft, actor.id) || !(yield* decide(tx, draft, "returned", now))) return false;
	yield* writeReview(tx, draft.id, "returned", remark, { actor, now });
	yield* auditDraft(tx, draft, "draft.return", { actor, now });
	return true;
}

/** Publishes a draft as the next version of its course. Gather it with `publication` before. */
export function* publishDraft(
	tx: Tx,
	draft: Draft,
	ready: Awaited<ReturnType<typeof candidateOf>>,
	act: Act,
): Body<boolean> {
	const { actor, now } = act;
	if (!mayReview(draft, actor.id) || !(yield* decide(tx, draft, "published", now))) return false;
	yield* publishVersion(tx, { ...ready, courseId: draft.courseId, publishedBy: actor.id, now });
	yield* writeReview(tx, draft.id, "published", "", act);
	yield* auditDraft(tx, draft, "version.publish", act);
	return true;
}

export const publication = candidateOf;

/** Moves a draft on if it is still the one that was read: of two reviewers at once only one decides. */
function* decide(
	tx: Tx,
	draft: Pick<Draft, "id" | "updatedAt">,
	state: "returned" | "published",
	now: number,
): Body<boolean> {
	const closed = state === "published" ? { openCourseId: null } : {};
	const waiting = and(
		eq(drafts.id, draft.id),
		eq(drafts.state, "submitted"),
		eq(drafts.updatedAt, draft.updatedAt),
	);
	const [moved] = yield* run(
		tx
			.update(drafts)
			.set({ state, updatedAt: now, ...closed })
			.where(waiting)
			.returning({ id: drafts.id }),
	);
	return moved !== undefined;
}

function* writeReview(
	tx: Tx,
	draftId: string,
	decision: "published" | "returned",
	remark: string,
	{ actor, now }: Act,
): Body<void> {
	yield* run(
		tx
			.insert(reviews)
			.values({ id: uuid(), draftId, reviewerId: actor.id, decision, remark, decidedAt: now }),
	);
}

function* auditDraft(tx: Tx, draft: Draft, action: string, { actor, now }: Act): Body<void> {
	const detail = { slug: draft.facts.slug, title: draft.facts.title };
	const { agencyId } = draft;
	yield* recordAudit(tx, {
		actor,
		action,
		subjectKind: "draft",
		subjectId: draft.id,
		agencyId,
		detail,
		at: now,
	});
}
