import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { askForDocument, DOCUMENT_JOB } from "#app/certification/document/ask.server.ts";
import { checkFile } from "#app/certification/document/check.server.ts";
import { certificatesToExport, type ExportWish } from "#app/certification/document/export.server.ts";
import { certificateByHash, documentsOf, findDocument } from "#app/certification/document/find.server.ts";
import { makeDocument } from "#app/certification/document/make.server.ts";
import { certificatesOf } from "#app/certification/find.server.ts";
import { registerAuthority } from "#app/certification/signing/authority.server.ts";
import { configuredSigner } from "#app/certification/signing/signers.server.ts";
import { filePath, readStored, storeFolder } from "#app/http/files.server.ts";
import { action, loader } from "#app/routes/periksa/route.tsx";
import { db } from "#db/client.server.ts";
import { agencies, certificateDocuments, certificates, jobs } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

const origin = "https://cakap.example.go.id";
let certificate: typeof certificates.$inferSelect;

async function awarded(name?: string) {
	const agencyId = await makeAgency(`A${Math.floor(Math.random() * 1e9)}`);
	const course = await makeCourse(agencyId, `kursus-${agencyId.slice(-12)}`);
	const personId = await makePerson(agencyId, name);
	await passExam({ ...course, personId, agencyId, now: NOW });
	const [found] = await certificatesOf(personId);
	if (!found) throw new Error("no certificate");
	return found;
}
const make = (certificateId: string, lang: "id" | "en" = "id", now = NOW) =>
	makeDocument({ certificateId, lang, origin, now });
const bytesOf = async (id: string, lang: "id" | "en" = "id") => {
	const hash = (await findDocument(id, lang))?.hash;
	const bytes = hash ? await readStored(hash) : null;
	if (!bytes) throw new Error("no document");
	return bytes;
};

beforeAll(async () => {
	await registerAuthority(NOW);
	certificate = await awarded();
	await make(certificate.id);
});
afterEach(() => {
	for (const name of Object.keys(process.env)) if (/^(SIGNER|BSRE_)/.test(name)) delete process.env[name];
});

describe("a certificate's document", () => {
	it("is asked for with the award, once, in the same transaction", async () => {
		const one = await awarded();
		const asked = async () =>
			(await db.select().from(jobs).where(eq(jobs.name, DOCUMENT_JOB))).filter(
				({ payload }) => payload.certificateId === one.id,
			);
		expect(await asked()).toHaveLength(1);
		await transaction((tx) => askForDocument(tx, one.id, "id", NOW));
		expect(await asked()).toHaveLength(1);
	});

	it("is made once, and the same byte for byte ever after, by whoever makes it again", async () => {
		const before = await findDocument(certificate.id, "id");
		expect(before).toMatchObject({ signedBy: "local", problem: "", madeAt: NOW });
		await make(certificate.id, "id", NOW + 86_400_000);
		expect(await findDocument(certificate.id, "id")).toEqual(before);
		const one = await awarded();
		await Promise.all([make(one.id), make(one.id, "id", NOW + 5000), make(one.id, "id", NOW - 86_400_000)]);
		const row = await findDocument(one.id, "id");
		expect(await certificateByHash(row?.hash ?? "")).toMatchObject({ id: one.id });
	});

	it("is in English on request, beside the other", async () => {
		await make(certificate.id, "en");
		const { id, en } = await documentsOf(certificate.id);
		expect(id?.hash).not.toBe(en?.hash);
		expect(await checkFile(await bytesOf(certificate.id, "en"), NOW)).toMatchObject({ kind: "genuine" });
	});

	it("is made later when nothing can be written; the award stands", async () => {
		const one = await awarded();

		const store = storeFolder();
		renameSync(store, `${store}.away`);
		writeFileSync(store, "");
		await expect(make(one.id)).rejects.toThrow();
		rmSync(store);
		renameSync(`${store}.away`, store);
		mkdirSync(store, { recursive: true });
		expect(await findDocument(one.id, "id")).toBeNull();
		expect((await certificatesOf(one.personId))[0]?.revokedAt).toBeNull();
		await make(one.id);
		expect((await findDocument(one.id, "id"))?.hash).toBeTruthy();
	});

	it("with letters that its fonts lack is none, and says which", async () => {
		const one = await awarded("Sari ꦱꦫꦶ");
		await make(one.id);
		const row = await findDocument(one.id, "id");
		expect(row?.hash).toBeNull();
		expect(row?.problem).toContain("ꦱ");
	});
});

