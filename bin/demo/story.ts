import { asc, eq } from "drizzle-orm";
import { appendForm } from "../../app/assessment/appendForm.server.ts";
import { itemOf } from "../../app/assessment/drawnItems.server.ts";
import { examPolicyAt } from "../../app/assessment/examPolicy.server.ts";
import { startAttempt } from "../../app/assessment/startAttempt.server.ts";
import { competenceName } from "../../app/catalog/framework.server.ts";
import { finishExam } from "../../app/certification/finishExam.server.ts";
import { enrol } from "../../app/learning/enrol.server.ts";
import { markLessonRead } from "../../app/learning/progress.server.ts";
import { attemptItems, type ExamRules, items } from "../../db/schema/index.ts";
import { type Body, run, type Tx } from "../../db/transaction.server.ts";
import { answerOf } from "./answers.ts";
import type { Inhabitant } from "./populate.ts";
import { below, type Random, seeded } from "./random.ts";

export type DemoCourse = { courseId: string; versionId: string; rules: ExamRules; lessonIds: string[] };
/** Something that a person does at a time; run in order of time over all people. */
export type Step = { at: number; do: (tx: Tx) => Body<void> };

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What one person does over the months: enrols, reads, tries the exam, and again if need be. */
export function storyOf(person: Inhabitant, course: DemoCourse, random: Random, now: number): Step[] {
	if (random() >= person.reach) return [];
	const { personId, agencyId, unitId } = person;
	const { courseId, versionId } = course;
	// Learning grew over the months: the root puts more of it near the present.
	let at = now - 180 * DAY + Math.floor(Math.sqrt(random()) * 172 * DAY);
	const state = { enrolmentId: "" };
	const steps: Step[] = [];
	steps.push({
		at,
		*do(tx) {
			const when = this.at;
			state.enrolmentId = (yield* enrol(tx, {
				personId,
				courseId,
				versionId,
				agencyId,
				unitId,
				now: when,
			})).enrolmentId;
		},
	});
	const persistence = random();
	for (const [index, lessonId] of course.lessonIds.entries()) {
		if (persistence < 0.3 && index > persistence * 20) return steps;
		at += HOUR + below(random, 2 * DAY);
		if (at > now) return steps;
		steps.push({
			at,
			*do(tx) {
				yield* markLessonRead(tx, { enrolmentId: state.enrolmentId, lessonId, now: this.at });
			},
		});
	}
	return [...steps, ...exams(person, course, state, random, at, now)];
}

function exams(
	person: Inhabitant,
	course: DemoCourse,
	state: { enrolmentId: string },
	random: Random,
	from: number,
	now: number,
): Step[] {
	const steps: Step[] = [];
	let ability = 0.5 + 0.45 * random();
	let at = from;
	for (let attempt = 1; attempt <= course.rules.attempts; attempt++) {
		at += (attempt === 1 ? HOUR : course.rules.waitHours * HOUR) + below(random, 3 * DAY);
		if (at > now - HOUR) break;
		const seed = below(random, 2 ** 31);
		const able = ability;
		steps.push({
			at,
			*do(tx) {
				yield* sitExam(tx, person, course, state.enrolmentId, able, seed, this.at);
			},
		});
		if (random() < 0.35) break;
		ability = Math.min(0.97, ability + 0.15);
	}
	return steps;
}

/** The source is made in here, since the body may run again and must then draw the same. */
function* sitExam(
	tx: Tx,
	person: Inhabitant,
	course: DemoCourse,
	enrolmentId: string,
	ability: number,
	seed: number,
	at: number,
): Body<void> {
	const random = seeded(seed);
	const { personId, agencyId, unitId } = person;
	const { courseId, versionId, rules } = course;
	const started = yield* startAttempt(tx, {
		enrolmentId,
		personId,
		agencyId,
		unitId,
		courseId,
		versionId,
		rules,
		lateWindowMs: examPolicyAt(at).lateWindowMinutes * MINUTE,
		now: at,
		random,
	});
	// Who has passed, or must wait, does not sit again.
	if (started.attemptId === null) return;
	const { attemptId } = started;
	const rows = yield* run(
		tx
			.select({
				position: attemptItems.position,
				order: attemptItems.optionOrder,
				id: items.id,
				content: items.content,
			})
			.from(attemptItems)
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.where(eq(attemptItems.attemptId, attemptId))
			.orderBy(asc(attemptItems.position)),
	);
	const drawn = rows.map((row) => ({ ...row, itemId: row.id, item: itemOf(row) }));
	const answers = new Map(drawn.map(({ position, item }) => [position, answerOf(item, ability, random)]));
	yield* appendForm(tx, { attemptId, personId, page: "demo", answers, drawn, now: at + 10 * MINUTE });
	yield* finishExam(tx, { attemptId, personId, competenceName, now: at + 25 * MINUTE });
}
