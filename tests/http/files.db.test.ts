import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkFileStore } from "#app/http/fileStore.server.ts";
import {
	FileTooLarge,
	filePath,
	findFile,
	forgetHalfWritten,
	keepFile,
	openFile,
	putFile,
	readStored,
	StoreFull,
	storeFolder,
} from "#app/http/files.server.ts";
import { dialect } from "#db/config.ts";

const about = { mediaType: "text/plain", now: 1_000 };
const bytes = (text: string) => Buffer.from(text);
const temporaries = () => readdirSync(path.join(storeFolder(), "tmp"));
const firstFolder = process.env.FILES_DIR;

async function* parts(...texts: string[]) {
	for (const text of texts) yield bytes(text);
}

async function text(hash: string): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of (await openFile(hash)) ?? []) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

afterEach(() => {
	if (firstFolder === undefined) delete process.env.FILES_DIR;
	else process.env.FILES_DIR = firstFolder;
});

describe("the file store", () => {
	it("keeps the same bytes once, at once or in parts, and knows their type", async () => {
		const both = await Promise.all([
			keepFile(bytes("satu dua"), about),
			keepFile(parts("satu", " ", "dua"), { ...about, now: 2_000 }),
		]);
		expect(both[0]).toEqual(both[1]);
		expect(both[0]).toEqual({
			bytes: 8,
			hash: "511b6aec3add24e1e7a9f53dd68ebafdd7accafcd8833f5025f82a828636c801",
		});
		const { hash } = both[0];
		expect(await text(hash)).toBe("satu dua");
		expect(await findFile(hash)).toMatchObject({ bytes: 8, mediaType: "text/plain" });
		expect(temporaries()).toEqual([]);
	});

	it("keeps nothing of what is too long or breaks off", async () => {
		await expect(keepFile(bytes("panjang"), { ...about, maxBytes: 3 })).rejects.toThrow(FileTooLarge);
		await expect(keepFile(parts("pan", "jang"), { ...about, maxBytes: 3 })).rejects.toThrow(FileTooLarge);
		async function* broken() {
			yield bytes("awal");
			throw new Error("the line broke");
		}
		await expect(keepFile(broken(), about)).rejects.toThrow("the line broke");
		expect(temporaries()).toEqual([]);
	});

	it("says that the disk is full, and takes the file when there is room again", async () => {
		const handle = await open(filePath((await putFile(bytes("ada"))).hash));
		const prototype = Object.getPrototypeOf(handle);
		await handle.close();
		const full = vi
			.spyOn(prototype, "writeFile")
			.mockRejectedValue(Object.assign(new Error("no space"), { code: "ENOSPC" }));
		await expect(keepFile(bytes("tidak muat"), about)).rejects.toThrow(StoreFull);
		expect(temporaries()).toEqual([]);
		full.mockRestore();
		expect(await text((await keepFile(bytes("tidak muat"), about)).hash)).toBe("tidak muat");
	});

	it("gives nothing for an unknown hash and takes no path for one", async () => {
		expect(await openFile("0".repeat(64))).toBeNull();
		expect(await readStored("0".repeat(64))).toBeNull();
		expect(() => filePath("../../etc/passwd")).toThrow(RangeError);
	});

	it("sweeps what a killed writer left, a day later", async () => {
		await putFile(bytes("folder"));
		const left = path.join(storeFolder(), "tmp", "left");
		writeFileSync(left, "half");
		utimesSync(left, 1000, 1000);
		await forgetHalfWritten(1_000_000 + 86_399_000);
		expect(temporaries()).toEqual(["left"]);
		await forgetHalfWritten(1_000_000 + 86_401_000);
		expect(temporaries()).toEqual([]);
	});
});

describe("the store's folder at start", () => {
	let other = "";
	beforeEach(() => {
		other = mkdtempSync(path.join(os.tmpdir(), "cakap-files-"));
		return () => rmSync(other, { recursive: true });
	});

	it("is the same for every node: another one is refused, or said where one node is all", async () => {
		const first = await checkFileStore();
		if (dialect() === "postgresql") expect(first).toContain("FILES_DIR belum diisi");
		else expect(first).toBeNull();
		expect(await checkFileStore()).toBe(first);
		process.env.FILES_DIR = other;
		if (dialect() === "postgresql")
			await expect(checkFileStore()).rejects.toThrow("bukan folder yang dipakai");
		else expect(await checkFileStore()).toContain("bukan yang terakhir dipakai");
	});

	it("cannot be a place that nothing can be written to", async () => {
		const file = path.join(other, "file");
		writeFileSync(file, "");
		process.env.FILES_DIR = path.join(file, "below");
		await expect(checkFileStore()).rejects.toThrow("tidak dapat ditulisi");
	});
});