describe("a file that is checked", () => {
	const kindOf = async (bytes: Buffer) => (await checkFile(bytes, NOW)).kind;

	it("is genuine as it was made, changed with another byte, and not ours otherwise", async () => {
		const bytes = await bytesOf(certificate.id);
		expect(await checkFile(bytes, NOW)).toMatchObject({
			kind: "genuine",
			certificate: { id: certificate.id },
		});
		const other = Buffer.from(bytes);
		other[bytes.length >> 1] = (other[bytes.length >> 1] ?? 0) ^ 1;
		expect(await kindOf(other)).toBe("changed");
		expect(await kindOf(Buffer.concat([bytes, Buffer.from("\n")]))).toBe("changed");
		expect(await kindOf(bytes.subarray(0, 3000))).not.toBe("genuine");
		expect(await kindOf(Buffer.from("%PDF-1.7 kosong"))).toBe("unsigned");
		expect(await kindOf(Buffer.from("teks"))).toBe("no-pdf");
	});

	it("that is intact but of no certificate here is told apart", async () => {
		const one = await awarded();
		await make(one.id);
		const bytes = await bytesOf(one.id);

		await db.delete(certificateDocuments).where(eq(certificateDocuments.certificateId, one.id));
		expect(await kindOf(bytes)).toBe("orphan");
	});

	it("is said at /periksa with what may be known, by its bytes and by its fingerprint", async () => {
		const bytes = await bytesOf(certificate.id);
		const url = "http://127.0.0.1:3000/periksa";
		const form = new FormData();
		form.set("berkas", new Blob([new Uint8Array(bytes)]), "x.pdf");
		const post = async (body: FormData) => {
			const request = new Request(url, { method: "POST", body });
			return (await action({ request, params: {}, context: {} })).json();
		};
		expect(await post(form)).toMatchObject({ outcome: { status: "valid", number: certificate.number } });
		expect(await post(new FormData())).toMatchObject({ outcome: null, error: true });
		const hash = path.basename(filePath((await findDocument(certificate.id, "id"))?.hash ?? ""));
		const get = async (sidik: string) => {
			const request = new Request(`${url}?sidik=${sidik}`);
			return (await loader({ request, params: {}, context: {} })).json();
		};
		expect(await get(hash)).toMatchObject({ outcome: { status: "valid", isFile: true } });
		expect(await get("0".repeat(64))).toMatchObject({ outcome: { status: "unknown-hash" } });
		expect(JSON.stringify(await get(hash))).not.toContain(certificate.print.identifier);
	});
});

it("codes guessed in series are slowed, and a near one is answered as a far one", async () => {
	const ask = async (code: string, address = "198.51.100.7") => {
		const request = new Request(`http://127.0.0.1:3000/periksa?code=${code}`, {
			headers: { "x-cakap-address": address },
		});
		const answer = await loader({ request, params: {}, context: {} });
		const { code: _typed, ...said } = await answer.json();
		return { status: answer.status, wait: answer.headers.get("Retry-After"), said };
	};
	const last = certificate.code.at(-1) === "A" ? "B" : "A";
	const near = certificate.code.slice(0, -1) + last;
	const far = certificate.code.replace(/[0-9A-Z]/g, "Z");
	const unknown = {
		status: 404,
		wait: null,
		said: { hash: "", outcome: { status: "unknown" }, waitSeconds: 0 },
	};
	for (const code of [near, far, "bukan-kode", "x".repeat(5000)]) expect(await ask(code)).toEqual(unknown);
	for (let guess = 4; guess < 60; guess++) expect((await ask(near)).status).toBe(404);
	const slowed = await ask(certificate.code);
	expect(slowed).toMatchObject({ status: 429, said: { outcome: null } });
	expect(Number(slowed.wait)).toBeGreaterThan(0);
	expect((await ask(certificate.code, "198.51.100.8")).status).toBe(200);
});

