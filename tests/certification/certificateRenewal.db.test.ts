import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { examPage } from "#app/assessment/examPage.server.ts";
import { startAttempt } from "#app/assessment/startAttempt.server.ts";
import type { CourseFacts } from "#app/catalog/courseFacts.ts";
import { publishVersion } from "#app/catalog/publishVersion.server.ts";
import { certificateOfEnrolment } from "#app/certification/find.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { publicCertificate } from "#app/certification/public.ts";
import { beginRenewal } from "#app/certification/renewal/begin.server.ts";
import { renewalOffer } from "#app/certification/renewal/offer.server.ts";
import { renewalStanding } from "#app/certification/renewal/standing.server.ts";
import { tellEnding } from "#app/certification/renewal/tellEnding.server.ts";
import { withdrawPass } from "#app/certification/withdrawPass.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { lessonsRead } from "#app/learning/findEnrolment.server.ts";
import { withdrawVersion } from "#app/learning/withdrawVersion.server.ts";
import { findDraft } from "#app/studio/drafts.server.ts";
import { startNextVersion } from "#app/studio/nextVersion.server.ts";
import { renewalsAhead } from "#app/studio/renewalsAhead.server.ts";
import { db } from "#db/client.server.ts";
import {
	certificates,
	draftItems,
	draftLessons,
	enrolments,
	identifiers,
	jpLedger,
	lessons,
	mails,
	notices,
	renewals,
} from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW, someItems } from "#tests/support/make/course.ts";

const validity = { months: 12, renewal: "difference" as const };
const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
/** The first certificates are of 24 November 2026. */
const SOON = at("2027-10-01");
let agencyId: string;
beforeAll(async () => {
	agencyId = await makeAgency("3273");
});

type Course = { courseId: string; versionId: string; facts: CourseFacts };

async function learner(course: Course, passedAt: number | null = NOW) {
	const personId = await makePerson(agencyId);
	const who = { personId, courseId: course.courseId, versionId: course.versionId, agencyId, unitId: null };
	const { enrolmentId } = await transaction((tx) => enrol(tx, { ...who, now: NOW }));
	const one = { id: enrolmentId, personId, courseId: course.courseId };
	if (passedAt !== null) await sit(one, "a", passedAt);
	return one;
}
type Learner = Awaited<ReturnType<typeof learner>>;

/** Sits an exam in which every answer is that option: "a" is right everywhere. */
async function sit({ id, personId, courseId }: Learner, option: string, now: number) {
	const [row] = await db.select().from(enrolments).where(eq(enrolments.id, id));
	if (!row) throw new Error("no enrolment");
	const rules = rulesOf.get(row.versionId);
	if (!rules) throw new Error("no rules");
	const who = { enrolmentId: id, personId, courseId, versionId: row.versionId, agencyId, unitId: null };
	const started = await transaction((tx) =>
		startAttempt(tx, { ...who, rules, lateWindowMs: 0, now, random: Math.random }),
	);
	if (started.attemptId === null) throw new Error(started.entry.kind);
	const { attemptId } = started;
	const drawn = await drawnItems(attemptId);
	const answers = new Map(drawn.map(({ position }) => [position, { chosen: [option] }]));
	await transaction((tx) => appendForm(tx, { attemptId, personId, page: uuid(), answers, drawn, now }));
	const finished = await transaction((tx) =>
		finishExam(tx, { attemptId, personId, competenceName: (code) => code, now }),
	);
	return { attemptId, drawn, finished };
}
const rulesOf = new Map<string, CourseFacts["exam"]>();

async function course(slug: string, rest: Partial<CourseFacts> = {}): Promise<Course> {
	const made = await makeCourse(agencyId, slug, { validity, ...rest });
	rulesOf.set(made.versionId, made.facts.exam);
	return made;
}

