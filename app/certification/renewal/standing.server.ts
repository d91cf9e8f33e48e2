import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { certificates } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { openRenewal, type Renewal } from "../../assessment/openRenewal.server.ts";
import { dayIn } from "../../i18n/format.ts";
import { addDays } from "../../learning/assignments/days.ts";
import { renewalPolicyAt } from "./policy.server.ts";

type Ending = { certificateId: string; versionId: string; validUntil: string; isExpired: boolean };
export type RenewalStanding =
	/** Nothing runs out, or not soon. */
	| { kind: "none" }
	/** May be renewed from now on. */
	| ({ kind: "offered" } & Ending)
	| { kind: "begun"; renewal: Renewal };

/** Where the certificate of an enrolment stands on the way to its end, by Jakarta's day. */
export function* renewalStanding(tx: Tx, enrolmentId: string, now: number): Body<RenewalStanding> {
	const renewal = yield* openRenewal(tx, enrolmentId);
	if (renewal) return { kind: "begun", renewal };
	const standing = and(
		eq(certificates.enrolmentId, enrolmentId),
		isNull(certificates.revokedAt),
		isNotNull(certificates.validUntil),
	);
	const { id, versionId, validUntil } = certificates;
	const [last] = yield* run(
		tx
			.select({ id, versionId, validUntil })
			.from(certificates)
			.where(standing)
			.orderBy(desc(validUntil))
			.limit(1),
	);
	const today = dayIn(now, "Asia/Jakarta");
	if (!last?.validUntil || !mayRenew(last.validUntil, today, now)) return { kind: "none" };
	const isExpired = last.validUntil < today;
	return {
		kind: "offered",
		certificateId: last.id,
		versionId: last.versionId,
		validUntil: last.validUntil,
		isExpired,
	};
}

/** Whether a certificate that is valid until that day may be renewed today. */
export function mayRenew(validUntil: string, today: string, now: number): boolean {
	return addDays(validUntil, -renewalPolicyAt(now).opensDaysBefore) <= today;
}