describe("the signer", () => {
	it("none leaves the file without a signature, and says so in it", async () => {
		process.env.SIGNER = "none";
		const one = await awarded();
		await make(one.id);
		expect(await findDocument(one.id, "id")).toMatchObject({ signedBy: "none" });
		expect((await bytesOf(one.id)).includes("/ByteRange")).toBe(false);
	});

	it("that is unknown, or BSrE without its address, is said in one sentence", () => {
		expect(() => configuredSigner({ SIGNER: "lilin" }, NOW)).toThrow("SIGNER");
		expect(() => configuredSigner({ SIGNER: "bsre" }, NOW)).toThrow("BSRE_URL");
	});

	it("BSrE signs by its service; a refusal, a slow and a senseless answer leave the award without a file", async () => {
		let answer: (response: http.ServerResponse) => void = () => {};
		let heard = "";
		const server = http.createServer((request, response) => {
			const parts: Buffer[] = [];
			request.on("data", (part: Buffer) => parts.push(part));
			request.on("end", () => {
				heard = Buffer.concat(parts).toString("latin1");
				answer(response);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const secrets = { BSRE_NIK: "3200000000000001", BSRE_PASSPHRASE: "rahasia sekali" };
		Object.assign(process.env, { SIGNER: "bsre", BSRE_URL: url, BSRE_TIMEOUT_SECONDS: "1", ...secrets });
		const one = await awarded();
		try {
			answer = (response) => response.writeHead(400).end(`passphrase salah: ${secrets.BSRE_PASSPHRASE}`);
			await expect(make(one.id)).rejects.toThrow("BSrE menolak (400): passphrase salah: …");
			answer = (response) => response.end("<html>maaf</html>");
			await expect(make(one.id)).rejects.toThrow("bukan PDF bertanda tangan");
			answer = () => {};
			await expect(make(one.id)).rejects.toThrow("BSrE tidak menjawab");
			expect(await findDocument(one.id, "id")).toBeNull();
			answer = (response) => response.end("%PDF-1.7 ditandatangani /ByteRange [0 1 2 3]");
			await make(one.id);
			expect(heard).toContain('name="nik"');
			expect(await findDocument(one.id, "id")).toMatchObject({ signedBy: "bsre" });
			expect(await checkFile(await bytesOf(one.id), NOW)).toMatchObject({ kind: "genuine" });
		} finally {
			server.closeAllConnections();
			server.close();
		}
	});
});

it("certificates are exported with their documents, those without one made, by issuer, time and number", async () => {
	const one = await awarded();
	const [issuer] = await db.select().from(agencies).where(eq(agencies.id, one.issuerId));
	const list = async (wish: Partial<ExportWish>) => {
		const found = [];
		for await (const row of certificatesToExport({ origin, now: NOW, ...wish })) found.push(row);
		return found;
	};
	const [mine, ...more] = await list({ agency: issuer?.code });
	expect(more).toEqual([]);
	expect(mine).toMatchObject({ number: one.number, code: one.code, isRevoked: false, problem: "" });
	expect(await certificateByHash(mine?.hash ?? "")).toMatchObject({ id: one.id });
	expect(JSON.stringify(mine)).not.toContain(one.print.name);
	expect(await list({ limit: 2 })).toHaveLength(2);
	expect(await list({ since: NOW + 1 })).toEqual([]);
	const everybody = await list({});
	expect(everybody).toHaveLength((await db.select().from(certificates)).length);
	expect(everybody.some(({ hash, problem }) => hash === null && problem !== "")).toBe(true);
});

it("poppler finds the signature valid and the whole document signed, where it is installed", async () => {
	const hash = (await findDocument(certificate.id, "id"))?.hash ?? "";
	let said: string;
	try {
		said = execFileSync("pdfsig", ["-nocert", filePath(hash)], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
		console.log("pdfsig is not installed: not asked");
		return expect(await checkFile(await bytesOf(certificate.id), NOW)).toMatchObject({ kind: "genuine" });
	}
	expect(said).toContain("Signature is Valid");
	expect(said).toContain("Total document signed");
	expect(said).toContain("ETSI.CAdES.detached");
});
