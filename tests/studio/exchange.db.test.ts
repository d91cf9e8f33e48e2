import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Format } from "#app/assessment/exchange/reading.ts";
import { itemsOf, mediaOfDraft } from "#app/studio/drafts.server.ts";
import { bankOfCourse, draftForImport } from "#app/studio/exchange/bankOfCourse.server.ts";
import { exportItems, exportReports } from "#app/studio/exchange/exportItems.server.ts";
import {
	applyImport,
	closeImport,
	findImport,
	forgetOldImports,
	rowsOfImport,
	stageImport,
} from "#app/studio/exchange/imports.server.ts";
import { readAndSettle } from "#app/studio/exchange/readAndSettle.ts";
import { readInThread } from "#app/studio/exchange/readInThread.server.ts";
import { withStoredPictures } from "#app/studio/exchange/store.server.ts";
import { takeAll } from "#app/studio/exchange/takeAll.server.ts";
import { createDraft, saveItem } from "#app/studio/write.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, drafts, itemImportRows, itemImports } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { exchangeWorker } from "#tests/support/exchangeWorker.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { choiceItem, manifest } from "#tests/support/make/qti.ts";
import { makeZip } from "#tests/support/make/zip.ts";

let agencyId: string;
let personId: string;
let serial = 0;

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	personId = await makePerson(agencyId);
});

async function newDraft(): Promise<string> {
	serial++;
	const writer = { personId, name: "Sari" };
	const asked = { title: `Impor ${serial}`, agencyId, writer, today: "2026-11-24", now: NOW };
	const made = await transaction((tx) => createDraft(tx, asked));
	if (!made) throw new Error("the title is taken");
	return made.draftId;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const gift = "::Satu::Benar?{T}\n\n::Dua::Pilih.{=a ~b}\n\n::Rusak::Pilih.{=a ~b\n\n::Tiga::Isi.{=x#Ya.}";

async function stage(draftId: string, content: Uint8Array, format: Format = "gift") {
	const defaults = { competence: "D3.1", level: 2 };
	const setting = {
		bank: await itemsOf(draftId),
		media: await mediaOfDraft(draftId),
		defaults,
		competences: ["D3.1", "D1.2"],
	};
	const result = await readAndSettle({ bytes: content, format, setting });
	if ("refused" in result) throw new Error(result.refused.key);
	const rows = await withStoredPictures(result.settled);
	return stageImport(
		{ fileName: "soal", format, notes: result.notes, rows },
		{ draftId, personId, now: NOW },
	);
}

const outcomes = async (id: string) => (await rowsOfImport(id, null, 1)).map(({ outcome }) => outcome);
const apply = (id: string, draftId: string) => applyImport(id, { draftId, personId, now: NOW });

describe("an import", () => {
	it("shows first and writes nothing; then takes what it showed, once", async () => {
		const draftId = await newDraft();
		const id = await stage(draftId, bytes(gift));
		expect(await itemsOf(draftId)).toEqual([]);
		expect(await outcomes(id)).toEqual(["taken", "taken", "refused", "adapted"]);
		expect((await findImport(draftId, id))?.counts).toEqual({ taken: 2, adapted: 1, present: 0, refused: 1 });
		expect(await findImport(await newDraft(), id)).toBeNull();
		expect(await apply(id, draftId)).toEqual({ written: 3, left: 0, isClosed: false });
		expect(await apply(id, draftId)).toEqual({ written: 0, left: 0, isClosed: false });
		const items = await itemsOf(draftId);
		expect(items.map(({ code, type, level }) => `${code} ${type} ${level}`)).toEqual([
			"dua single 2",
			"satu truefalse 2",
			"tiga text 2",
		]);
		const again = await stage(draftId, bytes(gift));
		expect(await outcomes(again)).toEqual(["present", "present", "refused", "present"]);
	});

	it("changes an item that the file mends, keeps what its author set, and never writes over another", async () => {
		const draftId = await newDraft();
		await apply(await stage(draftId, bytes(gift)), draftId);
		const [two] = await itemsOf(draftId);
		if (two?.type !== "single") throw new Error("no item");
		const by = { draftId, personId, now: NOW };
		await transaction((tx) => saveItem(tx, by, { ...two, competence: "D1.2", level: 4 }, "dua"));
		const id = await stage(
			draftId,
			bytes("::Dua::Pilih.{=c ~b}\n\n::Satu::Pertanyaan lain?{F}\n\n::Dua::Pilih ini.{=c ~d}"),
		);
		const rows = await rowsOfImport(id, null, 1);
		expect(
			rows.map(({ outcome, item, notes }) => [outcome, item?.code, ...notes.map(({ key }) => key)]),
		).toEqual([
			["adapted", "dua", "replaces"],
			["adapted", "satu-2", "codeTaken"],
			["adapted", "dua-2", "codeTaken"],
		]);
		expect(await apply(id, draftId)).toMatchObject({ written: 3 });
		const items = await itemsOf(draftId);
		expect(items.map(({ code }) => code)).toEqual(["dua", "dua-2", "satu", "satu-2", "tiga"]);
		expect(items[0]).toMatchObject({ competence: "D1.2", level: 4, options: [{ text: "c" }, { text: "b" }] });
	});

	it("leaves an item alone that changed after it was shown, and a draft that is not being written", async () => {
		const draftId = await newDraft();
		await apply(await stage(draftId, bytes(gift)), draftId);
		const id = await stage(draftId, bytes("::Dua::Pilih.{=c ~b}"));
		const [two] = await itemsOf(draftId);
		if (!two) throw new Error("no item");
		const by = { draftId, personId, now: NOW };
		await transaction((tx) => saveItem(tx, by, { ...two, stem: "Diganti rekan." }, "dua"));
		expect(await apply(id, draftId)).toEqual({ written: 0, left: 1, isClosed: false });
		expect((await itemsOf(draftId))[0]?.stem).toBe("Diganti rekan.");
		const waiting = await stage(draftId, bytes("Baru?{T}"));
		await db.update(drafts).set({ state: "submitted" }).where(eq(drafts.id, draftId));
		expect(await apply(waiting, draftId)).toMatchObject({ written: 0, isClosed: true });
	});

	it("brings pictures into the draft, each once, and refuses what is none", async () => {
		const draftId = await newDraft();
		const png = Buffer.from("89504e470d0a1a0a00", "hex");
		const shown = (name: string) => `<p><img src="${name}" alt="Peta"/></p>`;
		const zip = makeZip([
			{ name: "imsmanifest.xml", content: manifest(["a.xml", "b.xml", "c.xml"]) },
			{ name: "a.xml", content: choiceItem("a", "A", shown("peta.png")) },
			{ name: "b.xml", content: choiceItem("b", "A", shown("peta.png")) },
			{ name: "c.xml", content: choiceItem("c", "A", shown("peta.svg")) },
			{ name: "peta.png", content: png },
			{ name: "peta.svg", content: "<svg onload='x()'/>" },
		]);
		const id = await stage(draftId, zip, "qti");
		expect((await rowsOfImport(id, "refused", 1)).map(({ notes }) => notes[0]?.key)).toEqual([
			"no.pictureType",
		]);
		await apply(id, draftId);
		const media = await mediaOfDraft(draftId);
		expect(media.map(({ name, type }) => [name.replace(/-[0-9a-f]{10}\./, "-#."), type])).toEqual([
			["media/soal-peta-#.png", "image/png"],
		]);
		const items = await itemsOf(draftId);
		expect(items[0]?.pictures).toEqual([{ image: media[0]?.name, alt: "Peta" }]);
		const { text, reports: told } = await exportItems(items, media, "moodle-xml");
		expect(await exportReports(items, media, "moodle-xml")).toEqual(told);
		const again = await stage(draftId, bytes(text), "moodle-xml");
		expect(await outcomes(again)).toEqual(["present", "present"]);
		const { text: named, reports } = await exportItems(items, media, "gift");
		expect(await outcomes(await stage(draftId, bytes(named)))).toEqual(["present", "present"]);
		expect(reports.map(({ isWritten, notes }) => [isWritten, notes[0]?.key])).toEqual([
			[true, "out.picture"],
			[true, "out.picture"],
		]);
	});

	it("is audited, and forgotten after a day", async () => {
		const draftId = await newDraft();
		const importId = await stage(draftId, bytes(gift));
		const sum = await apply(importId, draftId);
		const actor = { id: personId, name: "Sari" };
		const act = { importId, draftId, agencyId, actor, fileName: "soal", now: NOW };
		await transaction((tx) => closeImport(tx, act, sum));
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, draftId));
		expect(acts).toMatchObject([{ action: "items.import", detail: { written: 3, left: 0 } }]);
		await forgetOldImports(NOW + 86_400_000);
		expect(await findImport(draftId, importId)).not.toBeNull();
		await forgetOldImports(NOW + 86_400_001);
		expect(await db.select().from(itemImports)).toEqual([]);
		expect(await db.select().from(itemImportRows)).toEqual([]);
	});
});

