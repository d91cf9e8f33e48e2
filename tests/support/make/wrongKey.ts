import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { closeExpiredAttempts } from "#app/certification/closeExpired.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { rowsOf } from "../sitting/rows.ts";
import { type Simulated, simulateSittings } from "../sitting/simulated.ts";
import { makeAgency, NOW, someFacts } from "./course.ts";
import { TRUTH, WRONG, wrongKeyBank } from "./wrongKeyBank.ts";

export { TRUTH, WRONG } from "./wrongKeyBank.ts";

/** A course with one wrong key, and so many people who have sat its exam of eight items (pass mark 60). */
export async function wrongKeyCourse(slug: string, people: number) {
	const agencyId = await makeAgency(`ins-${slug}`);
	const blueprint = [{ competence: "D3.1", level: 1, count: 8 }];
	const facts = someFacts(slug, { exam: { ...someFacts(slug).exam, blueprint } });
	const course = await transaction(function* (tx) {
		const made = yield* createCourse(tx, { slug, agencyId, audience: "all", now: NOW });
		if (!made) throw new Error("the slug is taken");
		const parts = { facts, lessons: [], items: wrongKeyBank(), media: [] };
		const { courseId } = made;
		return { courseId, ...(yield* publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW })) };
	});
	const rows = await rowsOf(process.env.DATA_DIR ?? "", process.env.DATABASE_URL ?? "");
	const wrongKey = { code: WRONG, truth: TRUTH };
	const sat = { slug, agency: `ins-${slug}`, people, wrongKey, endedAt: NOW, seed: 4 };
	const simulated: Simulated[] = await simulateSittings(rows, sat);
	await rows.close();
	while ((await closeExpiredAttempts((code) => code, NOW + 60_000)) > 0);
	return { agencyId, facts, simulated, ...course };
}
