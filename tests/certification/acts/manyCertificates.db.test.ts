import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { advanceAct, finishAct } from "#app/certification/acts/advance.server.ts";
import {
	CERTIFICATE_ACT_JOB,
	discardAct,
	forgetOldPlans,
	planAct,
	startAct,
} from "#app/certification/acts/plan.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import {
	issuedCertificates,
	matchingIds,
	namedCertificates,
	ownCertificates,
} from "#app/certification/acts/select.server.ts";
import { actLines, actSummary, findAct, lastActs } from "#app/certification/acts/view.server.ts";
import { jpByYear } from "#app/learning/jpOfYear.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, type CertificateActKind, identifiers, jobs, jpLedger } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "#tests/support/make/course.ts";
import { plansOf, statementsOf } from "#tests/support/statements.ts";
import {
	reinstateCertificatesCommand,
	reissueCertificatesCommand,
	revokeCertificatesCommand,
} from "../../../bin/cli/certificateActs.ts";
import type { Command } from "../../../bin/cli/usage.ts";
import { actor, certificate, issuer, reason, rename } from "./ground.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cakap-tindakan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const planned = (kind: CertificateActKind, agencyId: string, certificateIds: string[]) =>
	planAct({ kind, agencyId, certificateIds, reason, actor, now: NOW });
const start = (actId: string, agencyId: string) =>
	transaction((tx) => startAct(tx, { actId, agencyId, actor, now: NOW }));
const found = async (actId: string, agencyId: string) => {
	const act = await findAct(actId, agencyId);
	if (!act) throw new Error("no act");
	return act;
};

async function several(n: number) {
	const ground = await issuer();
	const all = [];
	for (let i = 0; i < n; i++) all.push(await ground.award());
	return { ...ground, all, ids: all.map(({ id }) => id) };
}

describe("an act on many certificates", () => {
	it("is looked at first, changes nothing until it is set going, and says what it leaves and why", async () => {
		const { agencyId, all, ids } = await several(4);
		await transaction((tx) =>
			revokeCertificate(tx, { certificateId: ids[0] ?? "", reason, actor, now: NOW }),
		);
		const actId = await planned("revoke", agencyId, ids);
		expect(await actSummary(await found(actId, agencyId))).toEqual({
			...{ met: 3, people: 3, jp: 6, left: [{ fault: "revoked", n: 1 }] },
		});
		await finishAct(actId, () => NOW);
		expect((await certificate(ids[1] ?? "")).revokedAt).toBeNull();

		// What happens in between is met as it is then.
		await transaction((tx) =>
			revokeCertificate(tx, { certificateId: ids[1] ?? "", reason, actor, now: NOW }),
		);
		expect(await start(actId, agencyId)).toBe(true);
		expect(await start(actId, agencyId)).toBe(false);
		await Promise.all([finishAct(actId, () => NOW), advanceAct(actId, () => NOW)]);
		const act = await found(actId, agencyId);
		expect(act).toMatchObject({ state: "done", cursor: 4, finishedAt: NOW });
		expect(await actSummary(act)).toMatchObject({ met: 2, left: [{ fault: "revoked", n: 2 }] });
		for (const { personId } of all) expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 0 }]);
		const rows = await db.select().from(jpLedger).where(eq(jpLedger.agencyId, agencyId));
		expect(rows).toHaveLength(8);
		const waiting = await db.select().from(jobs).where(eq(jobs.name, CERTIFICATE_ACT_JOB));
		expect(waiting.filter(({ payload }) => payload.actId === actId)).toHaveLength(1);
		const audited = await db.select().from(auditLog).where(eq(auditLog.agencyId, agencyId));
		const actions = audited.map(({ action }) => action).sort();
		expect(actions.filter((one) => one === "certificate.revoke")).toHaveLength(4);
		expect(actions.filter((one) => one === "certificate.revoke-many")).toHaveLength(1);
	});

	it("goes on where a stopped worker left it, and does nothing twice", async () => {
		const { agencyId, all, ids } = await several(20);
		for (const { personId } of all) await rename(personId, "Nama Diperbaiki");
		const actId = await planned("reissue", agencyId, ids);
		await start(actId, agencyId);
		// A turn whose time is over after the first step.
		let now = NOW;
		await advanceAct(actId, () => {
			now += 5000;
			return now;
		});
		const half = await found(actId, agencyId);
		expect(half.state).toBe("running");
		expect(half.cursor).toBeGreaterThan(0);
		expect(half.cursor).toBeLessThan(20);
		await finishAct(actId, () => NOW);
		await finishAct(actId, () => NOW);
		const lines = await actLines(await found(actId, agencyId), 0, 50);
		expect(lines).toHaveLength(20);
		expect(new Set(lines.map(({ fresh }) => fresh?.number)).size).toBe(20);
		expect(lines[0]).toMatchObject({ name: "Sari Uji", nameAfter: "Nama Diperbaiki", isDone: true });
		for (const { personId } of all) expect(await jpByYear(personId)).toEqual([{ year: 2026, jp: 2 }]);
	});

	it("can be left, and is nobody's but its issuer's", async () => {
		const [one, other] = [await several(1), await several(1)];
		const actId = await planned("revoke", one.agencyId, one.ids);
		expect(await findAct(actId, other.agencyId)).toBeNull();
		expect(await start(actId, other.agencyId)).toBe(false);
		expect(await transaction((tx) => discardAct(tx, actId, one.agencyId, NOW))).toBe(true);
		expect(await start(actId, one.agencyId)).toBe(false);
		expect(await lastActs(one.agencyId)).toEqual([]);
		const ready = await planned("revoke", one.agencyId, one.ids);
		await forgetOldPlans(NOW + 29 * 86_400_000);
		expect(await findAct(actId, one.agencyId)).not.toBeNull();
		await forgetOldPlans(NOW + 31 * 86_400_000);
		for (const id of [actId, ready]) expect(await findAct(id, one.agencyId)).toBeNull();
		await expect(planned("revoke", one.agencyId, [...one.ids, ...other.ids])).rejects.toThrow(
			"another issuer",
		);
	});
});

