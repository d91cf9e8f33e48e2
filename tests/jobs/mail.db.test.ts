import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dropMail, openKeptMail, resendMail } from "#app/access/mailOutbox.server.ts";
import { forgetOldMail } from "#app/jobs/mail/mailActs.server.ts";
import { findMail, mailList } from "#app/jobs/mail/mailList.server.ts";
import { GIVE_UP_MS, HOLD_MS } from "#app/jobs/mail/pauses.ts";
import { type NewMail, queueMail } from "#app/jobs/mail/queueMail.server.ts";
import { sendDue } from "#app/jobs/mail/sendDue.server.ts";
import { connectSmtp } from "#app/jobs/mail/smtp.server.ts";
import { takeMail } from "#app/jobs/mail/takeMail.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, mails } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { type MailServer, startMailServer, textOf } from "#tests/support/smtp.ts";

const NOW = Date.UTC(2026, 10, 25, 2);
const FROM = "Cakap <cakap@contoh.go.id>";
/** Longer than a busy machine takes to answer; short only where a server is to be waited for in vain. */
const PATIENT = { connectMs: 20_000, answerMs: 20_000 };
const SHORT = { connectMs: 500, answerMs: 300 };
const actor = { id: null, name: "Uji" };
const servers: MailServer[] = [];

async function serve(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
	const server = await startMailServer(...options);
	servers.push(server);
	return server;
}

beforeEach(async () => {
	await db.delete(mails);
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.stop()));
});

let made = 0;
async function queue(rest: Partial<NewMail> = {}): Promise<string> {
	const key = rest.key ?? `uji:${++made}`;
	const mail = { to: "sari@contoh.go.id", subject: "Pengingat", text: "Isi.\n", now: NOW, ...rest, key };
	await transaction((tx) => queueMail(tx, mail));
	return (await db.select().from(mails).where(eq(mails.uniqueKey, key)))[0]?.id ?? "";
}
const rowOf = async (id: string) => (await db.select().from(mails).where(eq(mails.id, id)))[0];
const send = (url: string | null, now = NOW, patience = PATIENT) =>
	sendDue(url === null ? null : () => connectSmtp(url, FROM, patience), () => now);

describe("a mail", () => {
	it("arrives once, with its file, under the Message-ID of its row; then its text and address are gone", async () => {
		const server = await serve();
		const file = { name: "tenggat.ics", type: "text/calendar", content: "BEGIN:VCALENDAR" };
		const text = "Yth. Sari,\n\nTenggat “Keamanan” tinggal 7 hari — mohon diselesaikan.\n";
		const id = await queue({ text, subject: "Tenggat 7 hari\nBcc: x@y.id", attachments: [file] });
		await send(server.url);
		await send(server.url);
		expect(server.received).toHaveLength(1);
		const [mail] = server.received;
		if (!mail) throw new Error("nothing came");
		expect(mail.to).toEqual(["sari@contoh.go.id"]);
		expect(mail.raw).toContain(`Message-ID: <${id}@contoh.go.id>`);
		expect(mail.raw).toContain("Auto-Submitted: auto-generated");
		expect(mail.raw).toMatch(/^Subject: Tenggat 7 hari Bcc: x@y\.id\r$/m);
		expect(mail.raw).toContain("filename=tenggat.ics");
		expect(textOf(mail).replaceAll("\r\n", "\n")).toContain("Tenggat “Keamanan” tinggal 7 hari — mohon");
		expect(await rowOf(id)).toMatchObject({
			state: "sent",
			body: "",
			attachments: [],
			address: "s…@contoh.go.id",
		});
	});

	it("that is queued twice, or in a transaction that is undone, is one, or none", async () => {
		await queue({ key: "digest:1" });
		const again = { key: "digest:1", to: "lain@contoh.go.id", subject: "x", text: "y", now: NOW };
		expect(await transaction((tx) => queueMail(tx, again))).toBe(false);
		const undone = transaction(function* (tx) {
			yield* queueMail(tx, { ...again, key: "digest:2" });
			throw new Error("undone");
		});
		await expect(undone).rejects.toThrow("undone");
		expect((await db.select().from(mails)).map(({ address }) => address)).toEqual(["sari@contoh.go.id"]);
	});

	it("waits for its time", async () => {
		const server = await serve();
		await queue({ notBefore: NOW + 1000 });
		await send(server.url);
		expect(server.received).toHaveLength(0);
		await send(server.url, NOW + 1000);
		expect(server.received).toHaveLength(1);
	});

	it("goes to one address only, whatever was stored as one", async () => {
		const server = await serve();
		const id = await queue({ to: "a@contoh.go.id, b@contoh.go.id" });
		await send(server.url);
		expect(server.received.flatMap(({ to }) => to)).not.toContain("b@contoh.go.id");
		expect(server.received.flatMap(({ to }) => to)).not.toContain("a@contoh.go.id");
		expect((await rowOf(id))?.state).toBe("failed");
	});

	it("is sent once by three workers at once", async () => {
		const server = await serve();
		for (let i = 0; i < 12; i++) await queue();
		await Promise.all([send(server.url), send(server.url), send(server.url)]);
		const ids = server.received.map(({ raw }) => /^Message-ID: (\S+)/im.exec(raw)?.[1]);
		expect(ids).toHaveLength(12);
		expect(new Set(ids).size).toBe(12);
	});
});

