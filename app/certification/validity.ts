/**
 * The last day on which a certificate is valid: that many months after its day of issue, or the last of that month when
 * it has no such day.
 * @param issuedOn ISO day
 * @returns ISO day
 */
export function lastValidDay(issuedOn: string, months: number): string {
	const [year = 0, month = 1, day = 1] = issuedOn.split("-").map(Number);
	const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
	lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
	return lastOfMonth.toISOString().slice(0, 10);
}

export type CertificateState = "valid" | "revoked" | "replaced" | "expired";
type Facts = { revokedAt: number | null; replacedById: string | null; validUntil: string | null };

/** Whether a certificate is in force on an ISO day of the issuer's zone; what was revoked is not called expired. */
export function certificateState(
	{ revokedAt, replacedById, validUntil }: Facts,
	today: string,
): CertificateState {
	if (replacedById !== null) return "replaced";
	if (revokedAt !== null) return "revoked";
	return validUntil !== null && validUntil < today ? "expired" : "valid";
}
