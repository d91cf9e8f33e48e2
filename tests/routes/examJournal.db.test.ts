import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "#app/access/sessions.server.ts";
import type { GivenAnswer } from "#app/assessment/appendAnswers.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { environment } from "#app/http/env.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import type { AssetHandler } from "#bin/server/assets.ts";
import { listener } from "#bin/server/listener.ts";
import { inTurns } from "#bin/server/turns.ts";
import { db } from "#db/client.server.ts";
import { answerEvents } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson } from "#tests/support/make/course.ts";

const SAVE = "/pelatihan/jurnal/ujian/simpan";
const NOW = Date.now();
let agencyId: string;
let course: Awaited<ReturnType<typeof makeCourse>>;
let server: Server;
let url: string;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	course = await makeCourse(agencyId, "jurnal");
	const env = environment({ DEMO: "off" });
	const handler = async () => new Response("Remix", { status: 418 });
	const assets: AssetHandler = (_request, _response, next) => next();
	server = createServer(listener({ env, handler, assets, turns: inTurns(), isReady: () => true }));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	env.port = typeof address === "object" && address ? address.port : 0;
	url = `http://127.0.0.1:${env.port}`;
});
afterAll(() => void server.close());

async function sitting() {
	const personId = await makePerson(agencyId);
	const { courseId, versionId, facts } = course;
	const who = { personId, courseId, versionId, agencyId, unitId: null, now: NOW };
	const { enrolmentId } = await transaction((tx) => enrol(tx, who));
	const start = { ...who, enrolmentId, rules: facts.exam, lateWindowMs: 0, random: Math.random };
	const { attemptId } = await transaction((tx) => startAttempt(tx, start));
	if (attemptId === null) throw new Error("not started");
	const [cookie = ""] = (await openSession(personId, "uji", NOW)).split(";");
	const stored = () => db.select().from(answerEvents).where(eq(answerEvents.attemptId, attemptId));
	const send = (answers: unknown[], attempt = attemptId) =>
		post(cookie, { attempt, device: "aaaaaaaa", waiting: answers.length, sign: null, answers });
	return { attemptId, cookie, send, stored };
}

async function post(cookie: string, body: unknown, headers: Record<string, string> = {}) {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	const own = { Cookie: cookie, Origin: url, "Content-Type": "application/json", ...headers };
	const response = await fetch(url + SAVE, { method: "POST", headers: own, body: text });
	const said = await response.text();
	const isJson = response.headers.get("Content-Type") === "application/json";
	return { status: response.status, headers: response.headers, said: isJson ? JSON.parse(said) : said };
}

const given = (number: number, part: Partial<GivenAnswer> = {}): GivenAnswer => ({
	...{ device: "aaaaaaaa", number, position: 1, value: { chosen: ["a"] }, heardAt: NOW, elapsedMs: 0 },
	...part,
});

describe("the exam's journal address", () => {
	it("keeps an answer and says so, in pieces of up to 200, with the headers of every answer", async () => {
		const { send, stored } = await sitting();
		const one = await send([given(1)]);
		expect(one.status).toBe(200);
		expect(one.said).toMatchObject({ status: "kept", isOpen: true, kept: [{ number: 1 }], refused: [] });
		expect(one.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
		const many = await send(Array.from({ length: 200 }, (_, index) => given(index + 1)));
		expect(many.said.kept).toHaveLength(200);
		expect(many.headers.get("Content-Encoding")).toBe("gzip");
		expect(await stored()).toHaveLength(200);
	});

	it("keeps an answer that was taken back as no answer", async () => {
		const { send, stored } = await sitting();
		await send([given(1, { value: null }), given(2, { position: 2 })]);
		expect((await send([given(1, { value: null })])).said).toMatchObject({ isRenumbering: false });
		const values = (await stored()).map(({ number, value }) => [number, value]).sort();
		expect(values).toEqual([
			[1, null],
			[2, { chosen: ["a"] }],
		]);
	});

	it("refuses 10,000 answers at once with a sentence that helps, and keeps the next ones", async () => {
		const { send, stored } = await sitting();
		const short = Array.from({ length: 10_000 }, () => 1);
		const tooMany = await send(short);
		expect(tooMany.status).toBe(413);
		expect(tooMany.said.why).toContain("Paling banyak 200 jawaban sekali kirim");
		const long = await send(Array.from({ length: 10_000 }, (_, index) => given(index + 1)));
		expect(long.status).toBe(413);
		expect(long.said).toContain("terlalu besar");
		expect(await stored()).toHaveLength(0);
		expect((await send([given(1)])).said.kept).toHaveLength(1);
	});

	it("takes nothing for another's attempt, and nothing without a session", async () => {
		const { attemptId, stored } = await sitting();
		const other = await sitting();
		const foreign = await other.send([given(1)], attemptId);
		expect([foreign.status, foreign.said.status]).toEqual([404, "unknown"]);
		expect(foreign.said.why).toContain("bukan milik akun yang sedang masuk");
		const message = { attempt: attemptId, device: "aaaaaaaa", waiting: 1, sign: null, answers: [given(1)] };
		expect((await post("", message)).status).toBe(401);
		expect((await post("session=salah", message)).status).toBe(401);
		expect(await stored()).toHaveLength(0);
	});

	it("refuses a form of another site, and what is no message", async () => {
		const { attemptId, cookie, stored } = await sitting();
		const message = { attempt: attemptId, device: "aaaaaaaa", waiting: 1, sign: null, answers: [given(1)] };
		expect((await post(cookie, message, { Origin: "https://jahat.example" })).status).toBe(403);
		for (const body of [
			"",
			"{",
			"null",
			"[]",
			'"x"',
			'{"attempt":1}',
			JSON.stringify({ ...message, device: "x" }),
		]) {
			const refused = await post(cookie, body);
			expect([refused.status, refused.said.status]).toEqual([400, "unreadable"]);
			expect(refused.said.why).toContain("tidak ada yang berubah");
		}
		expect(await stored()).toHaveLength(0);
	});

	it("says of each answer why it is refused, and keeps the others of the message", async () => {
		const { send, stored } = await sitting();
		const { said } = await send([
			given(1, { position: 99 }),
			given(2, { value: { typed: "teks" } }),
			{ device: "aaaaaaaa", number: 3, value: 7 },
			given(4, { heardAt: NOW * 2, elapsedMs: -1 }),
		]);
		expect(said.kept).toEqual([{ device: "aaaaaaaa", number: 4 }]);
		expect(said.refused.map((one: { number: number; why: string }) => [one.number, one.why])).toEqual([
			[1, expect.stringContaining("tidak ada dalam ujian Anda")],
			[2, expect.stringContaining("tidak sesuai dengan bentuk soalnya")],
			[3, expect.stringContaining("tidak sesuai dengan bentuk soalnya")],
		]);
		const [row] = await stored();
		expect(row?.givenAt).toBeLessThanOrEqual(row?.receivedAt ?? 0);
	});

	it("asks a browser whose number went back to take new ones, and writes over nothing", async () => {
		const { send, stored } = await sitting();
		await send([given(1), given(2, { value: { chosen: ["b"] } })]);
		const { said } = await send([given(2), given(3, { position: 2 })]);
		expect(said).toMatchObject({ isRenumbering: true, kept: [{ number: 3 }], refused: [] });
		const second = (await stored()).find(({ number }) => number === 2);
		expect(second?.value).toEqual({ chosen: ["b"] });
	});
});
