import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetOldKeys, openInvitations } from "#app/access/accountKeys.server.ts";
import { inviteByCode, inviteByMail, revokeInvitations } from "#app/access/invite.server.ts";
import { type Among, countInvitees } from "#app/access/invitees.server.ts";
import { inviteAll, makeLetters } from "#app/access/inviteMany.server.ts";
import { lettersPdf } from "#app/access/letterPdf.server.ts";
import { hashPassword, setPasswordHash, verifyPassword } from "#app/access/passwords.server.ts";
import { RESET_JOB, requestReset, sendReset } from "#app/access/requestReset.server.ts";
import { openSession, sessionsOf } from "#app/access/sessions.server.ts";
import { openByCode, openByLink } from "#app/access/usePasswordKey.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { db } from "#db/client.server.ts";
import { accountKeys, auditLog, credentials, identifiers, jobs, mails, people } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import { pdfText } from "#tests/support/pdfText.ts";

const PASSWORD = "kucing hujan sepeda";
const DAY = 86_400_000;
const actor = { id: null, name: "Pengelola" };
let agency: { id: string; name: string };
let office: string;
let desk: string;
let serial = 0;

beforeAll(async () => {
	agency = { id: await makeAgency("3273"), name: "Kota Bandung" };
	office = await makeUnit(agency.id, "Dinas");
	desk = await makeUnit(agency.id, "Bidang", office);
});
beforeEach(async () => {
	await db.delete(mails);
	await db.delete(jobs);
});

/** A person without an account; `email` true gives them an address. */
async function person(email: boolean, unitId: string | null = null, name = "Sari Utami") {
	serial++;
	const value = `199001012015012${String(serial).padStart(3, "0")}`;
	const known = [
		{ kind: "NIP" as const, value },
		...(email ? [{ kind: "EMAIL" as const, value: `p${serial}@contoh.go.id` }] : []),
	];
	const post = {
		agencyId: agency.id,
		unitId,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Arsiparis",
		grade: "",
	} as const;
	const made = await transaction((tx) => createPerson(tx, { name, identifiers: known, post, now: NOW }));
	if (!made) throw new Error("taken");
	return { ...made, value };
}

const invitation = (personId: string, now = NOW) => ({ personId, agency, actor, now });
const code = (personId: string, channel: "letter" | "voice" = "voice", now = NOW) =>
	transaction((tx) => inviteByCode(tx, { ...invitation(personId, now), channel }));
async function link(personId: string, now = NOW): Promise<string> {
	await db.delete(mails);
	await transaction((tx) => inviteByMail(tx, { ...invitation(personId, now), origin: "https://cakap.test" }));
	return tokenIn((await db.select().from(mails))[0]?.body);
}
const tokenIn = (body = "") => /https?:\S+\/sandi\/(\S+)/.exec(body)?.[1] ?? "";
const byCode = (
	identifier: string,
	typed: string,
	rest: { fresh?: string; now?: number; address?: string } = {},
) => openByCode({ identifier, code: typed, fresh: PASSWORD, address: "203.0.113.9", now: NOW, ...rest });
async function passwordIs(personId: string, password: string): Promise<boolean> {
	const [row] = await db.select().from(credentials).where(eq(credentials.personId, personId));
	return verifyPassword(row?.passwordHash ?? null, password);
}

describe("an invitation by mail", () => {
	it("opens the account once, is stored by its hash only, and is on record without the link", async () => {
		const { personId } = await person(true);
		const token = await link(personId);
		expect(token.length).toBeGreaterThan(40);
		const [key] = await db.select().from(accountKeys).where(eq(accountKeys.personId, personId));
		expect(key?.hash).toBe(createHash("sha256").update(token).digest("hex"));
		expect(await openByLink(token, "pendek", NOW)).toEqual({ kind: "weak", problem: "short" });
		expect(await openByLink(token, PASSWORD, NOW)).toEqual({ kind: "opened", personId });
		expect(await passwordIs(personId, PASSWORD)).toBe(true);
		expect(await openByLink(token, "payung biru meja kayu", NOW)).toEqual({ kind: "refused" });
		expect(await passwordIs(personId, PASSWORD)).toBe(true);
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
		expect(acts.map(({ action }) => action).sort()).toEqual(["account.open", "invitation.make"]);
		expect(JSON.stringify(acts)).not.toContain(token);
	});

	it("used in two tabs at once opens it in one", async () => {
		const { personId } = await person(true);
		const token = await link(personId);
		const both = await Promise.all([openByLink(token, PASSWORD, NOW), openByLink(token, PASSWORD, NOW)]);
		expect(both.map(({ kind }) => kind).sort()).toEqual(["opened", "refused"]);
	});

	it("ends after 14 days, by the next one, and when it is taken back", async () => {
		const { personId } = await person(true);
		const late = await link(personId);
		expect(await openByLink(late, PASSWORD, NOW + 14 * DAY)).toEqual({ kind: "refused" });
		const next = await link(personId);
		expect(await openByLink(late, PASSWORD, NOW)).toEqual({ kind: "refused" });
		expect(await openInvitations(personId, NOW)).toHaveLength(1);
		expect(await transaction((tx) => revokeInvitations(tx, invitation(personId)))).toBe(true);
		expect(await transaction((tx) => revokeInvitations(tx, invitation(personId)))).toBe(false);
		expect(await openByLink(next, PASSWORD, NOW)).toEqual({ kind: "refused" });
	});
});

