import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { changePassword } from "#app/access/changePassword.server.ts";
import { hashPassword, setPasswordHash } from "#app/access/passwords.server.ts";
import { validSession } from "#app/access/sessions.server.ts";
import { type SignIn, signIn } from "#app/access/signIn.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { db } from "#db/client.server.ts";
import { sessions } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";

const counted = vi.hoisted(() => ({ verifications: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
	const real = await original<typeof import("@node-rs/argon2")>();
	const verify: typeof real.verify = (...args) => {
		counted.verifications++;
		return real.verify(...args);
	};
	return { ...real, verify };
});

const PASSWORD = "kucing hujan sepeda";
const DAY = 86_400_000;
let agencyId: string;
let serial = 0;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
});
beforeEach(() => {
	counted.verifications = 0;
});

/** A person who has no account yet. */
async function person() {
	serial++;
	const value = `19900101201501${1}${String(serial).padStart(3, "0")}`;
	const post = {
		agencyId,
		unitId: null,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Arsiparis",
		grade: "",
	} as const;
	const identifiers = [{ kind: "NIP" as const, value }];
	const made = await transaction((tx) =>
		createPerson(tx, { name: "Sari Utami", identifiers, post, now: NOW }),
	);
	if (!made) throw new Error("the number is taken");
	return { ...made, value };
}

async function withOwnPassword() {
	const made = await person();
	const hash = await hashPassword(PASSWORD);
	await transaction((tx) => setPasswordHash(tx, made.personId, hash, NOW));
	return made;
}

type Try = { password?: string; address?: string; cookie?: string; now?: number };

function attempt(identifier: string, given: Try = {}): Promise<SignIn> {
	const { password = PASSWORD, address = "203.0.113.7", cookie = "", now = NOW } = given;
	const request = new Request("http://127.0.0.1/masuk", { headers: { Cookie: cookie } });
	return signIn({ request, identifier, password, address, device: "Chrome, Android", now });
}

function signedIn(outcome: SignIn): string {
	if (outcome.kind !== "signed-in") throw new Error(outcome.kind);
	return outcome.cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

const withCookie = (cookie: string) => new Request("http://127.0.0.1/", { headers: { Cookie: cookie } });

describe("signing in", () => {
	it.each([
		["as stored", (nip: string) => nip],
		["in groups", (nip: string) => nip.replace(/^(.{8})(.{6})(.)/, "$1 $2 $3 ")],
		["with dots", (nip: string) => nip.replace(/^(.{8})(.{6})/, "$1.$2.")],
		["with Excel's apostrophe", (nip: string) => `'${nip}`],
		["in full-width digits", (nip: string) => nip.replace(/\d/g, (d) => String.fromCharCode(0xff10 + +d))],
	])("takes a NIP %s", async (_, typed) => {
		const { personId, value } = await withOwnPassword();
		expect(await attempt(typed(value))).toMatchObject({ kind: "signed-in", personId });
	});

	it("answers known and unknown alike, after the same work", async () => {
		const { value } = await withOwnPassword();
		const known = await attempt(value, { password: "salah sama sekali" });
		expect(counted.verifications).toBe(1);
		const unknown = await attempt("199912312020121999", { password: "salah sama sekali" });
		expect(counted.verifications).toBe(2);
		const withoutPassword = await attempt((await person()).value);
		expect(counted.verifications).toBe(3);
		expect([unknown, withoutPassword]).toEqual([known, known]);
	});

	it("makes an identifier wait at the address of the failures only", async () => {
		const { value } = await withOwnPassword();
		for (let i = 0; i < 8; i++) await attempt(value, { password: "salah" });
		expect(await attempt(value)).toEqual({ kind: "throttled", retryAfterSeconds: 900 });
		expect((await attempt(value, { address: "203.0.113.8" })).kind).toBe("signed-in");
		expect((await attempt(value, { now: NOW + 900_000 })).kind).toBe("signed-in");
	});

	it("does not make a browser wait that this person has used before", async () => {
		const { value } = await withOwnPassword();
		const cookie = signedIn(await attempt(value));
		for (let i = 0; i < 9; i++) await attempt(value, { password: "salah", address: "198.51.100.1" });
		expect((await attempt(value, { address: "198.51.100.1" })).kind).toBe("throttled");
		expect((await attempt(value, { address: "198.51.100.1", cookie })).kind).toBe("signed-in");
		const other = await withOwnPassword();
		for (let i = 0; i < 9; i++) await attempt(other.value, { password: "salah", address: "198.51.100.1" });
		expect((await attempt(other.value, { address: "198.51.100.1", cookie })).kind).toBe("throttled");
	});
});

describe("a session", () => {
	it("is stored by its hash, prolonged once a day, and ends", async () => {
		const { value, personId } = await withOwnPassword();
		const cookie = signedIn(await attempt(value));
		const token = /session=([^;]+)/.exec(cookie)?.[1] ?? "";
		const row = async () => (await db.select().from(sessions).where(eq(sessions.personId, personId)))[0];
		expect(token.length).toBeGreaterThan(40);
		expect(JSON.stringify(await row())).not.toContain(token);
		const first = (await row())?.expiresAt ?? 0;
		expect((await validSession(withCookie(cookie), first - 13 * DAY))?.personId).toBe(personId);
		const later = first - 5 * DAY;
		expect((await validSession(withCookie(cookie), later))?.name).toBe("Sari Utami");
		expect((await row())?.expiresAt).toBe(later + 14 * DAY);
		expect(await validSession(withCookie(cookie), later + 14 * DAY)).toBeNull();
		expect(await validSession(withCookie("session=palsu"), NOW)).toBeNull();
	});

	it("of other devices ends when the password is changed", async () => {
		const { value, personId } = await withOwnPassword();
		const here = signedIn(await attempt(value));
		const there = signedIn(await attempt(value));
		const sessionId = (await validSession(withCookie(here), NOW))?.sessionId ?? "";
		const change = (current: string, fresh: string) =>
			changePassword({ personId, sessionId, current, fresh, now: NOW });
		expect(await change("salah", "payung biru meja kayu")).toBe("wrongCurrent");
		expect(await change(PASSWORD, "pendek")).toBe("short");
		expect(await change(PASSWORD, "199001012015011001")).toBe("common");
		expect(await change(PASSWORD, "payung biru meja kayu")).toBe("changed");
		expect(await validSession(withCookie(here), NOW)).not.toBeNull();
		expect(await validSession(withCookie(there), NOW)).toBeNull();
	});
});