describe("the command line's import", () => {
	it("goes into a draft begun from the published version", async () => {
		await makeCourse(agencyId, "kursus-impor");
		const bank = await bankOfCourse("kursus-impor");
		if (!bank) throw new Error("no course");
		const setting = {
			bank: bank.items,
			media: bank.media,
			defaults: { competence: "D3.1", level: 1 },
			competences: ["D3.1"],
		};
		const result = await readAndSettle({ bytes: bytes(gift), format: "gift", setting });
		if ("refused" in result) throw new Error(result.refused.key);
		const draftId = (await draftForImport(bank, NOW)) ?? "";
		const actor = { id: null, name: "bin/cakap" };
		const act = { draftId, agencyId, actor, fileName: "a", now: NOW };
		expect(await takeAll(result.settled, act)).toEqual({ written: 3, left: 0 });
		const later = await bankOfCourse("kursus-impor");
		expect([later?.draftId, later?.items.length]).toEqual([draftId, bank.items.length + 3]);
		expect(await bankOfCourse("tidak-ada")).toBeNull();
	});
});

describe("the thread", () => {
	const setting = { bank: [], media: [], defaults: { competence: "D3.1", level: 1 }, competences: ["D3.1"] };

	it("reads as the program itself does, and says so when a file takes too long", async () => {
		const task = { bytes: bytes(gift), format: "gift" as const, setting };
		const [there, here] = [
			await readInThread(task, { workerUrl: exchangeWorker }),
			await readAndSettle(task),
		];
		expect(there).toEqual(here);
		const slow = await readInThread(task, { workerUrl: exchangeWorker, timeoutMs: 0 });
		expect(slow).toMatchObject({ refused: { key: "file.slow" } });
	});
});
