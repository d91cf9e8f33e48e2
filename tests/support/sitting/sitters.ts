import { createHash, randomBytes } from "node:crypto";
import type http from "node:http";
import { v7 as uuid } from "uuid";
import type { Answer } from "../../../app/assessment/answer.ts";
import { type Item, itemSchema } from "../../../app/assessment/item.ts";
import { keyAnswer } from "../../../app/assessment/score.ts";
import { agentFor, call } from "./post.ts";
import type { Rows } from "./rows.ts";

export const COURSE = "/pelatihan/keamanan-siber";
/** Somebody who sits the exam, with a session and a connection of their own. */
export type Sitter = { personId: string; cookie: string; device: string; agent: http.Agent };
export type Sitting = { attempt: string; items: { position: number; item: Item }[] };

/**
 * People of one agency, each with a session, written as the program would: signing thousands in by password would
 * measure argon2id.
 */
export async function makeSitters(rows: Rows, count: number): Promise<Sitter[]> {
	const [agency] = await rows.ask<{ id: string }>("SELECT id FROM agencies WHERE code = ?", "K-PANRB");
	const now = Date.now();
	const sitters: Sitter[] = [];
	await rows.ask("BEGIN");
	for (let n = 0; n < count; n++) {
		const personId = uuid();
		const name = `Peserta ${n}`;
		await rows.ask(
			"INSERT INTO people (id, name, sort_key, created_at) VALUES (?, ?, ?, ?)",
			...[personId, name, `peserta ${n}`, now],
		);
		await rows.ask(
			`INSERT INTO memberships (id, person_id, agency_id, employment, job_class, position, sort_key, valid_from)
			VALUES (?, ?, ?, 'PNS', 'pelaksana', 'Pengelola', ?, ?)`,
			...[uuid(), personId, agency?.id, `peserta ${n}`, now],
		);
		await rows.ask(
			"INSERT INTO identifiers (id, person_id, kind, value, valid_from) VALUES (?, ?, 'EMAIL', ?, ?)",
			...[uuid(), personId, `${personId}@contoh.go.id`, now],
		);
		const token = randomBytes(32).toString("base64url");
		await rows.ask(
			"INSERT INTO sessions (id, person_id, expires_at, created_at, last_seen_at, device) VALUES (?, ?, ?, ?, ?, 'uji')",
			...[createHash("sha256").update(token).digest("hex"), personId, now + 86_400_000, now, now],
		);
		const device = randomBytes(16).toString("hex");
		sitters.push({ personId, cookie: `session=${token}`, device, agent: agentFor() });
	}
	await rows.ask("COMMIT");
	return sitters;
}

/** Enrols them in the course, in the database. */
export async function enrolSitters(rows: Rows, sitters: readonly Sitter[]): Promise<void> {
	const [version] = await rows.ask<{ id: string; course: string }>(
		"SELECT v.id, c.id AS course FROM course_versions v JOIN courses c ON c.id = v.course_id WHERE c.slug = ?",
		COURSE.split("/").at(-1),
	);
	const [agency] = await rows.ask<{ id: string }>("SELECT id FROM agencies WHERE code = ?", "K-PANRB");
	await rows.ask("BEGIN");
	for (const { personId } of sitters)
		await rows.ask(
			`INSERT INTO enrolments (id, person_id, course_id, version_id, agency_id, state, enrolled_at)
			VALUES (?, ?, ?, ?, ?, 'enrolled', ?)`,
			...[uuid(), personId, version?.course, version?.id, agency?.id, Date.now()],
		);
	await rows.ask("COMMIT");
}

/** Enrols, begins the exam and opens its page, as a person does. @returns the attempt's id */
export async function beginExam(port: number, { cookie, agent }: Sitter): Promise<string> {
	const to = (path: string, form?: string) =>
		call(agent, { port, path, cookie, ...(form === undefined ? {} : { form }) });
	await to(`${COURSE}?index`, "intent=enrol");
	await to(`${COURSE}/ujian?index`, "intent=start");
	const page = await to(`${COURSE}/ujian`);
	const attempt = /name="attempt" value="([^"]+)"/.exec(page?.body ?? "")?.[1];
	if (!attempt) throw new Error(`the exam did not begin: ${page?.status} ${page?.location}`);
	return attempt;
}

/** The items that an attempt drew, with their keys, from the database. */
export async function itemsDrawn(rows: Rows, attempt: string): Promise<Sitting["items"]> {
	const drawn = await rows.ask<{ position: number; content: unknown }>(
		`SELECT a.position, i.content FROM attempt_items a JOIN items i ON i.id = a.item_id
		WHERE a.attempt_id = ? ORDER BY a.position`,
		attempt,
	);
	return drawn.map(({ position, content }) => ({
		position,
		item: itemSchema.parse(typeof content === "string" ? JSON.parse(content) : content),
	}));
}

/** Some answer that fits the item, by chance. */
export function someAnswer(item: Item, random: () => number): Answer {
	const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	switch (item.type) {
		case "matching": {
			const rights = [...item.pairs.map(({ right }) => right), ...item.distractors];
			return { pairs: Object.fromEntries(item.pairs.map(({ id }) => [id, one(rights)])) };
		}
		case "numeric":
			return { typed: String(item.answer + Math.floor(random() * 3)) };
		case "text":
			return { typed: random() < 0.5 ? (item.accept[0] ?? "") : "belum tahu" };
		case "single":
		case "multiple":
		case "truefalse":
			return { chosen: [one(item.options).id] };
		default:
			return random() < 0.5 ? keyAnswer(item) : null;
	}
}
