import {
	attempts,
	certificates,
	essayAnswers,
	jpLedger,
	knownBrowsers,
	learningElsewhere,
	mails,
	notices,
	sessions,
} from "#db/schema/index.ts";

/** Tables whose rows simply go with the person: each has an `id` and a `personId`, and no row of one bars another's. */
export const plain = {
	attempts,
	certificates,
	essayAnswers,
	jpLedger,
	knownBrowsers,
	learningElsewhere,
	mails,
	notices,
	sessions,
} as const;
export type PlainName = keyof typeof plain;
export const plainNames = Object.keys(plain) as PlainName[];

/** Columns that merging deals with one by one, or leaves with the record that was merged away. */
export const special = {
	moved: [
		"credentials.person_id",
		"enrolments.person_id",
		"exam_rooms.supervisor_id",
		"exam_seats.person_id",
		"identifiers.person_id",
		"memberships.person_id",
		"name_tokens.person_id",
		"placement_sittings.person_id",
		"role_grants.person_id",
	],
	/** Who did something stays who did it; what is computed for a person follows from the log; the rest is history. */
	left: [
		"account_keys.person_id",
		"assignment_members.person_id",
		"calendar_tokens.person_id",
		"duplicate_candidates.one_id",
		"duplicate_candidates.other_id",
		"exam_room_act_outcomes.person_id",
		"item_imports.created_by",
		"marks.marker_id",
		"person_acts.person_id",
		"person_merges.gone_id",
		"person_merges.kept_id",
		"reminder_digests.person_id",
		"reminder_lines.recipient_id",
		"reviews.reviewer_id",
	],
} as const;
