import { among } from "#db/bulk.server.ts";
import {
	accountKeys,
	assignmentMembers,
	attempts,
	calendarTokens,
	certificates,
	credentials,
	duplicateCandidates,
	enrolments,
	essayAnswers,
	examRoomActOutcomes,
	examRooms,
	examSeats,
	itemImports,
	jpLedger,
	knownBrowsers,
	learningElsewhere,
	mails,
	marks,
	notices,
	personActs,
	personMerges,
	placementSittings,
	reminderDigests,
	reminderLines,
	reviews,
	roleGrants,
	sessions,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** Every column that names a person, but for those that an import itself writes; a test compares it with the schema. */
export const uses = [
	[accountKeys, accountKeys.personId],
	[attempts, attempts.personId],
	[calendarTokens, calendarTokens.personId],
	[certificates, certificates.personId],
	[credentials, credentials.personId],
	[enrolments, enrolments.personId],
	[essayAnswers, essayAnswers.personId],
	[examRoomActOutcomes, examRoomActOutcomes.personId],
	[examRooms, examRooms.supervisorId],
	[examSeats, examSeats.personId],
	[itemImports, itemImports.createdBy],
	[jpLedger, jpLedger.personId],
	[knownBrowsers, knownBrowsers.personId],
	[learningElsewhere, learningElsewhere.personId],
	[mails, mails.personId],
	[marks, marks.markerId],
	[notices, notices.personId],
	[duplicateCandidates, duplicateCandidates.oneId],
	[duplicateCandidates, duplicateCandidates.otherId],
	[personActs, personActs.personId],
	[personMerges, personMerges.keptId],
	[personMerges, personMerges.goneId],
	[placementSittings, placementSittings.personId],
	[reminderDigests, reminderDigests.personId],
	[reminderLines, reminderLines.recipientId],
	[reviews, reviews.reviewerId],
	[roleGrants, roleGrants.personId],
	[sessions, sessions.personId],
] as const;

/** What follows by itself from where a person works, and goes with a person whom an import made and takes back. */
export const following = [[assignmentMembers, assignmentMembers.personId]] as const;

/** Which of these people have done anything, or have had anything done for them, since they were made. */
export function* inUse(tx: Tx, ids: readonly string[]): Body<Set<string>> {
	const found = new Set<string>();
	if (ids.length === 0) return found;
	for (const [table, column] of uses) {
		const rows = yield* run(tx.select({ id: column }).from(table).where(among(column, ids)));
		for (const { id } of rows) if (id) found.add(id);
	}
	return found;
}
