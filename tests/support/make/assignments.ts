import { v7 as uuid } from "uuid";
import { recordActivity } from "#app/activity/record.server.ts";
import { createAssignment, type NewAssignment } from "#app/learning/assignments/assign.server.ts";
import { advancePass } from "#app/learning/assignments/pass.server.ts";
import { emptyRule } from "#app/learning/assignments/rule.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { recordPassed } from "#app/learning/progress.server.ts";
import { createPerson, type Post } from "#app/people/createPerson.server.ts";
import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { NOW } from "./course.ts";

let serial = 0;

type Staff = { now?: number; email?: string };

/** A person with a NIP of their own in that post; `now`: when it begins. */
export async function makeStaff(
	post: Partial<Post> & { agencyId: string },
	name: string,
	rest: Staff = {},
): Promise<string> {
	return transaction((tx) => staff(tx, post, name, rest));
}

/** So many of them at once. */
export async function makeCrowd(post: Partial<Post> & { agencyId: string }, size: number): Promise<void> {
	await transaction(function* (tx) {
		for (let n = 0; n < size; n++) yield* staff(tx, post, `Orang ${String(n).padStart(3, "0")}`, {});
	});
}

function* staff(
	tx: Tx,
	post: Partial<Post> & { agencyId: string },
	name: string,
	{ now = NOW, email }: Staff,
): Body<string> {
	serial++;
	const value = `19880101201401${1 + (serial % 2)}${String(serial).padStart(3, "0")}`;
	const whole: Post = {
		unitId: null,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Pengelola",
		grade: "III/a",
		...post,
	};
	const identifiers = [
		{ kind: "NIP" as const, value },
		...(email ? [{ kind: "EMAIL" as const, value: email }] : []),
	];
	const made = yield* createPerson(tx, { name, identifiers, post: whole, now });
	if (!made) throw new Error("the number is taken");
	return made.personId;
}

/** An assignment whose people are in. @returns its id */
export async function makeAssignment(
	given: Partial<NewAssignment> & { agencyId: string; courseIds: string[] },
): Promise<string> {
	const id = uuid();
	const made: NewAssignment = {
		id,
		unitId: null,
		title: "Keamanan siber",
		reason: "Wajib tahun ini bagi semua.",
		pathId: null,
		rule: { ...emptyRule, everyone: true },
		dueDay: "2026-12-08",
		dueAfterDays: null,
		everyYears: 0,
		startsDay: "2026-11-24",
		filterName: "",
		actor: { id: null, name: "Uji" },
		now: NOW,
		...given,
	};
	await transaction((tx) => createAssignment(tx, made));
	await advancePass(id, () => made.now);
	return id;
}

type Passing = { personId: string; courseId: string; versionId: string; agencyId: string; now: number };

/** The person passes the course, as far as enrolment and log tell. */
export async function passCourse({ now, ...who }: Passing): Promise<void> {
	await transaction(function* (tx) {
		const { enrolmentId } = yield* enrol(tx, { ...who, unitId: null, now });
		yield* recordPassed(tx, enrolmentId, now);
		yield* recordActivity(tx, { ...who, kind: "exam.passed", at: now });
	});
}
