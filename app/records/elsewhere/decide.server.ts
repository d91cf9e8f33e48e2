import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { learningElsewhere } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordActivity } from "../../activity/record.server.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { siteOrigin } from "../../http/env.server.ts";
import { elsewhereMessages } from "../../i18n/messages/elsewhere.ts";
import { learningMessages } from "../../i18n/messages/learning.ts";
import { letter } from "../../jobs/mail/letter.ts";
import { queueMail } from "../../jobs/mail/queueMail.server.ts";
import { creditJp } from "../../learning/creditJp.server.ts";
import { notify } from "../../learning/notices.server.ts";
import { correspondentOf } from "../../people/correspondent.server.ts";
import type { Piece } from "./duplicates.server.ts";
import { piecesWithin } from "./pieces.server.ts";

/** Whose decision on which piece; one's own is outside of every scope. */
export type Decision = {
	id: string;
	scope: AgencyScope;
	actor: Actor & { id: string };
	reason: string;
	now: number;
};

/**
 * Recognises a piece that waits, whole or in part: its hours are in the ledger for the day on which it was finished.
 * @param jp whole hours, 1 to what was claimed
 * @returns false when it does not wait any more, or is not the actor's to decide
 * @throws RangeError for other hours
 */
export function* recognise(tx: Tx, decision: Decision, jp: number): Body<boolean> {
	if (!Number.isInteger(jp) || jp < 1) throw new RangeError("not whole hours");
	const piece = yield* settle(tx, decision, "waiting", { state: "recognised", recognisedJp: jp });
	if (!piece) return false;
	if (jp > piece.jp) throw new RangeError("more hours than were claimed");
	yield* credit(tx, piece, { sourceKind: "recognition", sourceId: piece.id }, jp, decision.now);
	yield* tell(tx, piece, decision, "learning-recognised", jp);
	return true;
}

/** Gives a piece that waits back with a reason. @returns false as above */
export function* returnPiece(tx: Tx, decision: Decision): Body<boolean> {
	const piece = yield* settle(tx, decision, "waiting", { state: "returned" });
	if (piece) yield* tell(tx, piece, decision, "learning-returned", 0);
	return piece !== null;
}

/** Takes a recognition back: the ledger gets a row that reverses it. @returns false when it is not recognised */
export function* takeBack(tx: Tx, decision: Decision): Body<boolean> {
	const piece = yield* settle(tx, decision, "recognised", { state: "taken-back" });
	if (!piece) return false;
	const jp = -(piece.recognisedJp ?? 0);
	const source = { sourceKind: "recognition-reversal", sourceId: `${piece.id}:${uuid()}` } as const;
	yield* credit(tx, piece, source, jp, decision.now);
	yield* tell(tx, piece, decision, "learning-taken-back", jp);
	return true;
}

type Source = { sourceKind: "recognition" | "recognition-reversal"; sourceId: string };

/** A row of the ledger for the day on which the piece was finished. */
function credit(tx: Tx, piece: Piece, source: Source, jp: number, now: number): Body<void> {
	const { personId, agencyId, form, finishedOn } = piece;
	return creditJp(tx, { personId, agencyId, jp, form, ...source, creditedFor: finishedOn, now });
}

type Change = Pick<Piece, "state"> & { recognisedJp?: number };

function* settle(tx: Tx, decision: Decision, from: Piece["state"], change: Change): Body<Piece | null> {
	const { id, scope, actor, reason, now } = decision;
	const decided = { ...change, reason, decidedByName: actor.name, decidedAt: now };
	const open = and(eq(learningElsewhere.id, id), eq(learningElsewhere.state, from));
	const [piece] = yield* run(
		tx
			.update(learningElsewhere)
			.set(decided)
			.where(and(open, piecesWithin(scope, actor.id)))
			.returning(),
	);
	return piece ?? null;
}

type Told = "learning-recognised" | "learning-returned" | "learning-taken-back";
const actions = {
	"learning-recognised": "learning.recognise",
	"learning-returned": "learning.return",
	"learning-taken-back": "learning.take-back",
} as const;

/** The audit, the log and the person: by notice, and by mail when they have an address. */
function* tell(tx: Tx, piece: Piece, { actor, reason, now }: Decision, kind: Told, jp: number): Body<void> {
	const { id, personId, agencyId, unitId, title } = piece;
	const data = { title, reason, jp: String(Math.abs(jp)) };
	yield* recordAudit(tx, {
		...{ actor, action: actions[kind], subjectKind: "learning", subjectId: id, agencyId, at: now },
		detail: { person: personId, claimed: piece.jp, jp, reason },
	});
	if (jp !== 0)
		yield* recordActivity(tx, {
			...{
				kind: jp > 0 ? "learning.recognised" : "learning.taken-back",
				personId,
				agencyId,
				unitId,
				at: now,
			},
			data: { learningId: id, jp },
		});
	yield* notify(tx, { personId, kind, data, now });
	const person = yield* correspondentOf(tx, personId);
	if (!person?.email) return;
	const t = elsewhereMessages[person.lang];
	const text = learningMessages[person.lang][`notice.${kind}`]({ ...none, ...data });
	yield* queueMail(tx, {
		...{ key: `${kind}:${id}:${now}`, personId, to: person.email, subject: t.mailSubject, now },
		text: letter(person.lang, person.name, [text, `${siteOrigin()}/jp/ajukan`]),
	});
}

const none = { title: "", reason: "", before: "", after: "", passed: "" };
