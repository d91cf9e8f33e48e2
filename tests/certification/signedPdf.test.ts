import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPem, documentSigner, rotateDocumentSigner } from "#app/certification/signing/authority.server.ts";
import { placeForSignature } from "#app/certification/signing/signaturePlace.ts";
import { readSignedPdf, type Sealer, signPdf } from "#app/certification/signing/signedPdf.ts";
import { finishedPdf, newPdf } from "#app/ui/pdf/document.server.ts";

const NOW = Date.UTC(2026, 10, 25, 3);
const before = process.env.KEYS_DIR;
const folders: string[] = [];
let signer: Sealer;
let signed: Buffer;

function keysIn(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-keys-"));
	folders.push(folder);
	process.env.KEYS_DIR = folder;
	return folder;
}

async function somePdf(text = "Sertifikat uji"): Promise<Buffer> {
	const pdf = newPdf({ title: text, lang: "id" });
	pdf.addPage().font("regular").text(text);
	placeForSignature(pdf, { name: "Cakap", at: new Date(NOW) });
	return finishedPdf(pdf);
}

beforeAll(async () => {
	keysIn();
	signer = documentSigner(NOW);
	signed = signPdf(await somePdf(), signer);
});
afterAll(() => {
	if (before === undefined) delete process.env.KEYS_DIR;
	else process.env.KEYS_DIR = before;
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const kindOf = (bytes: Buffer) => readSignedPdf(bytes, [signer.authority]).kind;
const flipped = (at: number, bit = 0) => {
	const bytes = Buffer.from(signed);
	bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
	return bytes;
};

describe("a signed document", () => {
	it("is intact, under the authority that is named, and no other's", async () => {
		expect(readSignedPdf(signed, [signer.authority])).toEqual({
			kind: "intact",
			authority: signer.authority,
		});
		const own = process.env.KEYS_DIR ?? "";
		keysIn();
		const stranger = documentSigner(NOW);
		expect(readSignedPdf(signed, [stranger.authority]).kind).toBe("foreign");
		expect(kindOf(signPdf(await somePdf(), stranger))).toBe("foreign");
		process.env.KEYS_DIR = own;
	});

	it("is never intact with one bit flipped: 500 places, the whole signature among them", () => {
		const place = signed.indexOf("/Contents <") + "/Contents ".length;
		const all = process.env.TEST_LONG ? signed.length : 0;
		const step = Math.max(1, Math.floor(signed.length / 450));
		const places = new Set<number>();
		for (let at = 0; at < signed.length; at += all ? 1 : step) places.add(at);
		for (let at = place; at < place + 60; at++) places.add(at);
		let checked = 0;
		for (const at of places) {
			expect([at, kindOf(flipped(at, at % 8))]).not.toEqual([at, "intact"]);
			checked++;
		}
		console.log(`bytes flipped: ${checked}`);
		expect(checked).toBeGreaterThan(450);
	});

	it("says that it was changed when text is another, something follows, or its end is missing", () => {
		const title = signed.indexOf("Sertifikat uji");
		expect(title).toBeGreaterThan(0);
		expect(kindOf(flipped(title))).toBe("changed");
		const update = "1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
		expect(kindOf(Buffer.concat([signed, Buffer.from(update)]))).toBe("changed");
		expect(kindOf(signed.subarray(0, signed.length - 1))).toBe("changed");
		expect(kindOf(signed.subarray(0, signed.length >> 1))).not.toBe("intact");
		expect(kindOf(Buffer.concat([signed, signed]))).toBe("changed");
	});

	it("with a second signature is changed, whoever made that one, and whichever came first", async () => {
		const own = process.env.KEYS_DIR;
		keysIn();
		const stranger = documentSigner(NOW);
		const theirs = signPdf(await somePdf("Sertifikat lain"), stranger);
		process.env.KEYS_DIR = own;
		// As an incremental update that brings a signature of its own: over all that stands before it, and itself.
		const second = (whole: Buffer) => {
			const from = whole.indexOf("/ByteRange");
			return whole.subarray(from, whole.indexOf("endobj", from) + "endobj".length);
		};
		for (const other of [theirs, signPdf(await somePdf("Sertifikat lain"), signer)]) {
			const update = Buffer.concat([
				Buffer.from("\n90 0 obj\n<</Type/Sig"),
				second(other),
				Buffer.from("\n%%EOF\n"),
			]);
			expect(kindOf(Buffer.concat([signed, update]))).toBe("changed");
			expect(kindOf(Buffer.concat([other, second(signed), Buffer.from("\n%%EOF\n")]))).toBe("changed");
		}
	});

	it("is told from what is no PDF, and from one without a signature", async () => {
		expect(kindOf(Buffer.from("bukan pdf"))).toBe("no-pdf");
		expect(kindOf(Buffer.alloc(0))).toBe("no-pdf");
		const pdf = newPdf({ title: "Polos", lang: "id" });
		pdf.addPage().font("regular").text("Polos");
		expect(kindOf(await finishedPdf(pdf))).toBe("unsigned");
		expect(() => signPdf(Buffer.from("%PDF-1.7"), signer)).toThrow("no place");
	});
});

describe("the keys", () => {
	it("are for this user only; a new signing key leaves what the old one signed intact", async () => {
		const folder = keysIn();
		const first = documentSigner(NOW);
		const document = signPdf(await somePdf(), first);
		for (const name of ["documents-authority.pem", "documents-signer.pem"])
			expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
		rotateDocumentSigner(NOW + 1000);
		const second = documentSigner(NOW + 1000);
		expect(second.authority).toEqual(first.authority);
		expect(second.leaf).not.toEqual(first.leaf);
		for (const one of [document, signPdf(await somePdf(), second)])
			expect(readSignedPdf(one, [first.authority]).kind).toBe("intact");
		expect(asPem(second.authority)).toContain("BEGIN CERTIFICATE");
	});

	it("that are lost, broken or of another pair are said, and none are made in their place", () => {
		const folder = keysIn();
		documentSigner(NOW);
		const authority = path.join(folder, "documents-authority.pem");
		const text = readFileSync(authority);
		const other = keysIn();
		documentSigner(NOW);
		const broken = (what: () => void) => {
			// Kept by folder: a folder of another name is read anew.
			const copy = mkdtempSync(path.join(os.tmpdir(), "cakap-keys-"));
			folders.push(copy);
			process.env.KEYS_DIR = copy;
			for (const name of ["documents-authority.pem", "documents-signer.pem"])
				writeFileSync(path.join(copy, name), readFileSync(path.join(other, name)));
			what();
			return () => documentSigner(NOW);
		};
		const at = (name: string) => path.join(process.env.KEYS_DIR ?? "", name);
		expect(broken(() => rmSync(at("documents-authority.pem")))).toThrow("Kembalikan kedua berkas");
		expect(broken(() => writeFileSync(at("documents-authority.pem"), text))).toThrow(
			"Kembalikan kedua berkas",
		);
		expect(broken(() => writeFileSync(at("documents-signer.pem"), "rusak"))).toThrow("documents-signer.pem");
	});
});
