import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { asAddress, confirmAddress, wishAddress } from "#app/access/changeAddress.server.ts";
import { hashPassword, setPasswordHash } from "#app/access/passwords.server.ts";
import { RESET_JOB, requestReset, sendReset } from "#app/access/requestReset.server.ts";
import { openByLink } from "#app/access/usePasswordKey.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, jobs, mails } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "#tests/support/make/course.ts";

const PASSWORD = "kucing hujan sepeda";
const DAY = 86_400_000;
let hashed: string;
let serial = 0;

beforeAll(async () => {
	hashed = await hashPassword(PASSWORD);
});
beforeEach(async () => {
	await db.delete(mails);
	await db.delete(jobs);
});

async function person() {
	const email = `lama${++serial}@contoh.go.id`;
	const identifiers = [{ kind: "EMAIL" as const, value: email }];
	const made = await transaction((tx) =>
		createPerson(tx, { name: "Sari Utami", identifiers, post: null, now: NOW }),
	);
	if (!made) throw new Error("taken");
	await transaction((tx) => setPasswordHash(tx, made.personId, hashed, NOW));
	return { ...made, email, fresh: `baru${serial}@contoh.go.id` };
}

const wish = (personId: string, address: string, current = PASSWORD) =>
	wishAddress({ personId, address, current, now: NOW });
const sent = async () => await db.select().from(mails).orderBy(mails.createdAt, mails.id);
const tokenOf = async () => /\/alamat\/(\S+)/.exec((await sent()).at(-1)?.body ?? "")?.[1] ?? "";

it("a new address counts once it is confirmed there; the old one is told and opens nothing any more", async () => {
	const { personId, email, fresh } = await person();
	await requestReset(email, "203.0.113.5", NOW);
	const [job] = await db.select().from(jobs).where(eq(jobs.name, RESET_JOB));
	await transaction((tx) => sendReset(tx, job?.payload ?? {}, NOW));
	const reset = /\/sandi\/(\S+)/.exec((await sent())[0]?.body ?? "")?.[1] ?? "";
	expect(await wish(personId, ` ${fresh.toUpperCase()} `)).toBe("sent");
	expect((await sent()).at(-1)?.address).toBe(fresh);
	expect(await findPersonByIdentifier(fresh)).toBeNull();
	const token = await tokenOf();
	expect(await confirmAddress(token, NOW + DAY)).toBeNull();
	expect(await confirmAddress(token, NOW + 1)).toBe(fresh);
	expect(await confirmAddress(token, NOW + 1)).toBeNull();
	expect(await findPersonByIdentifier(fresh)).toBe(personId);
	expect(await findPersonByIdentifier(email)).toBeNull();
	const told = (await sent()).at(-1);
	expect(told).toMatchObject({ address: email, subject: "Alamat e-mail Anda di Cakap diganti" });
	expect(told?.body).not.toContain(fresh);
	expect(await openByLink(reset, "payung biru meja kayu", NOW + 2)).toEqual({ kind: "refused" });
	const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
	expect(acts.map(({ action }) => action)).toEqual(["address.change"]);
	expect(JSON.stringify(acts)).not.toContain("@");
});

it("a person goes back to an address of their own", async () => {
	const { personId, email, fresh } = await person();
	await wish(personId, fresh);
	await confirmAddress(await tokenOf(), NOW);
	await db.delete(mails);
	await wish(personId, email);
	expect(await confirmAddress(await tokenOf(), NOW + 1)).toBe(email);
	expect(await findPersonByIdentifier(email)).toBe(personId);
	expect(await findPersonByIdentifier(fresh)).toBeNull();
});

it("of an address that somebody has the answer is the same, and its owner gets a mail without a link", async () => {
	const mine = await person();
	const other = await person();
	expect(await wish(mine.personId, other.email)).toBe("sent");
	const [mail] = await sent();
	expect(mail).toMatchObject({ address: other.email, personId: null });
	expect(mail?.body).not.toMatch(/alamat\/|Sari/);
	expect(await findPersonByIdentifier(other.email)).toBe(other.personId);
});

it("nobody changes it without the password, nor tries it for long", async () => {
	const { personId, fresh } = await person();
	expect(await wish(personId, "bukan alamat")).toBe("badAddress");
	for (let i = 0; i < 8; i++) expect(await wish(personId, fresh, "salah")).toBe("wrongPassword");
	expect(await wish(personId, fresh)).toBe("tooMany");
	expect(await sent()).toEqual([]);
});

it.each(["a@b", "a@b.id, c@d.id", "a <a@b.id>", "@b.id", `${"a".repeat(200)}@b.id`])(
	"%s is no address",
	(typed) => expect(asAddress(typed)).toBeNull(),
);
