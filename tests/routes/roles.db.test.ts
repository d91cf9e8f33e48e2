import type { ActionFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { grantRole } from "#app/access/roles.server.ts";
import { openSession, validSession } from "#app/access/sessions.server.ts";
import { spanOf } from "#app/routes/peran/form.ts";
import { action, loader } from "#app/routes/peran/route.tsx";
import { db } from "#db/client.server.ts";
import { auditLog, identifiers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { makeStaff } from "#tests/support/make/assignments.ts";

const DAY = 86_400_000;
const today = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
let left: string;
let right: string;
let admin: { personId: string; cookie: string };
let colleague: { personId: string; cookie: string; number: string };

beforeAll(async () => {
	const agency = await makeAgency();
	left = await makeUnit(agency.id, "Kiri");
	right = await makeUnit(agency.id, "Kanan");
	const someone = async (name: string) => {
		const personId = await makeStaff({ agencyId: agency.id }, name);
		const cookie = (await openSession(personId, "uji", Date.now())).split(";")[0] ?? "";
		const [row] = await db.select().from(identifiers).where(eq(identifiers.personId, personId));
		return { personId, cookie, number: row?.value ?? "" };
	};
	admin = await someone("Pengelola Kiri");
	colleague = await someone("Rekan");
	const grant = {
		personId: admin.personId,
		role: "agency-admin",
		agencyId: agency.id,
		unitId: left,
	} as const;
	await transaction((tx) =>
		grantRole(tx, { ...grant, actor: { id: null, name: "Uji" }, now: Date.now() - DAY }),
	);
});

const requestOf = (cookie: string, form?: Record<string, string>) =>
	new Request("http://127.0.0.1:3000/peran", {
		headers: { Cookie: cookie },
		...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
	});
async function post(form: Record<string, string>, who = admin) {
	const answer = await action({
		request: requestOf(who.cookie, form),
		params: {},
		context: {},
	} as ActionFunctionArgs);
	return { status: answer.status, body: answer.status === 400 ? await answer.json() : null };
}
async function page(cookie: string) {
	const answer = await loader({
		request: requestOf(cookie),
		params: {},
		context: {},
	} as ActionFunctionArgs).catch((thrown: unknown) => thrown as Response);
	return answer.status === 200 ? JSON.parse(await answer.text()) : answer.status;
}
const rolesNow = async () =>
	(await validSession(requestOf(colleague.cookie)))?.grants.map(({ role }) => role);

it("a head is given, seen, and taken away with a reason; what was typed stays where something is wrong", async () => {
	const gift = {
		intent: "give",
		identifier: colleague.number,
		role: "unit-head",
		unit: left,
		from: "",
		till: "",
		reason: "SK 12",
	};
	expect(await page(colleague.cookie)).toBe(403);
	const wrong = await post({ ...gift, till: today(-1), reason: "x" });
	expect(wrong).toMatchObject({ status: 400, body: { typed: { identifier: colleague.number, unit: left } } });
	expect(Object.keys(wrong.body.errors).sort()).toEqual(["give-reason", "give-till"]);
	expect((await post({ ...gift, unit: right })).body.errors).toHaveProperty("give-role");
	expect((await post({ ...gift, identifier: "199912312020121999" })).body.errors).toHaveProperty(
		"give-identifier",
	);
	expect((await post({ ...gift, role: "system-admin" }).catch((thrown: Response) => thrown)).status).toBe(
		400,
	);
	expect((await post({ ...gift, till: today(3) })).status).toBe(303);
	expect(await rolesNow()).toEqual(["unit-head"]);
	const { within } = await page(admin.cookie);
	const grant = within.find(({ personId }: { personId: string }) => personId === colleague.personId);
	expect(grant).toMatchObject({ role: "unit-head", unitName: "Kiri" });
	expect((await post({ intent: "take", grant: grant.id, reason: "" })).body.errors).toHaveProperty(
		"take-reason",
	);
	expect((await post({ intent: "take", grant: grant.id, reason: "selesai bertugas" })).status).toBe(303);
	expect(await rolesNow()).toEqual([]);
	const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, colleague.personId));
	expect(acts.map(({ action: act, detail }) => [act, detail.reason]).sort()).toEqual([
		["role.grant", "SK 12"],
		["role.revoke", "selesai bertugas"],
	]);
});

it("a role is lent until a day, cannot be lent on, and is given back", async () => {
	const { own } = await page(admin.cookie);
	const loan = {
		intent: "lend",
		grant: own[0].id,
		identifier: colleague.number,
		from: "",
		till: "",
		reason: "cuti tahunan",
	};
	expect((await post(loan)).body.errors).toHaveProperty("lend-till");
	expect((await post({ ...loan, till: today(200) })).body.errors).toHaveProperty("lend-till");
	expect((await post({ ...loan, till: today(7) })).status).toBe(303);
	expect(await rolesNow()).toEqual(["agency-admin"]);
	const borrowed = (await page(colleague.cookie)).own[0];
	const on = await post({ ...loan, grant: borrowed.id, till: today(1) }, colleague);
	expect(on.status).toBe(400);
	expect((await post({ intent: "end", grant: borrowed.id })).status).toBe(303);
	expect(await rolesNow()).toEqual([]);
});

it("days are whole days of the zone, and must exist", () => {
	const now = Date.parse("2026-11-25T03:00:00Z");
	const of = (from: string, till: string) => spanOf({ from, till }, "Asia/Jayapura", now);
	expect(of("", "")).toEqual({ from: now, till: null });
	expect(of("2026-11-26", "2026-11-26")).toEqual({
		from: Date.parse("2026-11-25T15:00:00Z"),
		till: Date.parse("2026-11-26T15:00:00Z"),
	});
	expect(of("", "2026-11-25")?.till).toBe(Date.parse("2026-11-25T15:00:00Z"));
	for (const till of ["2026-11-24", "2026-02-30", "besok", "2026-1-1"]) expect(of("", till)).toBeNull();
});
