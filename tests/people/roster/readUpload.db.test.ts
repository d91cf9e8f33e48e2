import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { createPerson } from "#app/people/createPerson.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { decideRow, decideRows } from "#app/people/roster/decideRow.server.ts";
import { explainColumns } from "#app/people/roster/explainColumns.server.ts";
import { forgetOldRosters } from "#app/people/roster/forgetRows.server.ts";
import { forgetMapping, mappingOf } from "#app/people/roster/mappings.server.ts";
import { beginRoster } from "#app/people/roster/readingRun.server.ts";
import { enqueueReading, READ_JOB, readUpload } from "#app/people/roster/readUpload.server.ts";
import { cancelRoster } from "#app/people/roster/rosterActs.server.ts";
import { keepRosterFile, RosterTooLarge, rosterFile } from "#app/people/roster/rosterFiles.server.ts";
import { rosterRunView, rowsOfOutcome } from "#app/people/roster/runView.server.ts";
import { db } from "#db/client.server.ts";
import { identifiers, jobs, people, rosterRows } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import {
	admin,
	begin,
	finish,
	LATER,
	roster,
	rowsOf,
	runRow,
	stage,
	takeBack,
} from "#tests/support/make/rosterRuns.ts";

const clock = { now: () => LATER, hold: async () => {} };
const HEADER = "NIP BARU;NAMA;JABATAN NAMA";
const nipOf = (n: number) => `19${String(70 + (n % 10))}0101200501${String(1001 + n)}`;
const lines = (count: number, first = 0) =>
	Array.from({ length: count }, (_, n) => `${nipOf(first + n)};Orang ${"abcdefghij"[n % 10]} ${n};Analis`);

let here: string;
let there: string;
beforeAll(async () => {
	here = await makeAgency("3273");
	there = await makeAgency("3204");
});

async function* piecesOf(text: string) {
	for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000));
}

/** A run whose file has arrived. */
async function uploaded(text: string, agencyId = here): Promise<string> {
	const runId = uuid();
	const { sha256 } = await keepRosterFile(runId, piecesOf(text));
	const file = { runId, agencyId, fileName: "pegawai.csv", sha256, actor: admin, now: LATER };
	await transaction((tx) => beginRoster(tx, file));
	return runId;
}

describe("an uploaded roster", () => {
	it("is compared and deleted", async () => {
		const runId = await uploaded([HEADER, ...lines(250)].join("\n"));
		await readUpload(runId, clock);
		expect(await runRow(runId)).toMatchObject({ state: "ready", counts: { new: 250 }, problem: "" });
		expect(existsSync(rosterFile(runId))).toBe(false);
	});

	it("that cannot be read is refused in a sentence, and deleted too", async () => {
		const twice = await uploaded(`${HEADER};NIP\n${lines(1)[0]};x\n`);
		await readUpload(twice, clock);
		const refused = await runRow(twice);
		expect(refused).toMatchObject({ state: "refused", finishedAt: LATER });
		expect(refused?.problem).toContain("Kolom yang sama ada lebih dari satu kali");
		expect(existsSync(rosterFile(twice))).toBe(false);
		const lost = uuid();
		const file = { runId: lost, agencyId: here, fileName: "x.csv", sha256: "", actor: admin, now: LATER };
		await transaction((tx) => beginRoster(tx, file));
		await readUpload(lost, clock);
		expect((await runRow(lost))?.problem).toContain("unggah kembali");
		const nobody = await uploaded("NAMA;JABATAN NAMA\nSari;Analis\n");
		await readUpload(nobody, clock);
		expect((await runRow(nobody))?.problem).toContain("Kolom NIP BARU tidak ditemukan");
	});

	it("that is cut off later leaves nothing of what came before", async () => {
		const runId = await uploaded([HEADER, ...lines(1500), `"${nipOf(1)};tanpa akhir`].join("\n"));
		await readUpload(runId, clock);
		expect((await runRow(runId))?.state).toBe("refused");
		expect(await rowsOf(runId)).toEqual([]);
	});

	it("begins anew after a kill, and every row is there once", async () => {
		const runId = await uploaded([HEADER, ...lines(250)].join("\n"));
		const killed = { now: clock.now, hold: () => Promise.reject(new Error("killed")) };
		await expect(readUpload(runId, killed)).rejects.toThrow("killed");
		expect((await rowsOf(runId)).length).toBe(40);
		expect(existsSync(rosterFile(runId))).toBe(true);
		await readUpload(runId, clock);
		expect(await rowsOf(runId)).toHaveLength(250);
		expect((await runRow(runId))?.state).toBe("ready");
	});

	it("stops when it is cancelled while it is read", async () => {
		const runId = await uploaded([HEADER, ...lines(350)].join("\n"));
		const act = { runId, agencyId: here, actor: admin, now: LATER };
		const hold = async () => void (await transaction((tx) => cancelRoster(tx, act)));
		await readUpload(runId, { now: clock.now, hold });
		expect((await runRow(runId))?.state).toBe("cancelled");
		expect(await rowsOf(runId)).toHaveLength(40);
		expect(existsSync(rosterFile(runId))).toBe(false);
	});

	it("is not kept when it is too large, or when its id would lead elsewhere", async () => {
		const runId = uuid();
		await expect(keepRosterFile(runId, piecesOf("x".repeat(5000)), 4000)).rejects.toThrow(RosterTooLarge);
		expect(existsSync(rosterFile(runId))).toBe(false);
		expect(() => rosterFile("../cakap.sqlite")).toThrow(RangeError);
	});
});

