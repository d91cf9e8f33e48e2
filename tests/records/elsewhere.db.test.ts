import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { AgencyScope } from "#app/agencies/scope.ts";
import { putFile, recordFile } from "#app/http/files.server.ts";
import { type Decision, recognise, returnPiece, takeBack } from "#app/records/elsewhere/decide.server.ts";
import { duplicatesOf } from "#app/records/elsewhere/duplicates.server.ts";
import { type HandedIn, handIn, MOST_WAITING, withdrawPiece } from "#app/records/elsewhere/handIn.server.ts";
import { findPiece, ownPiece, piecesIn } from "#app/records/elsewhere/pieces.server.ts";
import { ownJp } from "#app/records/jp/ownJp.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, identifiers, jpLedger, learningElsewhere, mails, notices } from "#db/schema/index.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeStaff } from "#tests/support/make/assignments.ts";
import { makeAgency, makeCourse, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

let agencyId: string;
let otherId: string;
let unitId: string;
let admin: string;
let made = 0;
const zone = "Asia/Jakarta";

beforeAll(async () => {
	agencyId = await makeAgency("3204");
	otherId = await makeAgency("3273");
	unitId = await makeUnit(agencyId, "Bidang");
	admin = await makeStaff({ agencyId }, "Pengelola");
});

const someone = (email?: string) => makeStaff({ agencyId, unitId }, `Pegawai ${++made}`, { email });

async function aFile(text: string): Promise<string> {
	const stored = await putFile(Buffer.from(`%PDF-1.7 ${text}`));
	await transaction((tx) => recordFile(tx, { ...stored, mediaType: "application/pdf", now: NOW }));
	return stored.hash;
}

async function given(personId: string, rest: Partial<HandedIn> = {}): Promise<string> {
	const fileHash = rest.fileHash ?? (await aFile(`${++made}`));
	const piece: HandedIn = {
		...{ personId, agencyId, unitId, title: "Pelatihan Analisis Data Pemerintahan", issuer: "Balai Diklat" },
		...{ number: "", startedOn: "2026-03-02", finishedOn: "2026-03-06", jp: 12, form: 3 },
		...{ fileType: "application/pdf", fileBytes: 10, now: NOW + made },
		...rest,
		fileHash,
	};
	const done = await transaction((tx) => handIn(tx, piece));
	if (typeof done === "string") throw new Error(done);
	return done.id;
}

const whole = (): AgencyScope => ({ kind: "agency", agencyId });
const by = (id: string, rest: Partial<Decision> = {}): Decision => ({
	...{
		id,
		scope: whole(),
		actor: { id: admin, name: "Pengelola" },
		reason: "Sertifikat asli diperiksa.",
		now: NOW,
	},
	...rest,
});
const hours = async (personId: string) => (await ownJp(personId, 2026, zone)).earned;
const duplicates = async (id: string) => {
	const [piece] = await db.select().from(learningElsewhere).where(eq(learningElsewhere.id, id));
	if (!piece) throw new Error("no piece");
	return reading((tx) => duplicatesOf(tx, piece));
};

describe("learning elsewhere", () => {
	it("waits, counts nothing, and is recognised in part: once, on the day it was finished, marked as such", async () => {
		const personId = await someone("pegawai@contoh.go.id");
		const id = await given(personId);
		expect(await hours(personId)).toBe(0);
		expect(await transaction((tx) => recognise(tx, by(id), 8))).toBe(true);
		expect(await transaction((tx) => recognise(tx, by(id), 8))).toBe(false);
		const jp = await ownJp(personId, 2026, zone);
		expect(jp.earned).toBe(8);
		expect(jp.items).toMatchObject([{ jp: 8, day: "2026-03-06", isElsewhere: true }]);
		expect(jp.items[0]?.of).toMatchObject({ issuer: "Balai Diklat" });
		const told = await db.select().from(notices).where(eq(notices.personId, personId));
		expect(told).toMatchObject([{ kind: "learning-recognised", data: { jp: "8" } }]);
		const [mail] = await db.select().from(mails).where(eq(mails.personId, personId));
		expect(mail?.body).toContain("Pelatihan Analisis Data Pemerintahan");
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
		expect(acts).toMatchObject([{ action: "learning.recognise", detail: { claimed: 12, jp: 8 } }]);
	});

	it("is taken back by a row that reverses it, never by a change", async () => {
		const personId = await someone();
		const id = await given(personId);
		await transaction((tx) => recognise(tx, by(id), 12));
		expect(await transaction((tx) => takeBack(tx, by(id)))).toBe(true);
		expect(await transaction((tx) => takeBack(tx, by(id)))).toBe(false);
		expect(await hours(personId)).toBe(0);
		const rows = await db.select().from(jpLedger).where(eq(jpLedger.personId, personId));
		const first = rows.find(({ jp }) => jp > 0);
		expect(rows.find(({ jp }) => jp < 0)).toMatchObject({ jp: -12, reversalOf: first?.id, year: 2026 });
	});

	it("is given back with a reason, and can be handed in again", async () => {
		const personId = await someone();
		const fileHash = await aFile("dikembalikan");
		const id = await given(personId, { fileHash });
		expect(await transaction((tx) => returnPiece(tx, by(id)))).toBe(true);
		expect(await transaction((tx) => recognise(tx, by(id), 1))).toBe(false);
		expect(await hours(personId)).toBe(0);
		await given(personId, { fileHash });
	});

	it.each([0, 13, 1.5, -4])("is never recognised for %d hours of 12, and still waits", async (jp) => {
		const personId = await someone();
		const id = await given(personId);
		await expect(transaction((tx) => recognise(tx, by(id), jp))).rejects.toThrow(RangeError);
		expect(await ownPiece(id, personId)).toMatchObject({ state: "waiting", recognisedJp: null });
	});

	it("is withdrawn by its person alone, while it waits", async () => {
		const personId = await someone();
		const id = await given(personId);
		expect(await transaction((tx) => withdrawPiece(tx, admin, id))).toBe(false);
		expect(await transaction((tx) => withdrawPiece(tx, personId, id))).toBe(true);
		expect(await transaction((tx) => withdrawPiece(tx, personId, id))).toBe(false);
		expect(await transaction((tx) => recognise(tx, by(id), 1))).toBe(false);
	});

	it("of the same file is taken once, and so many wait at most", async () => {
		const personId = await someone();
		const fileHash = await aFile("sekali");
		await given(personId, { fileHash });
		await expect(given(personId, { fileHash })).rejects.toThrow("present");
		for (let n = 1; n < MOST_WAITING; n++) await given(personId);
		await expect(given(personId)).rejects.toThrow("too-many");
	});
});

describe("who decides", () => {
	it("is the agency's or the unit's admin, and never whose piece it is", async () => {
		const personId = await someone();
		const id = await given(personId);
		const elsewhere = await makeUnit(agencyId, "Bidang lain");
		const outside: Partial<Decision>[] = [
			{ scope: { kind: "agency", agencyId: otherId } },
			{ scope: { kind: "unit", agencyId, unitIds: [elsewhere] } },
			{ scope: { kind: "unit", agencyId: otherId, unitIds: [unitId] } },
			{ actor: { id: personId, name: "Dirinya" } },
		];
		for (const rest of outside) {
			const decision = by(id, rest);
			expect(await transaction((tx) => recognise(tx, decision, 1))).toBe(false);
			expect(await transaction((tx) => returnPiece(tx, decision))).toBe(false);
			expect(await findPiece(id, decision.scope, decision.actor.id)).toBeNull();
			const listed = await piecesIn(decision.scope, decision.actor.id, "waiting", null, 200);
			expect(listed.map((one) => one.id)).not.toContain(id);
		}
		const own: AgencyScope = { kind: "unit", agencyId, unitIds: [unitId] };
		expect((await piecesIn(own, admin, "waiting", null, 200)).map((one) => one.id)).toContain(id);
		expect(await transaction((tx) => recognise(tx, by(id, { scope: own }), 1))).toBe(true);
	});
});

describe("a duplicate", () => {
	it("is found by bytes, by number however it is typed, and by overlapping days with a like title", async () => {
		const personId = await someone();
		const fileHash = await aFile("kembar");
		const first = await given(personId, { fileHash, number: "800/123/BKD-2026" });
		await transaction((tx) => returnPiece(tx, by(first)));
		expect(await duplicates(await given(personId, { fileHash }))).toMatchObject([
			{ why: "bytes", where: "own" },
		]);
		const sameNumber = {
			number: "800 123 bkd 2026",
			title: "Lain sama sekali",
			startedOn: "2026-05-01",
			finishedOn: "2026-05-02",
		};
		expect((await duplicates(await given(personId, sameNumber))).map(({ why }) => why)).toContain("number");
		const alike = {
			title: "Analisis data pemerintahan (angkatan II)",
			startedOn: "2026-03-06",
			finishedOn: "2026-03-09",
		};
		expect((await duplicates(await given(personId, alike))).map(({ why }) => why)).toContain("title");
		const later = { ...alike, startedOn: "2026-08-01", finishedOn: "2026-08-02" };
		const other = await someone();
		expect(await duplicates(await given(other, later))).toEqual([]);
	});

	it("of another person is told without a word of theirs, and one of our own certificates with its number", async () => {
		const [one, other] = [await someone(), await someone()];
		const fileHash = await aFile("milik berdua");
		await given(one, { fileHash, title: "Rahasia orang pertama" });
		expect(await duplicates(await given(other, { fileHash }))).toEqual([
			{ why: "bytes", where: "other-person", title: null, number: null, state: "waiting" },
		]);
		const course = await makeCourse(agencyId, "ganda");
		await passExam({ ...course, personId: one, agencyId, now: NOW });
		const days = { startedOn: "2026-11-24", finishedOn: "2026-11-24" };
		const found = await duplicates(await given(one, { ...days, title: course.facts.title }));
		expect(found).toMatchObject([{ why: "title", where: "cakap", title: course.facts.title }]);
	});
});

it("nothing of the identifiers leaves with a list", async () => {
	const personId = await someone();
	await given(personId);
	const [row] = await db.select().from(identifiers).where(eq(identifiers.personId, personId));
	const listed = JSON.stringify(await piecesIn(whole(), admin, "waiting", null, 200));
	expect(listed).not.toContain(row?.value);
});