describe("choosing certificates", () => {
	it("by number, code or the holder's NIP, by state and day; never another issuer's", async () => {
		const { agencyId, all, ids } = await several(3);
		const other = await several(1);
		const [first, second] = all;
		if (!first || !second) throw new Error("none");
		await transaction((tx) => revokeCertificate(tx, { certificateId: first.id, reason, actor, now: NOW }));
		const all1 = {
			issuerId: agencyId,
			search: "",
			courseId: "",
			from: null,
			before: null,
			state: "",
		} as const;
		const listed = async (filter: object) =>
			(await issuedCertificates({ ...all1, ...filter }, null, 50)).map(({ id }) => id).sort();
		expect(await listed({})).toEqual([...ids].sort());
		expect(await listed({ search: first.number })).toEqual([first.id]);
		expect(await listed({ search: second.code.toLowerCase().replaceAll("-", " ") })).toEqual([second.id]);
		const [nip] = await db.select().from(identifiers).where(eq(identifiers.personId, second.personId));
		expect(await listed({ search: nip?.value ?? "-" })).toEqual([second.id]);
		expect(await listed({ state: "revoked" })).toEqual([first.id]);
		expect(await listed({ from: NOW + 1 })).toEqual([]);
		expect(await listed({ before: NOW + 1, state: "valid" })).toHaveLength(2);
		expect(await listed({ search: other.all[0]?.number ?? "" })).toEqual([]);
		expect((await matchingIds(all1, 2)).length).toBe(2);
		const page = await issuedCertificates(all1, null, 2);
		const rest = await issuedCertificates(all1, page.at(-1) ?? null, 2);
		expect([...page, ...rest].map(({ id }) => id).sort()).toEqual([...ids].sort());
		const given = [second.number, first.code, second.number, other.all[0]?.number ?? "", "tidak ada"];
		expect(await namedCertificates(agencyId, given)).toEqual({
			ids: [second.id, first.id],
			unknown: [other.all[0]?.number, "tidak ada"],
		});
	});
});

