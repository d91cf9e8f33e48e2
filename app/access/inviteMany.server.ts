import { transaction } from "#db/transaction.server.ts";
import type { Actor } from "../activity/audit.server.ts";
import { findAgencyById } from "../agencies/findAgency.server.ts";
import type { AgencyScope } from "../agencies/scope.ts";
import { withUnitsBelow } from "../agencies/subtree.ts";
import { unitsOf } from "../agencies/units.server.ts";
import { siteOrigin } from "../http/env.server.ts";
import { enqueue, type Payload } from "../jobs/queue.server.ts";
import { inviteByCode, inviteByMail } from "./invite.server.ts";
import { type Addressee, nextByLetter, nextByMail } from "./invitees.server.ts";

/** The job that invites the people of an agency or a unit by mail. */
export const INVITE_JOB = "account.invite";
/** Written in one transaction. */
const CHUNK = 25;
/** Letters of one PDF. */
export const LETTERS = 1000;

type Chosen = { scope: AgencyScope & { agencyId: string }; unitId: string | null; actor: Actor };

/** The units of a choice with all below; null for the whole scope. */
export async function unitsBelow(agencyId: string, unitId: string | null): Promise<string[] | null> {
	return unitId === null ? null : withUnitsBelow(await unitsOf(agencyId), [unitId]);
}

/** Has all of the scope invited by mail who have an address and neither an account nor an open invitation. */
export async function startInviting({ scope, unitId, actor }: Chosen, now: number): Promise<void> {
	const payload = { scope: JSON.stringify(scope), unitId, actorId: actor.id, actorName: actor.name };
	await transaction((tx) => enqueue(tx, { name: INVITE_JOB, payload, runAt: now }));
}

/** After this long other jobs have their turn. */
const RUN_MS = 2000;

/** The job, which may be broken off and begun again at any time: whoever is invited is not among the next. */
export async function inviteAll(payload: Payload, clock: () => number): Promise<void> {
	const now = clock();
	const scope: Chosen["scope"] = JSON.parse(String(payload.scope));
	const unitId = typeof payload.unitId === "string" ? payload.unitId : null;
	const actor = {
		id: typeof payload.actorId === "string" ? payload.actorId : null,
		name: String(payload.actorName),
	};
	const agency = await findAgencyById(scope.agencyId);
	if (!agency) return;
	const look = { scope, unitIds: await unitsBelow(agency.id, unitId), now };
	const origin = siteOrigin();
	for (let invited = CHUNK; invited === CHUNK; ) {
		invited = await transaction(function* (tx) {
			const next = yield* nextByMail(tx, look, CHUNK);
			for (const personId of next) yield* inviteByMail(tx, { personId, agency, actor, now, origin });
			return next.length;
		});
		if (invited === CHUNK && clock() - now > RUN_MS)
			return transaction((tx) => enqueue(tx, { name: INVITE_JOB, payload, runAt: clock() }));
	}
}

/** A letter with the code that is on it and nowhere else. */
export type Letter = Addressee & { code: string };
type LetterChoice = Chosen & { personId: string | null; again: boolean };

/**
 * Makes codes for those of the scope who have no address and no account, in small transactions, or for one person; the
 * codes that they had before open nothing any more.
 * @returns the letters by name, at most 1000
 */
export async function makeLetters(
	{ scope, unitId, actor, personId, again }: LetterChoice,
	now: number,
): Promise<Letter[]> {
	const agency = await findAgencyById(scope.agencyId);
	if (!agency) return [];
	const unitIds = await unitsBelow(agency.id, unitId);
	const letters: Letter[] = [];
	while (letters.length < LETTERS) {
		const look = { scope, unitIds, personId, again, now, after: letters.at(-1) ?? null };
		const made = await transaction(function* (tx) {
			const next = yield* nextByLetter(tx, look, CHUNK);
			const written: Letter[] = [];
			for (const addressee of next) {
				const invitation = { personId: addressee.personId, agency, actor, now, channel: "letter" as const };
				written.push({ ...addressee, code: yield* inviteByCode(tx, invitation) });
			}
			return written;
		});
		letters.push(...made);
		if (made.length < CHUNK) break;
	}
	return letters;
}
