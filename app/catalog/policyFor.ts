/** The dated policy in force on an ISO day: the latest that began by then; null before the first. */
export function policyFor<P extends { validFrom: string }>(policies: readonly P[], day: string): P | null {
	return policies.reduce<P | null>((best, policy) => {
		if (policy.validFrom > day) return best;
		return !best || policy.validFrom >= best.validFrom ? policy : best;
	}, null);
}
