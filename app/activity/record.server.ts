import { insertMany } from "#db/bulk.server.ts";
import { manyIds } from "#db/ids.ts";
import { type ActivityKind, activity } from "#db/schema/index.ts";
import type { Body, Tx } from "#db/transaction.server.ts";

/** A fact about a person, a course or both; `at` is when it happened, UTC milliseconds. */
export type Fact = {
	kind: ActivityKind;
	personId?: string | null;
	agencyId?: string | null;
	unitId?: string | null;
	courseId?: string | null;
	versionId?: string | null;
	jp?: number;
	data?: Record<string, string | number | boolean | null>;
	at: number;
	/** When it became known, if later than it happened (imports, demo). */
	recordedAt?: number;
};

/** Appends facts to the log, in the transaction of what they tell of. */
export function* recordActivity(tx: Tx, ...facts: Fact[]): Body<void> {
	if (facts.length === 0) return;
	yield* insertMany(
		tx,
		activity,
		facts.map(({ at, recordedAt, data, ...fact }) => ({
			...fact,
			id: manyIds(),
			data: data ?? {},
			occurredAt: at,
			recordedAt: recordedAt ?? at,
		})),
	);
}