it("nobody opens the account of who has died, and nobody writes to them", async () => {
	const { personId, value } = await person(true);
	const token = await link(personId);
	const typed = await code(personId);
	const fresh = await link(personId);
	await db.update(people).set({ diedAt: NOW }).where(eq(people.id, personId));
	await db.delete(mails);
	for (const one of [token, fresh]) expect(await openByLink(one, PASSWORD, NOW)).toEqual({ kind: "refused" });
	expect(await byCode(value, typed)).toEqual({ kind: "refused" });
	await transaction((tx) => sendReset(tx, { personId }, NOW));
	expect(await db.select().from(mails)).toEqual([]);
});

describe("a code", () => {
	it("opens its person's account only, typed in any case, with or without hyphens", async () => {
		const mine = await person(false);
		const other = await person(false);
		const typed = await code(mine.personId, "letter");
		expect(typed).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
		expect(await byCode(other.value, typed)).toEqual({ kind: "refused" });
		expect(await byCode("199912312020121999", typed)).toEqual({ kind: "refused" });
		expect(await byCode(mine.value, "AAAA-AAAA-AAAA-AAAA")).toEqual({ kind: "refused" });
		const sloppy = typed.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
		expect(await byCode(mine.value, sloppy)).toEqual({ kind: "opened", personId: mine.personId });
		expect(await byCode(mine.value, typed)).toEqual({ kind: "refused" });
	});

	it("is not found by trying: known and unknown identifiers wait alike", async () => {
		const { value, personId } = await person(false);
		const right = await code(personId);
		for (const identifier of [value, "199912312020121998"]) {
			for (let i = 0; i < 8; i++) expect(await byCode(identifier, `SALAH${i}`)).toEqual({ kind: "refused" });
			expect(await byCode(identifier, right)).toEqual({ kind: "throttled", retryAfterSeconds: 900 });
		}
		expect((await byCode(value, right, { now: NOW + 900_000 })).kind).toBe("opened");
	});

	it("for who has an account leaves the old password until it is used, then ends all sessions and tells them", async () => {
		const { value, personId } = await person(true);
		const old = await hashPassword("payung biru meja kayu");
		await transaction((tx) => setPasswordHash(tx, personId, old, NOW));
		await openSession(personId, "Chrome", NOW);
		const typed = await code(personId);
		expect(await passwordIs(personId, "payung biru meja kayu")).toBe(true);
		expect(await byCode(value, typed, { now: NOW + DAY })).toEqual({ kind: "refused" });
		expect(await sessionsOf(personId, NOW)).toHaveLength(1);
		expect((await byCode(value, typed)).kind).toBe("opened");
		expect(await sessionsOf(personId, NOW)).toEqual([]);
		expect((await db.select().from(mails)).map(({ subject }) => subject)).toEqual([
			"Kata sandi Anda di Cakap diganti",
		]);
	});
});

describe("a forgotten password", () => {
	const work = async (now = NOW) => {
		const waiting = await db.select().from(jobs).where(eq(jobs.name, RESET_JOB));
		for (const { payload } of waiting) await transaction((tx) => sendReset(tx, payload, now));
		return waiting.map(({ payload }) => Object.keys(payload));
	};

	it("is asked for alike by known and unknown, and only the known who have an address get a link", async () => {
		const known = await person(true);
		const mute = await person(false);
		for (const identifier of [known.value, mute.value, "199912312020121997", "tiada@contoh.go.id"])
			expect(await requestReset(identifier, "203.0.113.1", NOW)).toBe(0);
		const shapes = await work();
		expect(new Set(shapes.map(String))).toEqual(new Set(["personId"]));
		expect(shapes).toHaveLength(4);
		const sent = await db.select().from(mails);
		expect(sent.map(({ personId }) => personId)).toEqual([known.personId]);
		const token = tokenIn(sent[0]?.body);
		expect(await openByLink(token, PASSWORD, NOW + 3_600_000)).toEqual({ kind: "refused" });
		expect((await openByLink(token, PASSWORD, NOW + 3_599_999)).kind).toBe("opened");
	});

	it("is asked for three times in a quarter of an hour, known or not; using one link ends the others", async () => {
		const { value, personId } = await person(true);
		for (const identifier of [value, "199912312020121996"]) {
			for (let i = 0; i < 3; i++) expect(await requestReset(identifier, "203.0.113.2", NOW)).toBe(0);
			expect(await requestReset(identifier, "203.0.113.2", NOW)).toBe(900);
		}
		await work();
		const tokens = (await db.select().from(mails)).map(({ body }) => tokenIn(body));
		expect(tokens).toHaveLength(3);
		expect(await openByLink(tokens[1] ?? "", PASSWORD, NOW)).toEqual({ kind: "opened", personId });
		expect(await openByLink(tokens[0] ?? "", PASSWORD, NOW)).toEqual({ kind: "refused" });
		expect(await openByLink(tokens[2] ?? "", PASSWORD, NOW)).toEqual({ kind: "refused" });
	});

	it("writes in the person's language", async () => {
		const { personId } = await person(true);
		await db.update(people).set({ language: "en" }).where(eq(people.id, personId));
		await transaction((tx) => sendReset(tx, { personId }, NOW));
		expect((await db.select().from(mails))[0]?.body).toMatch(/^Dear Sari Utami,\n\n/);
	});
});

