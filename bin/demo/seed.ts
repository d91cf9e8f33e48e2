import { asc, eq, isNotNull } from "drizzle-orm";
import { DOCUMENT_JOB } from "../../app/certification/document/ask.server.ts";
import { foldAll } from "../../app/readiness/foldActivity.server.ts";
import { db } from "../../db/client.server.ts";
import { courses, courseVersions, jobs, lessons } from "../../db/schema/index.ts";
import { transaction } from "../../db/transaction.server.ts";
import { writeAccounts } from "./accounts.ts";
import { placeSome } from "./placed.ts";
import { populate } from "./populate.ts";
import { seeded } from "./random.ts";
import { type DemoCourse, type Step, storyOf } from "./story.ts";

/** Acts in one transaction; on disk together. */
const BATCH = 40;

/**
 * Fills an empty database with made-up people and six months of what they did, by the same verbs as the site.
 * `now` is the clock and `seed` the source of chance: both given, the demo is the same each time (but for ids, codes
 * and passwords).
 */
export async function seedDemo({ now, seed }: { now: number; seed: number }): Promise<void> {
	const random = seeded(seed);
	const inhabitants = await populate(random, now);
	say(`${inhabitants.length} orang`);
	const { idle, learning } = await writeAccounts(inhabitants, now);
	const open = await openCourses();
	const steps = inhabitants
		.filter(({ personId }) => !idle.has(personId))
		.flatMap((person) => open.flatMap((course) => storyOf(person, course, random, now)))
		.sort((a, b) => a.at - b.at);
	await runSteps(steps);
	const placed = await placeSome(inhabitants, { idle, learning }, random, now);
	// Some hundred documents would keep a small machine busy for a minute: the demo's are made when somebody asks for one.
	await db.delete(jobs).where(eq(jobs.name, DOCUMENT_JOB));
	await foldAll(now);
	say(`${steps.length} kegiatan, ${placed} asesmen awal`);
}

async function runSteps(steps: Step[]): Promise<void> {
	for (let begin = 0; begin < steps.length; begin += BATCH) {
		const batch = steps.slice(begin, begin + BATCH);
		await transaction(function* (tx) {
			for (const step of batch) yield* step.do(tx);
		});
		if (begin % (BATCH * 25) === 0 && begin > 0) say(`${Math.round((100 * begin) / steps.length)}%`);
	}
}

async function openCourses(): Promise<DemoCourse[]> {
	const rows = await db
		.select({ courseId: courses.id, versionId: courseVersions.id, rules: courseVersions.exam })
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(isNotNull(courses.currentVersionId))
		.orderBy(asc(courses.slug));
	const open: DemoCourse[] = [];
	for (const row of rows) {
		const found = await db
			.select({ id: lessons.id })
			.from(lessons)
			.where(eq(lessons.versionId, row.versionId))
			.orderBy(asc(lessons.position));
		open.push({ ...row, lessonIds: found.map(({ id }) => id) });
	}
	return open;
}

function say(text: string): void {
	process.stdout.write(`  ${text}\n`);
}
