import { v7 as uuid } from "uuid";
import { courses } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

type NewCourse = { slug: string; agencyId: string; audience: "all" | "agency"; now: number };

/** Makes a course without a version; null when the slug is taken. */
export function* createCourse(tx: Tx, { now, ...course }: NewCourse): Body<{ courseId: string } | null> {
	const [made] = yield* run(
		tx
			.insert(courses)
			.values({ ...course, id: uuid(), createdAt: now })
			.onConflictDoNothing({ target: courses.slug })
			.returning({ courseId: courses.id }),
	);
	return made ?? null;
}
