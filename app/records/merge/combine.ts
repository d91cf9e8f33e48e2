import type { EnrolmentState } from "#db/schema/learning.ts";
import type { Standing } from "./trace.ts";

const rank: Record<EnrolmentState, number> = {
	cancelled: 0,
	enrolled: 1,
	learning: 2,
	finished: 3,
	"not-passed": 4,
	passed: 5,
};

/** What two enrolments in one course come to: the further state, and each moment as it was first reached. */
export function combineStanding(one: Standing, other: Standing): Standing {
	return {
		state: rank[other.state] > rank[one.state] ? other.state : one.state,
		finishedAt: earlier(one.finishedAt, other.finishedAt),
		passedAt: earlier(one.passedAt, other.passedAt),
	};
}

function earlier(one: number | null, other: number | null): number | null {
	if (one === null || other === null) return one ?? other;
	return Math.min(one, other);
}

type Certified = { id: string; issuedAt: number; revokedAt: number | null };

/** Of certificates of both records for one course: the one whose hours count once only; null when there is but one. */
export function retractedOf<T extends Certified>(one: readonly T[], other: readonly T[]): T | null {
	const standing = (list: readonly T[]) => list.filter(({ revokedAt }) => revokedAt === null);
	const [mine, theirs] = [standing(one)[0], standing(other)[0]];
	if (!mine || !theirs) return null;
	return theirs.issuedAt >= mine.issuedAt ? theirs : mine;
}
