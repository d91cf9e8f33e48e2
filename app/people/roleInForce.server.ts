import { and, isNull, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { roleGrants } from "#db/schema/index.ts";

/**
 * Grants that count at `now` (UTC ms): begun, not over, not revoked, and, where one is lent, while the lent one counts. So a
 * loan ends with its time or with the role that it was lent from, whoever ended that.
 */
export function roleInForce(now: number | Placeholder): SQL | undefined {
	const { validFrom, validTo, revokedAt, lentFromId } = roleGrants;
	const own = sql`select 1 from ${roleGrants} lender where lender.id = ${lentFromId} and lender.revoked_at is null and (lender.valid_to is null or lender.valid_to > ${now})`;
	return and(
		isNull(revokedAt),
		or(isNull(validFrom), lte(validFrom, now)),
		or(isNull(validTo), sql`${validTo} > ${now}`),
		or(isNull(lentFromId), sql`exists (${own})`),
	);
}