const changedLessons = ["satu", "dua", "tiga"].map((slug) => ({
	slug,
	title: `Materi ${slug}`,
	minutes: slug === "satu" ? 10 : 25,
	objective: "Tahu.",
	source: `## Bagian ${slug}\n\nIsi${slug === "satu" ? "" : " yang baru"}.\n`,
}));
const newItem = (code: string, competence: string) => ({
	...(someItems()[0] as ReturnType<typeof someItems>[number]),
	code,
	competence,
	stem: `Soal ${code}?`,
});
const moreItems = [
	...someItems(),
	...["b1", "b2", "b3"].map((code) => newItem(code, "D3.1")),
	...["c1", "c2"].map((code) => newItem(code, "D3.2")),
];

/** Publishes version 2: one lesson changed, one new; three new items in the old competence, two in a new one. */
async function publishSecond({ courseId, facts }: Course) {
	const blueprint = [
		{ competence: "D3.1", level: 1, count: 4 },
		{ competence: "D3.2", level: 1, count: 2 },
	];
	const next = { ...facts, exam: { ...facts.exam, blueprint } };
	const parts = { facts: next, lessons: changedLessons, items: moreItems, media: [] };
	const { versionId } = await transaction((tx) =>
		publishVersion(tx, { ...parts, courseId, publishedBy: null, now: NOW + 1000 }),
	);
	rulesOf.set(versionId, next.exam);
	return versionId;
}

const standingOf = (one: Learner, now: number) => reading((tx) => renewalStanding(tx, one.id, now));
const begin = (enrolment: Learner, way: "whole" | "difference", now: number) =>
	transaction((tx) => beginRenewal(tx, { enrolment, way, now }));

