const SHORTEST = 10;
const LONGEST = 500;

/** The reason of an act on certificates as it is kept; null when too short or too long: holders and checkers read it. */
export function actReason(typed: string): string | null {
	const reason = typed.trim();
	return reason.length >= SHORTEST && reason.length <= LONGEST ? reason : null;
}
