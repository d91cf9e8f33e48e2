import http from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import { askForPush, pushExport } from "#app/records/siasn/push.server.ts";
import { siasnFields } from "#app/records/siasn/row.ts";
import type { SiasnAccess } from "#app/records/siasn/service.server.ts";
import { sendingCounts } from "#app/records/siasn/view.server.ts";
import { db } from "#db/client.server.ts";
import { siasnExportRows } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "#tests/support/make/course.ts";
import { actor, exporter } from "./ground.ts";

const HOUR = 3_600_000;
type Asked = { method: string; url: string; auth: string; sso: string; body: string };
type Answer = (asked: Asked, response: http.ServerResponse) => void;
let access: SiasnAccess;
let asked: Asked[] = [];
let answer: Answer;
let token: Answer;

/** A stand-in of SIASN's gateway, as docs/siasn.md assumes it to be. */
const server = http.createServer((request, response) => {
	const parts: Buffer[] = [];
	request.on("data", (part: Buffer) => parts.push(part));
	request.on("end", () => {
		const one = {
			method: request.method ?? "",
			url: request.url ?? "",
			auth: request.headers.authorization ?? "",
			sso: String(request.headers.auth ?? ""),
			body: Buffer.concat(parts).toString("utf8"),
		};
		if (one.url === "/oauth2/token") return token(one, response);
		asked.push(one);
		answer(one, response);
	});
});
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	access = {
		...{ url: `${url}/apisiasn/1.0`, tokenUrl: `${url}/oauth2/token`, timeoutMs: 300 },
		...{ clientId: "cakap", clientSecret: "rahasia-klien", ssoToken: "token-sso" },
	};
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

let next = 0;
const takes: Answer = (_one, response) =>
	void response.end(JSON.stringify({ success: true, mapData: { rwKursusId: `RW-${++next}` } }));
const gives: Answer = (_one, response) =>
	void response.end(JSON.stringify({ access_token: "token-gerbang" }));

async function ready(people = 1) {
	const ground = await exporter();
	const all = [];
	for (let n = 0; n < people; n++) all.push(await ground.award());
	const { id } = await ground.made(NOW + HOUR);
	[asked, answer, token] = [[], takes, gives];
	const ask = (exportId = id) =>
		transaction((tx) => askForPush(tx, { agencyId: ground.agencyId, exportId, actor, now: NOW + HOUR }));
	await ask();
	return { ...ground, all, id, ask };
}
const push = (id: string) => pushExport(id, access, () => NOW + 2 * HOUR);

describe("sending an export to SIASN", () => {
	it("sends each row once with both tokens, and keeps SIASN's ids", async () => {
		const { id } = await ready(2);
		await push(id);
		await push(id);
		expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
			"POST /apisiasn/1.0/kursus/save",
			"POST /apisiasn/1.0/kursus/save",
		]);
		expect(asked[0]).toMatchObject({ auth: "Bearer token-gerbang", sso: "bearer token-sso" });
		expect(Object.keys(JSON.parse(asked[0]?.body ?? "{}")).sort()).toEqual([...siasnFields].sort());
		expect(await sendingCounts(id)).toEqual({ sent: 2, faults: [], unsure: 0 });
	});

	it("takes out by SIASN's id what was revoked afterwards", async () => {
		const { id, all, made, ask } = await ready();
		await push(id);
		const siasnId = `RW-${next}`;
		const certificateId = all[0]?.id ?? "";
		const order = { certificateId, reason: "Soal bocor di ruang 3.", actor, now: NOW + 3 * HOUR };
		await transaction((tx) => revokeCertificate(tx, order));
		const second = await made(NOW + 4 * HOUR);
		await ask(second.id);
		asked = [];
		await push(second.id);
		expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
			`DELETE /apisiasn/1.0/kursus/delete/${siasnId}`,
		]);
	});

	it("says why a row was refused, without secrets, goes on with the others, and tries it again when asked", async () => {
		const { id, ask } = await ready(2);
		answer = (one, response) =>
			asked.length === 1
				? void response.writeHead(400).end(`pnsOrangId tidak dikenal; ${access.ssoToken}`)
				: takes(one, response);
		await push(id);
		const counts = await sendingCounts(id);
		expect(counts).toMatchObject({ sent: 1, unsure: 0 });
		expect(counts.faults[0]?.fault).toBe("SIASN menolak (400): pnsOrangId tidak dikenal; …");
		answer = takes;
		await ask();
		await push(id);
		expect(await sendingCounts(id)).toEqual({ sent: 2, faults: [], unsure: 0 });

		const other = await ready();
		answer = (_one, response) => void response.end(JSON.stringify({ success: false, message: "sudah ada" }));
		await push(other.id);
		expect((await sendingCounts(other.id)).faults[0]?.fault).toContain("sudah ada");
	});

	it("leaves everything for later while the gateway is busy or gives no token", async () => {
		const { id } = await ready();
		answer = (_one, response) => void response.writeHead(503).end("sibuk");
		await expect(push(id)).rejects.toThrow("503");
		token = (_one, response) => void response.writeHead(401).end();
		await expect(push(id)).rejects.toThrow("tidak memberi token");
		expect(await sendingCounts(id)).toEqual({ sent: 0, faults: [], unsure: 0 });
		[answer, token] = [takes, gives];
		await push(id);
		expect(await sendingCounts(id)).toMatchObject({ sent: 1 });
	});

	it("never sends again by itself what may have arrived", async () => {
		const { id, ask } = await ready(2);
		answer = (one, response) => {
			if (asked.length > 1) takes(one, response);
		};
		await expect(push(id)).rejects.toThrow("SIASN tidak menjawab");
		await push(id);
		await ask();
		await push(id);
		expect(asked).toHaveLength(2);
		expect(await sendingCounts(id)).toEqual({ sent: 1, faults: [], unsure: 1 });
		const own = and(eq(siasnExportRows.exportId, id), eq(siasnExportRows.position, 1));
		expect((await db.select().from(siasnExportRows).where(own))[0]?.sentAt).toBeNull();
	});

	it("is asked for by its own agency only", async () => {
		const { id } = await ready();
		const other = await exporter();
		const order = { agencyId: other.agencyId, exportId: id, actor, now: NOW };
		expect(await transaction((tx) => askForPush(tx, order))).toBe(false);
	});
});
