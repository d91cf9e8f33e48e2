import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";
import type { Site } from "../support/startSite.ts";

export type OpenLearner = { cookie: string; name: string; address: string };

type Row = { person_id: string; name: string; course: string; lesson: string };

/**
 * Learners of the demo who take a course, each with a session written into the database as the program would: signing
 * 64 people in by password would measure argon2id.
 */
export async function openLearners(site: Site, count: number): Promise<OpenLearner[]> {
	const database = new Database(path.join(site.dataDir, "cakap.sqlite"));
	const rows = database
		.prepare(
			`SELECT e.person_id, p.name, c.slug AS course, l.slug AS lesson
			FROM enrolments e JOIN people p ON p.id = e.person_id JOIN courses c ON c.id = e.course_id
			JOIN lessons l ON l.version_id = e.version_id AND l.position = 2 GROUP BY p.name ORDER BY p.name LIMIT ?`,
		)
		.all(count) as Row[];
	const insert = database.prepare(
		"INSERT INTO sessions (id, person_id, expires_at, created_at, last_seen_at, device) VALUES (?, ?, ?, ?, ?, 'bench')",
	);
	const now = Date.now();
	const learners = rows.map(({ person_id, name, course, lesson }) => {
		const token = randomBytes(32).toString("base64url");
		const id = createHash("sha256").update(token).digest("hex");
		insert.run(id, person_id, now + 14 * 86_400_000, now, now);
		return { cookie: `session=${token}`, name, address: `/pelatihan/${course}/${lesson}` };
	});
	database.close();
	if (learners.length < count)
		throw new Error(`the demo has ${learners.length} learners, the bench needs ${count}`);
	return learners;
}