describe("a mail server that", () => {
	it("refuses the address ends the mail, with the reason, and the next mail goes out", async () => {
		const server = await serve({
			onRcptTo: ({ address }, _session, done) =>
				address.startsWith("tiada")
					? done(Object.assign(new Error("no such user"), { responseCode: 550 }))
					: done(),
		});
		const refused = await queue({ to: "tiada@contoh.go.id" });
		await queue();
		await send(server.url);
		expect(await rowOf(refused)).toMatchObject({ state: "failed", attempts: 1 });
		expect((await rowOf(refused))?.lastError).toContain("no such user");
		await send(server.url);
		expect(server.received).toHaveLength(1);
	});

	it("is busy gets it again after growing pauses", async () => {
		let busy = 2;
		const server = await serve({
			onRcptTo: (_address, _session, done) =>
				busy-- > 0 ? done(Object.assign(new Error("try later"), { responseCode: 451 })) : done(),
		});
		const id = await queue();
		await send(server.url);
		expect(await rowOf(id)).toMatchObject({ state: "waiting", attempts: 1, dueAt: NOW + 60_000 });
		await send(server.url, NOW + 59_999);
		expect((await rowOf(id))?.attempts).toBe(1);
		await send(server.url, NOW + 60_000);
		expect(await rowOf(id)).toMatchObject({ state: "waiting", attempts: 2, dueAt: NOW + 180_000 });
		await send(server.url, NOW + 180_000);
		expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 3, lastError: null });
		expect(server.received).toHaveLength(1);
	});

	it("is down costs one mail an attempt, and all go out once it is back", async () => {
		const gone = await startMailServer();
		await gone.stop();
		const first = await queue();
		const second = await queue();
		await send(gone.url);
		expect([(await rowOf(first))?.attempts, (await rowOf(second))?.attempts].sort()).toEqual([0, 1]);
		expect((await db.select().from(mails)).map(({ lastError }) => lastError).join()).toContain(
			"ECONNREFUSED",
		);
		const back = await serve({}, gone.port);
		await send(back.url, NOW + 60_000);
		expect(back.received).toHaveLength(2);
	});

	it("says nothing at the beginning is tried again; that says nothing at the end is not", async () => {
		const mute = await serve({ onConnect: () => {} });
		const early = await queue();
		await send(mute.url, NOW, SHORT);
		expect(await rowOf(early)).toMatchObject({ state: "waiting", attempts: 1 });
		await db.delete(mails);
		const forgetful = await serve({ onData: (stream) => void stream.resume() });
		const late = await queue();
		const next = await queue();
		await send(forgetful.url, NOW, SHORT);
		await send(forgetful.url, NOW + 3_600_000, SHORT);
		expect(await rowOf(late)).toMatchObject({ state: "uncertain", attempts: 1 });
		expect(await rowOf(next)).toMatchObject({ state: "uncertain", attempts: 1 });
	});

	it("cannot be reached for three days is given up", async () => {
		const id = await queue();
		await send("smtp://127.0.0.1:1", NOW + 1);
		await send("smtp://127.0.0.1:1", NOW + GIVE_UP_MS + 1);
		const row = await rowOf(id);
		expect(row).toMatchObject({ state: "failed", attempts: 1 });
		expect(row?.lastError).toContain("ECONNREFUSED");
	});
});

describe("a program that dies between handing over and noting", () => {
	it("leaves a mail that nobody sends again but an admin, under the same Message-ID", async () => {
		const server = await serve();
		const id = await queue();
		await transaction((tx) => takeMail(tx, NOW));
		await send(server.url, NOW + HOLD_MS);
		expect((await rowOf(id))?.state).toBe("sending");
		await send(server.url, NOW + HOLD_MS + 1);
		expect(await rowOf(id)).toMatchObject({ state: "uncertain" });
		expect(server.received).toHaveLength(0);
		const act = { mailId: id, actor, now: NOW + HOLD_MS + 2 };
		expect(await transaction((tx) => resendMail(tx, act))).toBe(true);
		expect(await transaction((tx) => resendMail(tx, act))).toBe(false);
		await send(server.url, act.now);
		expect(server.received[0]?.raw).toContain(`Message-ID: <${id}@contoh.go.id>`);
	});
});

describe("without a mail server", () => {
	it("mail is kept, opened only by an audited act, and does not go out later by itself", async () => {
		const id = await queue();
		const act = { mailId: id, actor, now: NOW };
		expect(await transaction((tx) => openKeptMail(tx, act))).toBeNull();
		await send(null);
		const server = await serve();
		await send(server.url, NOW + 1);
		expect(server.received).toHaveLength(0);
		expect(await findMail(id)).toMatchObject({ state: "kept", address: "s…@contoh.go.id" });
		expect(await transaction((tx) => openKeptMail(tx, act))).toEqual({
			address: "sari@contoh.go.id",
			body: "Isi.\n",
		});
		await transaction((tx) => resendMail(tx, act));
		await send(server.url, NOW + 1);
		expect(server.received).toHaveLength(1);
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
		expect(acts.map(({ action }) => action).sort()).toEqual(["mail.read", "mail.send-again"]);
		expect(JSON.stringify(acts)).not.toContain("sari@");
	});

	it("mail is discarded with its text, and forgotten after 30 days", async () => {
		const id = await queue();
		await send(null);
		const act = { mailId: id, actor, now: NOW };
		expect(await transaction((tx) => dropMail(tx, act))).toBe(true);
		expect(await transaction((tx) => dropMail(tx, act))).toBe(false);
		expect(await rowOf(id)).toMatchObject({ state: "discarded", body: "" });
		expect((await mailList("discarded", null, 9)).map((mail) => mail.id)).toEqual([id]);
		await transaction((tx) => forgetOldMail(tx, NOW + 30 * 86_400_000));
		expect(await rowOf(id)).toBeDefined();
		await transaction((tx) => forgetOldMail(tx, NOW + 30 * 86_400_000 + 1));
		expect(await rowOf(id)).toBeUndefined();
	});
});
