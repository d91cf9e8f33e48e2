import { count, desc, gt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dialect } from "#db/config.ts";
import { agencies, courses, foldCursors, people, sessions } from "#db/schema/index.ts";

/** Counts that tell an operator at a glance whether this is the right database, and whether jobs run. */
export async function health(now: number) {
	const [[peopleCount], [agencyCount], [courseCount], [sessionCount], [folded]] = await Promise.all([
		db.select({ n: count() }).from(people),
		db.select({ n: count() }).from(agencies),
		db.select({ n: count() }).from(courses),
		db.select({ n: count() }).from(sessions).where(gt(sessions.expiresAt, now)),
		db.select({ at: foldCursors.foldedAt }).from(foldCursors).orderBy(desc(foldCursors.foldedAt)).limit(1),
	]);
	return {
		database: dialect() === "sqlite" ? "SQLite" : "PostgreSQL",
		people: peopleCount?.n ?? 0,
		agencies: agencyCount?.n ?? 0,
		courses: courseCount?.n ?? 0,
		sessions: sessionCount?.n ?? 0,
		foldedAt: folded?.at ?? null,
	};
}
