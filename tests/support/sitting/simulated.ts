import { v7 as uuid } from "uuid";
import { type Random, shuffled } from "../../../app/assessment/draw.ts";
import { type Item, itemSchema } from "../../../app/assessment/item.ts";
import { keyAnswer } from "../../../app/assessment/score.ts";
import { seeded } from "../../../app/assessment/seeded.ts";
import { optionOrder } from "../../../app/assessment/shownItem.ts";
import type { ExamRules } from "../../../db/schema/catalog.ts";
import type { Rows } from "./rows.ts";

type Sat = {
	slug: string;
	/** Code of the agency that the people belong to. */
	agency: string;
	people: number;
	/** The item whose key is wrong, and the option that those who know take for right. */
	wrongKey: { code: string; truth: string };
	/** When the last of them ran out of time. */
	endedAt: number;
	seed: number;
};
export type Simulated = { personId: string; attemptId: string };

/**
 * People who sat a course's exam, each answer an event of its own given after some seconds; invented. Their time is
 * over and nobody has handed in, so the program's own job does that, with points, certificates and all that follows.
 */
export async function simulateSittings(rows: Rows, sat: Sat): Promise<Simulated[]> {
	const random = seeded(sat.seed);
	const [agency] = await rows.ask<{ id: string }>("SELECT id FROM agencies WHERE code = ?", sat.agency);
	const [version] = await rows.ask<{ id: string; courseId: string; exam: unknown }>(
		`SELECT v.id, v.course_id AS "courseId", v.exam FROM course_versions v JOIN courses c
		ON c.current_version_id = v.id WHERE c.slug = ?`,
		sat.slug,
	);
	if (!agency || !version) throw new Error("the agency or the course is not there");
	const bank = await rows.ask<{ id: string; competence: string; level: number; content: unknown }>(
		"SELECT id, competence, level, content FROM items WHERE version_id = ? ORDER BY code",
		version.id,
	);
	const read = bank.map((row) => ({ ...row, item: itemSchema.parse(parsed(row.content)) }));
	const { blueprint } = parsed(version.exam) as ExamRules;
	const made: Simulated[] = [];
	await rows.ask("BEGIN");
	for (let n = 0; n < sat.people; n++) {
		const startedAt = sat.endedAt - 3_600_000 + n;
		const personId = await person(rows, agency.id, n, startedAt);
		const enrolmentId = uuid();
		const attemptId = uuid();
		await rows.ask(
			`INSERT INTO enrolments (id, person_id, course_id, version_id, agency_id, state, enrolled_at)
			VALUES (?, ?, ?, ?, ?, 'finished', ?)`,
			...[enrolmentId, personId, version.courseId, version.id, agency.id, startedAt],
		);
		await rows.ask(
			`INSERT INTO attempts (id, enrolment_id, person_id, agency_id, version_id, number, state, started_at, deadline_at)
			VALUES (?, ?, ?, ?, ?, 1, 'open', ?, ?)`,
			...[attemptId, enrolmentId, personId, agency.id, version.id, startedAt, sat.endedAt],
		);
		const ability = 2.4 * random() - 1.2;
		let at = startedAt;
		const drawn = blueprint.flatMap(({ competence, level, count }) => {
			const cell = read.filter((one) => one.competence === competence && one.level === level);
			return shuffled(cell, random).slice(0, count);
		});
		for (const [index, { id, item }] of drawn.entries()) {
			const order = JSON.stringify(optionOrder(item, random));
			await rows.ask(
				"INSERT INTO attempt_items (attempt_id, position, item_id, option_order) VALUES (?, ?, ?, ?)",
				...[attemptId, index + 1, id, order],
			);
			at += 5000 + Math.floor(random() * 40_000);
			const value = JSON.stringify(answerTo(item, sat.wrongKey, ability, random));
			await rows.ask(
				`INSERT INTO answer_events (attempt_id, position, value, device, number, heard_at, elapsed_ms, given_at, received_at)
				VALUES (?, ?, ?, 'simulasi', ?, ?, 0, ?, ?)`,
				...[attemptId, index + 1, value, index + 1, at, at, at],
			);
		}
		made.push({ personId, attemptId });
	}
	await rows.ask("COMMIT");
	return made;
}

const parsed = (stored: unknown): unknown => (typeof stored === "string" ? JSON.parse(stored) : stored);

async function person(rows: Rows, agencyId: string, n: number, now: number): Promise<string> {
	const id = uuid();
	const name = `Peserta Simulasi ${n + 1}`;
	const key = name.toLowerCase();
	await rows.ask(
		"INSERT INTO people (id, name, sort_key, created_at) VALUES (?, ?, ?, ?)",
		id,
		name,
		key,
		now,
	);
	await rows.ask(
		`INSERT INTO memberships (id, person_id, agency_id, employment, job_class, position, sort_key, valid_from)
		VALUES (?, ?, ?, 'PNS', 'pelaksana', 'Pengelola', ?, ?)`,
		...[uuid(), id, agencyId, key, now],
	);
	return id;
}

/** Who knows answers right, or what is true where the key is wrong; the others take any option. */
function answerTo(item: Item, wrongKey: Sat["wrongKey"], ability: number, random: Random): unknown {
	const knows = random() < 1 / (1 + Math.exp(-2.5 * (ability + 0.3)));
	if (item.code === wrongKey.code && knows) return { chosen: [wrongKey.truth] };
	if (knows) return keyAnswer(item);
	if (!("options" in item)) return null;
	return { chosen: [item.options[Math.floor(random() * item.options.length)]?.id ?? ""] };
}