describe("columns that are not known", () => {
	const text = `NIP BARU;Nama Dinas;JABATAN NAMA;Hobi\n${lines(2).join(";Catur\n")};Catur\n`;

	it("are asked about once and remembered for the agency's next files", async () => {
		const runId = await uploaded(text);
		await readUpload(runId, clock);
		expect(await runRow(runId)).toMatchObject({
			state: "mapping",
			facts: { asked: ["Nama Dinas", "Hobi"], missing: ["name"] },
		});
		expect(existsSync(rosterFile(runId))).toBe(true);
		const mapping = { "Nama Dinas": "name" as const, Hobi: null };
		const explain = { runId, agencyId: here, mapping, now: LATER };
		expect(await transaction((tx) => explainColumns(tx, { ...explain, agencyId: there }))).toBe(false);
		expect(await transaction((tx) => explainColumns(tx, explain))).toBe(true);
		const waiting = await db.select().from(jobs).where(eq(jobs.name, READ_JOB));
		expect(waiting.map(({ payload }) => payload.runId)).toEqual([runId]);
		await readUpload(runId, clock);
		expect(await runRow(runId)).toMatchObject({ state: "ready", counts: { new: 2 } });
		expect(await mappingOf(there)).toEqual({});

		const next = await uploaded(`NIP BARU;NAMA  dinas;JABATAN;HOBI\n${nipOf(700)};Sari Utami;Analis;Catur\n`);
		await readUpload(next, clock);
		expect((await runRow(next))?.state).toBe("ready");
		await transaction((tx) => forgetMapping(tx, here, "Hobi"));
		const asked = await uploaded(`NIP BARU;Nama Dinas;JABATAN;Hobi\n${nipOf(700)};Sari Utami;Analis;Catur\n`);
		await readUpload(asked, clock);
		expect(await runRow(asked)).toMatchObject({ state: "mapping", facts: { asked: ["Hobi", "Nama Dinas"] } });
	});

	it("are asked about by one job, however often it is wanted", async () => {
		const runId = await uploaded(text);
		await transaction(function* (tx) {
			yield* enqueueReading(tx, runId, LATER);
			yield* enqueueReading(tx, runId, LATER);
		});
		const mine = (await db.select().from(jobs)).filter(({ payload }) => payload.runId === runId);
		expect(mine).toHaveLength(1);
	});
});

