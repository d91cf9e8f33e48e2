import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { examPage } from "#app/assessment/examPage.server.ts";
import { type Item, itemSchema } from "#app/assessment/item.ts";
import { resultOf } from "#app/assessment/resultView.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import { createCourse } from "#app/catalog/createCourse.server.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { putFile } from "#app/http/files.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { publicationFindings } from "#app/studio/gate.server.ts";
import { db } from "#db/client.server.ts";
import { attempts } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW, someFacts, someItems } from "#tests/support/make/course.ts";

const facts = someFacts("bergambar");
const pictures = [{ image: "media/titik.png", alt: "Sebuah titik" }];
const items: Item[] = someItems().map((item) => itemSchema.parse({ ...item, pictures }));
const bytes = new Uint8Array(readFileSync("tests/fixtures/items-exchange/titik.png"));
let media: { name: string; hash: string; type: string; bytes: number }[];

beforeAll(async () => {
	const { hash } = await putFile(bytes);
	media = [{ name: "media/titik.png", hash, type: "image/png", bytes: bytes.length }];
});

describe("the pictures of an item", () => {
	it("are shown with the question in the exam and in the result, with address, size and words", async () => {
		const agencyId = await makeAgency("3273");
		const personId = await makePerson(agencyId);
		const course = await transaction(function* (tx) {
			const made = yield* createCourse(tx, { slug: facts.slug, agencyId, audience: "all", now: NOW });
			const courseId = made?.courseId ?? "";
			const parts = { facts, lessons: [], items, media };
			const { versionId } = yield* publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW });
			return { courseId, versionId };
		});
		const who = { ...course, personId, agencyId, unitId: null, now: NOW };
		const { enrolmentId } = await transaction((tx) => enrol(tx, who));
		const start = { ...who, enrolmentId, rules: facts.exam, lateWindowMs: 0, random: Math.random };
		const { attemptId } = await transaction((tx) => startAttempt(tx, start));
		const page = await examPage({ id: enrolmentId, personId, ...course }, NOW);
		const shown = [{ src: `/media/${media[0]?.hash}/titik.png`, alt: "Sebuah titik", width: 1, height: 1 }];
		expect(page?.attempt?.items.map((item) => item.pictures)).toEqual([shown, shown, shown, shown]);
		const competenceName = (code: string) => code;
		await transaction((tx) =>
			finishExam(tx, { attemptId: attemptId ?? "", personId, competenceName, now: NOW + 1 }),
		);
		const [attempt] = await db.select().from(attempts);
		const result = attempt && (await resultOf(attempt));
		expect(result?.wrong?.map((one) => one.pictures)).toEqual([shown, shown, shown, shown]);
	});

	it("keep a course from being published while one is missing", async () => {
		const parts = { facts, lessons: [], items: items.slice(0, 1), media: [] };
		const found = async (held: typeof media) =>
			(await publicationFindings({ ...parts, media: held }, async () => []))
				.filter(({ code }) => code === "no-picture")
				.map(({ where }) => where);
		expect(await found([])).toEqual([items[0]?.code]);
		expect(await found(media)).toEqual([]);
	});
});