describe("inviting many", () => {
	const look = (unitIds: string[] | null): Among => ({
		scope: { kind: "agency", agencyId: agency.id },
		unitIds,
		now: NOW,
	});
	const scope = { kind: "agency" as const, agencyId: "" };

	it("counts before, writes to those with an address, and prints one page for each of the others", async () => {
		scope.agencyId = agency.id;
		for (let i = 0; i < 3; i++) await person(true, desk);
		for (let i = 0; i < 2; i++) await person(false, desk, `Budi ${i}`);
		await person(false, office, "Ayu Kepala");
		const other = await makeAgency("3274");
		expect(await countInvitees({ ...look(null), scope: { kind: "agency", agencyId: other } })).toMatchObject({
			mail: 0,
			letter: 0,
		});
		const units = [office, desk];
		expect(await countInvitees(look(units))).toEqual({
			mail: 3,
			letter: 3,
			mailInvited: 0,
			letterInvited: 0,
		});
		expect(await countInvitees(look([desk]))).toMatchObject({ mail: 3, letter: 2 });
		const payload = { scope: JSON.stringify(scope), unitId: office, actorId: null, actorName: "Pengelola" };
		await inviteAll(payload, () => NOW);
		await inviteAll(payload, () => NOW);
		expect(await db.select().from(mails)).toHaveLength(3);
		const choice = { scope, unitId: office, actor, personId: null, again: false };
		const letters = await makeLetters(choice, NOW);
		expect(letters.map(({ name }) => name)).toEqual(["Ayu Kepala", "Budi 0", "Budi 1"]);
		expect(await countInvitees(look(units))).toEqual({
			mail: 0,
			letter: 0,
			mailInvited: 3,
			letterInvited: 3,
		});
		expect(await makeLetters(choice, NOW)).toEqual([]);
		const again = await makeLetters({ ...choice, again: true }, NOW);
		expect(again).toHaveLength(3);
		const [first] = letters;
		const [value] = again;
		const numberOf = async (id = "") => {
			return (await db.select().from(identifiers).where(eq(identifiers.personId, id)))[0]?.value ?? "";
		};
		const number = await numberOf(first?.personId);
		expect((await byCode(number, first?.code ?? "")).kind).toBe("refused");
		expect((await byCode(number, value?.code ?? "")).kind).toBe("opened");
		const sender = { agencyName: agency.name, origin: "https://cakap.test", lang: "id", now: NOW } as const;
		const bytes = await lettersPdf(again, sender);
		expect(pdfText(bytes)).toEqual(expect.arrayContaining(again.map((letter) => letter.code)));
		const pdf = bytes.toString("latin1");
		expect(pdf.startsWith("%PDF-1.7")).toBe(true);
		expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(3);
		expect(pdf).toContain("/Marked true");
		expect(pdf).toContain("/Lang (id-ID)");
		expect(pdf).toContain("/StructTreeRoot");
		expect(pdf.match(/\/FontFile2/g)?.length).toBe(2);
	});

	it("makes a letter for one person, also for one with an address, and none for a person elsewhere", async () => {
		scope.agencyId = agency.id;
		const { personId } = await person(true, desk);
		const choice = { scope, unitId: null, actor, personId, again: false };
		expect(await makeLetters(choice, NOW)).toHaveLength(1);
		const other = { kind: "agency" as const, agencyId: await makeAgency("3275") };
		expect(await makeLetters({ ...choice, scope: other }, NOW)).toEqual([]);
	});
});

it("a key is forgotten 30 days after it opened its last", async () => {
	const { personId } = await person(false);
	await code(personId);
	const left = async () =>
		(await db.select().from(accountKeys).where(eq(accountKeys.personId, personId))).length;
	await transaction((tx) => forgetOldKeys(tx, NOW + 31 * DAY));
	expect(await left()).toBe(1);
	await transaction((tx) => forgetOldKeys(tx, NOW + 31 * DAY + 1));
	expect(await left()).toBe(0);
});