describe("a certificate that runs out", () => {
	it("says until when, may be renewed in time, and is called run out afterwards", async () => {
		const one = await learner(await course("berakhir"));
		const found = await certificateOfEnrolment(one.id);
		expect(found?.validUntil).toBe("2027-11-24");
		expect(found && publicCertificate({ ...found, replacedByNumber: null }, at("2027-11-24"))).toMatchObject({
			status: "valid",
		});
		expect(found && publicCertificate({ ...found, replacedByNumber: null }, at("2027-11-25"))).toMatchObject({
			status: "expired",
			validUntil: "2027-11-24",
		});
		expect(await standingOf(one, at("2027-08-25"))).toEqual({ kind: "none" });
		expect(await standingOf(one, at("2027-08-26"))).toMatchObject({ kind: "offered", isExpired: false });
		expect(await standingOf(one, at("2028-05-01"))).toMatchObject({ kind: "offered", isExpired: true });
		expect(await begin(one, "whole", at("2027-08-25"))).toBe("not-yet");
	});

	it("does not run out where the course says nothing", async () => {
		const one = await learner(await course("selamanya", { validity: undefined }));
		expect((await certificateOfEnrolment(one.id))?.validUntil).toBeNull();
		expect(await standingOf(one, at("2060-01-01"))).toEqual({ kind: "none" });
	});

	it("is renewed by the difference: two lessons, five new items, the hours of these lessons", async () => {
		const first = await course("selisih");
		const one = await learner(first);
		const [read] = await db.select().from(lessons).where(eq(lessons.versionId, first.versionId));
		expect(read).toBeDefined();
		const versionId = await publishSecond(first);
		const offer = await reading((tx) => renewalOffer(tx, one.courseId, first.versionId, SOON));
		expect(offer?.whole).toMatchObject({ items: 6, durationMinutes: 30, jp: 2 });
		expect(offer?.difference).toMatchObject({ items: 5, durationMinutes: 25, jp: 1 });
		expect(offer?.difference?.lessons.map(({ slug }) => slug)).toEqual(["dua", "tiga"]);

		expect(await begin(one, "difference", SOON)).toBe("begun");
		expect(await begin(one, "whole", SOON + 1)).toBe("begun");
		expect(await db.select().from(renewals).where(eq(renewals.enrolmentId, one.id))).toHaveLength(1);
		const outline = await db.select().from(lessons).where(eq(lessons.versionId, versionId));
		const known = await lessonsRead(one.id);
		expect(outline.filter(({ id }) => known.has(id)).map(({ slug }) => slug)).toEqual(["satu"]);
		const examinee = { id: one.id, personId: one.personId, courseId: one.courseId, versionId };
		expect(await examPage(examinee, SOON)).toMatchObject({
			rules: { items: 5, durationMinutes: 25 },
			entry: { kind: "may-start", left: 2 },
		});

		const failed = await sit(one, "b", SOON + 1);
		expect(failed.drawn.map(({ item }) => item.code).sort()).toEqual(["b1", "b2", "b3", "c1", "c2"]);
		const [enrolled] = await db.select().from(enrolments).where(eq(enrolments.id, one.id));
		expect(enrolled).toMatchObject({ state: "passed", passedAt: NOW });
		expect(await standingOf(one, SOON + 2)).toMatchObject({ kind: "begun" });

		const again = SOON + 25 * 3_600_000;
		const { attemptId, finished } = await sit(one, "a", again);
		expect(finished).toMatchObject({ passed: true, score: 100 });
		const all = await db.select().from(certificates).where(eq(certificates.personId, one.personId));
		expect(all).toHaveLength(2);
		const renewed = await certificateOfEnrolment(one.id);
		expect(renewed).toMatchObject({ attemptId, versionId, jp: 1, validUntil: "2028-10-02" });
		expect(renewed?.print).toMatchObject({
			startedOn: "2027-10-01",
			subjects: [{ subject: "Pembaruan materi: Materi dua; Materi tiga", jp: 1 }],
		});
		expect((await shownAttempt(one))?.id).toBe(attemptId);
		expect(await standingOf(one, again)).toEqual({ kind: "none" });
		const credited = await db.select().from(jpLedger).where(eq(jpLedger.personId, one.personId));
		expect(credited.map(({ year, jp }) => [year, jp]).sort()).toEqual([
			[2026, 2],
			[2027, 1],
		]);
		// The one before stays as it is till its day.
		const before = all.find(({ id }) => id !== renewed?.id);
		expect(before).toMatchObject({ revokedAt: null, validUntil: "2027-11-24", remindOn: null });
	});

	it("is renewed by the whole where nothing is new, with a certificate of its own", async () => {
		const one = await learner(await course("sama"));
		expect(await begin(one, "difference", SOON)).toBe("no-difference");
		expect(await begin(one, "whole", SOON)).toBe("begun");
		const { finished, drawn } = await sit(one, "a", SOON + 1);
		expect(drawn).toHaveLength(4);
		const renewed = await certificateOfEnrolment(one.id);
		expect(renewed).toMatchObject({ id: finished?.certificateId, jp: 2, validUntil: "2028-10-01" });
	});

	it("cannot be renewed while the course has no version to learn, and a stranger's never", async () => {
		const made = await course("ditarik");
		const one = await learner(made);
		const actor = { id: "x", name: "X" };
		await transaction((tx) =>
			withdrawVersion(tx, { versionId: made.versionId, reason: "Keliru.", actor, now: SOON }),
		);
		expect(await begin(one, "whole", SOON)).toBe("no-version");
		expect(await begin({ ...one, id: uuid() }, "whole", SOON)).toBe("not-yet");
	});

	it("falls with its attempt when an item is repaired, and the renewal goes on", async () => {
		const one = await learner(await course("jatuh"));
		await begin(one, "whole", SOON);
		const { attemptId, finished } = await sit(one, "a", SOON + 1);
		const actor = { id: "x", name: "X" };
		const act = { kind: "apply", repairId: uuid(), protects: false, reason: "Kunci keliru.", actor } as const;
		await transaction((tx) => withdrawPass(tx, { attemptId, enrolmentId: one.id, act, now: SOON + 2 }));
		expect(await standingOf(one, SOON + 3)).toMatchObject({ kind: "begun" });
		const [enrolled] = await db.select().from(enrolments).where(eq(enrolments.id, one.id));
		expect(enrolled).toMatchObject({ state: "passed", passedAt: NOW });
		const [fallen] = await db
			.select()
			.from(certificates)
			.where(eq(certificates.id, finished?.certificateId ?? ""));
		expect(fallen?.revokedAt).toBe(SOON + 2);
	});
});