describe("a doubtful row", () => {
	const OLD = "198502022010011005";
	const NEW = "198502022026211005";
	const file = [{ nip: NEW, name: "Wayan Sudarma", employment: "PPPK" as const, position: "Guru" }];
	let personId: string;
	beforeAll(async () => {
		const post = {
			agencyId: there,
			unitId: null,
			employment: "PNS",
			jobClass: "pelaksana",
			position: "Guru",
		} as const;
		const who = { name: "Wayan Sudarma", identifiers: [{ kind: "NIP" as const, value: OLD }] };
		const made = await transaction((tx) =>
			createPerson(tx, { ...who, post: { ...post, grade: "" }, now: NOW }),
		);
		personId = made?.personId ?? "";
	});
	const decide = (runId: string, decision: "same" | "other" | "leave", agencyId = there) =>
		transaction((tx) => decideRow(tx, { runId, agencyId, position: 1, decision, actor: admin, now: LATER }));
	const namesakes = async () =>
		(await db.select().from(people).where(eq(people.name, "Wayan Sudarma"))).length;

	it("that is the same person gets the new number, and everything returns when that is undone", async () => {
		const before = await roster();
		const runId = await stage(there, file);
		const view = await rosterRunView(runId, there);
		if (!view) throw new Error("no run");
		const [shown] = await rowsOfOutcome(view, { outcome: "doubtful", after: 0, most: 9, lang: "id" });
		expect(shown?.doubt).toMatchObject({ personId, name: "Wayan Sudarma", decision: "leave" });
		expect(await decide(runId, "same", here)).toBe(false);
		expect(await decide(runId, "same")).toBe(true);
		expect(await runRow(runId)).toMatchObject({ counts: { doubtful: 0, changed: 1 } });
		await begin(there, runId);
		expect(await decide(runId, "other")).toBe(false);
		expect(await finish(runId)).toBe("applied");
		expect(await findPersonByIdentifier(NEW)).toBe(personId);
		const [old] = await db.select().from(identifiers).where(eq(identifiers.value, OLD));
		expect(old?.validTo).toBe(LATER);
		expect(await namesakes()).toBe(1);
		await takeBack(there, runId);
		expect(await finish(runId)).toBe("undone");
		expect(await roster()).toEqual(before);
	});

	it("is somebody else only when that is said, and nobody's without a word", async () => {
		const left = await stage(there, file);
		expect(await begin(there, left)).toBe("nothing");
		const runId = await stage(there, file);
		await decide(runId, "same");
		await decide(runId, "leave");
		expect(await runRow(runId)).toMatchObject({ counts: { doubtful: 1, changed: 0 } });
		await decide(runId, "other");
		await begin(there, runId);
		expect(await finish(runId)).toBe("applied");
		expect(await namesakes()).toBe(2);
		await takeBack(there, runId);
		await finish(runId);
	});

	it("of another agency's person is a move, and says nothing of them", async () => {
		const runId = await stage(here, file);
		const view = await rosterRunView(runId, here);
		if (!view) throw new Error("no run");
		const [shown] = await rowsOfOutcome(view, { outcome: "doubtful", after: 0, most: 9, lang: "id" });
		expect(shown?.doubt).toMatchObject({ personId: "", name: "" });
		await decide(runId, "same", here);
		const [row] = await rowsOf(runId);
		expect(row).toMatchObject({ outcome: "moved-in", personId, otherAgencyId: there });
		await begin(here, runId);
		await finish(runId);
		const numbers = await db.select().from(identifiers).where(eq(identifiers.personId, personId));
		expect(numbers.map(({ value, validTo }) => [value, validTo === null]).sort()).toEqual([
			[OLD, false],
			[NEW, true],
		]);
	});
});

it("doubtful rows of a page are decided alike; what is none is left, and another agency decides nothing", async () => {
	const known = [nipOf(820), nipOf(821)];
	const first = known.map((nip, n) => ({ nip, name: `Kadek Uji ${n}`, employment: "PNS" as const }));
	const before = await stage(here, first);
	await begin(here, before);
	await finish(before);
	const fresh = [...known.keys()].map((n) => ({ nip: nipOf(830 + n), name: `Kadek Uji ${n}` }));
	const runId = await stage(here, fresh);
	expect(await runRow(runId)).toMatchObject({ counts: { doubtful: 2 } });
	const act = { runId, agencyId: here, decision: "other" as const, actor: admin, now: LATER };
	expect(await transaction((tx) => decideRows(tx, { ...act, positions: [1, 2, 3] }))).toBe(2);
	expect(await runRow(runId)).toMatchObject({ counts: { doubtful: 0, new: 2 } });
	expect(await transaction((tx) => decideRows(tx, { ...act, agencyId: there, positions: [1, 2] }))).toBe(0);
});

it("the schedule forgets what nobody comes back for, and keeps what can still be undone", async () => {
	const DAY = 86_400_000;
	const staged = await stage(here, [{ nip: nipOf(800), name: "Sari Utami" }]);
	const applied = await stage(here, [{ nip: nipOf(801), name: "Budi Santoso" }]);
	await begin(here, applied);
	await finish(applied);
	const kept = async () => [(await rowsOf(staged)).length > 0, (await rowsOf(applied)).length > 0];
	await forgetOldRosters(LATER + 6 * DAY);
	expect(await kept()).toEqual([true, true]);
	await forgetOldRosters(LATER + 8 * DAY);
	expect((await runRow(staged))?.state).toBe("cancelled");
	await forgetOldRosters(LATER + 10 * DAY);
	expect(await kept()).toEqual([false, true]);
	await forgetOldRosters(LATER + 31 * DAY);
	expect(await kept()).toEqual([false, false]);
	expect(await takeBack(here, applied, LATER + 31 * DAY)).toBe("too-late");
	expect(await db.select().from(rosterRows)).toEqual([]);
});