async function ran(command: Command, ...args: string[]) {
	const said: string[] = [];
	const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
	await command.run([...args, "--json"]).finally(() => write.mockRestore());
	return JSON.parse(said.join(""));
}

describe("the commands", () => {
	it("say what they would do, and do it with --apply: revoke by numbers, reinstate by course and day, reissue", async () => {
		const { agencyId, code, slug, all, ids } = await several(3);
		const file = path.join(folder, "nomor.txt");
		writeFileSync(file, `${all[0]?.number}\r\n\n${all[1]?.code}\n`);
		const revoking = ["--agency", code, "--numbers", file, "--reason", "Soal bocor di ruang 3."];
		const seen = { applied: false, certificates: 2, people: 2, jp: 4, left: {} };
		expect(await ran(revokeCertificatesCommand, ...revoking)).toMatchObject(seen);
		expect((await certificate(ids[0] ?? "")).revokedAt).toBeNull();
		expect(await ran(revokeCertificatesCommand, ...revoking, "--apply")).toMatchObject({
			...seen,
			applied: true,
		});
		expect((await certificate(ids[0] ?? "")).revokedReason).toBe("Soal bocor di ruang 3.");

		const ofCourse = ["--agency", code, "--course", slug, "--since", "2026-11-24", "--until", "2026-11-24"];
		const why = ["--reason", "Ternyata tidak bocor.", "--apply"];
		expect(await ran(reinstateCertificatesCommand, ...ofCourse, ...why)).toMatchObject({
			...{ certificates: 2, left: { "not-revoked": 1 } },
		});
		await rename(all[2]?.personId ?? "", "Sari Diperbaiki");
		expect(await ran(reissueCertificatesCommand, ...ofCourse, ...why)).toMatchObject({
			...{ certificates: 1, left: { unchanged: 2 } },
		});
		expect(await lastActs(agencyId)).toHaveLength(3);
	});

	it("refuse what is missing or unknown, and change nothing", async () => {
		const { code, all } = await several(1);
		const file = path.join(folder, "keliru.txt");
		writeFileSync(file, `${all[0]?.number}\n999999/X\n`);
		const base = ["--agency", code, "--reason", "Alasan yang cukup panjang"];
		const run = (...args: string[]) => revokeCertificatesCommand.run([...base, ...args, "--apply"]);
		await expect(run("--numbers", file)).rejects.toThrow("999999/X");
		await expect(run()).rejects.toThrow("--numbers");
		await expect(run("--course", "bukan-miliknya")).rejects.toThrow("bukan pelatihan");
		await expect(run("--since", "kemarin")).rejects.toThrow("--since");
		await expect(
			revokeCertificatesCommand.run(["--agency", code, "--reason", "x", "--numbers", file]),
		).rejects.toThrow("--reason");
		expect((await certificate(all[0]?.id ?? "")).revokedAt).toBeNull();
	});
});

it("no list reads all of an issuer's certificates to find few", async () => {
	const { agencyId, ids } = await several(1);
	const all = { issuerId: agencyId, search: "", courseId: "", from: null, before: null, state: "" } as const;
	const statements = await statementsOf(async () => {
		await issuedCertificates({ ...all, search: "999/X" }, null, 51);
		await issuedCertificates({ ...all, state: "revoked" }, null, 51);
		await issuedCertificates({ ...all, state: "replaced" }, null, 51);
		await issuedCertificates({ ...all, courseId: "kursus" }, null, 51);
		await namedCertificates(agencyId, ["999/X"]);
		await ownCertificates(agencyId, ids);
		await planned("revoke", agencyId, ids);
	});
	const ofCertificates = statements.filter((text) =>
		/^select .* from "?(certificates|identifiers)/.test(text),
	);
	// A search first looks up what it names: by number, by code and by holder.
	expect(ofCertificates.length).toBeGreaterThanOrEqual(10);
	expect(
		plansOf(ofCertificates).filter((step) =>
			/^SCAN (certificates|identifiers)|certificates_issuer/.test(step),
		),
	).toEqual([]);
});