it("the author is shown before publication what it asks of whom", async () => {
	const first = await course("penyusun");
	await learner(first);
	await learner(first);
	await learner(first, null);
	const one = { courseId: first.courseId, agencyId, personId: null, now: SOON };
	const made = await transaction((tx) => startNextVersion(tx, one));
	const draft = await findDraft(made?.draftId ?? "", [{ kind: "agency", agencyId }]);
	if (!draft) throw new Error("no draft");
	const same = { lessons: 2, items: 4 };
	expect(await renewalsAhead(draft, SOON)).toEqual([{ number: 1, people: 2, difference: null, whole: same }]);
	const [text] = await db.select().from(draftLessons).where(eq(draftLessons.draftId, draft.id));
	await db
		.update(draftLessons)
		.set({ source: "Lain." })
		.where(eq(draftLessons.id, text?.id ?? ""));
	const item = newItem("baru", "D3.1");
	await db.insert(draftItems).values({ id: uuid(), draftId: draft.id, code: "baru", item, updatedAt: SOON });
	expect(await renewalsAhead(draft, SOON)).toEqual([
		{ number: 1, people: 2, difference: { lessons: 1, items: 1 }, whole: same },
	]);
	const facts = { ...draft.facts, validity: { months: 12, renewal: "whole" as const } };
	expect((await renewalsAhead({ ...draft, facts }, SOON))[0]?.difference).toBeNull();
});

it("the end is told at its days, once, in the site and by mail, and not to who has renewed or lost it", async () => {
	const made = await course("diberitahu");
	const one = await learner(made);
	const value = "pemilik@contoh.go.id";
	await db
		.insert(identifiers)
		.values({ id: uuid(), personId: one.personId, kind: "EMAIL", value, validFrom: NOW });
	const told = async () =>
		(await db.select().from(notices).where(eq(notices.personId, one.personId))).filter(
			({ kind, dismissedAt }) => kind.startsWith("certificate-end") && dismissedAt === null,
		);
	const sent = () => db.select().from(mails).where(eq(mails.personId, one.personId));
	await tellEnding(at("2027-08-25"), "https://cakap.test");
	expect(await told()).toEqual([]);
	await tellEnding(at("2027-08-26"), "https://cakap.test");
	await tellEnding(at("2027-08-26") + 3_600_000, "https://cakap.test");
	expect(await told()).toMatchObject([{ kind: "certificate-ending", data: { day: "2027-11-24" } }]);
	const [mail] = await sent();
	expect(mail?.body).toContain("24 November 2027");
	expect(mail?.body).toContain("https://cakap.test/pelatihan/diberitahu/perpanjang");
	// 25 October 2027 is a Monday; Saturday and Sunday are quiet.
	await tellEnding(at("2027-10-24"), "https://cakap.test");
	expect(await sent()).toHaveLength(1);
	await tellEnding(at("2027-10-25"), "https://cakap.test");
	await tellEnding(at("2027-11-17"), "https://cakap.test");
	await tellEnding(at("2027-11-25"), "https://cakap.test");
	expect(await told()).toMatchObject([{ kind: "certificate-ended" }]);
	expect(await sent()).toHaveLength(4);
	await tellEnding(at("2029-01-01"), "https://cakap.test");
	expect(await sent()).toHaveLength(4);

	const renewed = await learner(made);
	await begin(renewed, "whole", SOON);
	await sit(renewed, "a", SOON + 1);
	await tellEnding(at("2027-11-24"), "https://cakap.test");
	const mine = await db.select().from(notices).where(eq(notices.personId, renewed.personId));
	expect(mine.filter(({ kind }) => kind.startsWith("certificate-end"))).toEqual([]);
});
