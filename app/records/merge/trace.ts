import type { enrolments, examSeats, identifiers, memberships, roleGrants } from "#db/schema/index.ts";
import type { PlainName } from "./tables.ts";

type Enrolment = typeof enrolments.$inferSelect;
type Post = typeof memberships.$inferSelect;

/** One course that both records were enrolled in: the kept enrolment takes over what the other has reached. */
export type Combined = {
	goneId: string;
	before: Standing & { id: string };
	after: Standing;
	attempts: { id: string; number: number }[];
	/** Certificates that went over to the kept enrolment. */
	certificateIds: string[];
	lessonIds: string[];
	/** What was counted twice, and where. */
	twice: { enrolled: number; finished: number; passed: number; certificates: number; jp: number };
	place: { agencyId: string; unitId: string | null; courseId: string; versionId: string };
	/** The certificate whose hours were taken back, with its agency and day of issue; null: none. */
	retracted: { id: string; agencyId: string; jp: number; issuedAt: number } | null;
};
export type Standing = Pick<Enrolment, "state" | "finishedAt" | "passedAt">;

/** Everything that a merge moved or changed: enough to take it back whole. */
export type MergeTrace = {
	plain: Partial<Record<PlainName, string[]>>;
	enrolmentIds: string[];
	combined: Combined[];
	sittings: { id: string; number: number }[];
	identifiers: Pick<typeof identifiers.$inferSelect, "id" | "validTo">[];
	posts: Pick<Post, "id" | "validTo" | "sortKey">[];
	/** The post that the one record holds afterwards; null: none. */
	present: Pick<Post, "id" | "agencyId" | "unitId"> | null;
	/** Of the record merged away: the post that it held. */
	goneHeld: Pick<Post, "id" | "agencyId" | "unitId"> | null;
	hasTakenPost: boolean;
	hasTakenPassword: boolean;
	grantIds: string[];
	/** Of those, roles that the kept record held already stay where they are. */
	roomIds: string[];
	seats: { sessionIds: string[]; removed: (typeof examSeats.$inferSelect)[] };
};
export type Grant = typeof roleGrants.$inferSelect;
