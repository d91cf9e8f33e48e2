import type { LoaderFunctionArgs } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "#app/access/sessions.server.ts";
import type { Agency } from "#app/agencies/findAgency.server.ts";
import { loader as nationPage } from "#app/routes/kesiapan._index/route.tsx";
import { loader as agencyPage } from "#app/routes/kesiapan.$code/route.tsx";
import { loader as agencyCsv } from "#app/routes/kesiapan.$code[.]csv/route.ts";
import { loader as nationCsv } from "#app/routes/kesiapan[.]csv/route.ts";
import { db } from "#db/client.server.ts";
import { memberships, people, type Role, roleGrants } from "#db/schema/index.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { foldEverything, record } from "./facts.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response | object>;
type Answer = { status: number; text: string };

let own: Agency;
let other: Agency;
const cookies: Record<string, string> = {};

beforeAll(async () => {
	own = await makeAgency();
	other = await makeAgency({ code: "3273", name: "Pemerintah Kota Bandung", kind: "city" });
	const unitId = await makeUnit(own.id, "Dinas Pendidikan");
	const at = Date.parse("2026-03-01T03:00:00Z");
	const join = { kind: "person.joined", agencyId: own.id, unitId, at } as const;
	await record(Array.from({ length: 7 }, () => join));
	await record(Array.from({ length: 31 }, () => ({ ...join, agencyId: other.id, unitId: null })));
	await foldEverything();
	cookies.analyst = await signedIn("analyst", null);
	cookies["agency-admin"] = await signedIn("agency-admin", own);
	cookies["unit-head"] = await signedIn("unit-head", own, unitId);
	cookies["system-admin"] = await signedIn("system-admin", null);
	cookies.learner = await signedIn("learner", own);
});

describe("the nation's page", () => {
	it("opens for the analyst only", async () => {
		expect((await get(nationPage, "/kesiapan", "analyst")).status).toBe(200);
		for (const role of ["agency-admin", "unit-head", "system-admin", "learner"]) {
			expect((await get(nationPage, "/kesiapan", role)).status).toBe(403);
			expect((await get(nationCsv, "/kesiapan.csv", role)).status).toBe(403);
		}
		expect((await get(nationPage, "/kesiapan", "nobody")).status).toBe(302);
		expect((await get(nationCsv, "/kesiapan.csv", "nobody")).status).toBe(302);
	});

	it("carries no suppressed count to the page, not even in its data", async () => {
		const { text } = await get(nationPage, "/kesiapan", "analyst");
		const { list, total, months, provinces } = JSON.parse(text);
		expect(list.lines.map((line: { cells: { people: unknown } }) => line.cells.people)).toEqual([31, "few"]);
		expect(JSON.stringify({ list, total, months, provinces })).not.toMatch(/"(value|people)":(7|38)\b/);
	});

	it("says which month it cannot read, and shows the current one", async () => {
		const { status, text } = await get(nationPage, "/kesiapan?bulan=2026-13&cari=bandung", "analyst");
		expect(status).toBe(400);
		expect(JSON.parse(text)).toMatchObject({
			invalid: ["bulan"],
			given: "2026-13",
			state: { search: "bandung" },
		});
	});

	it("gives the same as CSV, filtered and sorted", async () => {
		const { text } = await get(nationCsv, "/kesiapan.csv?bulan=2026-03&urut=nama", "analyst");
		expect(text.split("\r\n").slice(0, 3)).toEqual([
			"\uFEFFBulan,Kode,Instansi,Jenis instansi,Provinsi,Pegawai aktif,Terdaftar,Selesai,Lulus,Sertifikat,JP",
			"2026-03,3204,Pemerintah Kabupaten Bandung,Pemerintah kabupaten,Jawa Barat,< 10,< 10,< 10,< 10,< 10,ditutup",
			"2026-03,3273,Pemerintah Kota Bandung,Pemerintah kota,Jawa Barat,31,< 10,< 10,< 10,< 10,ditutup",
		]);
		expect((await get(nationCsv, "/kesiapan.csv?jenis=kota", "analyst")).text).not.toContain("3204");
		expect((await get(nationCsv, "/kesiapan.csv?bulan=2026-02", "analyst")).text).toContain("Belum ada data");
		expect((await get(nationCsv, "/kesiapan.csv?bulan=x", "analyst")).status).toBe(400);
	});
});

describe("an agency's page", () => {
	const page = (code: string, role: string) => get(agencyPage, `/kesiapan/${code}`, role, { code });
	const csv = (code: string, role: string) =>
		get(agencyCsv, `/kesiapan/${code}.csv?bulan=2026-03`, role, { code });

	it("opens for the analyst and for the agency's own, and is not there for others", async () => {
		for (const get of [page, csv]) {
			expect((await get("3204", "analyst")).status).toBe(200);
			expect((await get("3204", "agency-admin")).status).toBe(200);
			expect((await get("3204", "unit-head")).status).toBe(200);
			expect((await get("3273", "agency-admin")).status).toBe(404);
			expect((await get("3273", "unit-head")).status).toBe(404);
			expect((await get("9999", "analyst")).status).toBe(404);
			expect((await get("3204", "learner")).status).toBe(403);
			expect((await get("3204", "nobody")).status).toBe(302);
		}
	});

	it("shows small counts to the agency's own only", async () => {
		for (const role of ["agency-admin", "unit-head"]) {
			expect(JSON.parse((await page("3204", role)).text).readiness.total.people).toBe(7);
			expect((await csv("3204", role)).text).toContain("Seluruh instansi,7,0,0,0,0,0");
		}
		const { readiness } = JSON.parse((await page("3204", "analyst")).text);
		expect(JSON.stringify(readiness)).not.toMatch(/:7\b/);
		expect((await csv("3204", "analyst")).text).not.toMatch(/,7\b/);
	});
});

async function signedIn(role: Role, agency: Agency | null, unitId: string | null = null): Promise<string> {
	const id = uuid();
	await db.insert(people).values({ id, name: `Uji ${role}`, sortKey: role, createdAt: 0 });
	const grant = { id: uuid(), personId: id, role, agencyId: agency?.id ?? null, grantedAt: 0 };
	if (role !== "learner") await db.insert(roleGrants).values(grant);
	const work = {
		employment: "PNS",
		jobClass: "pelaksana",
		position: "",
		sortKey: role,
		validFrom: 0,
	} as const;
	if (agency)
		await db.insert(memberships).values({ ...work, id: uuid(), personId: id, agencyId: agency.id, unitId });
	return (await openSession(id, "uji", Date.now())).split(";")[0] ?? "";
}

async function get(loader: unknown, path: string, role: string, params: object = {}): Promise<Answer> {
	const request = new Request(`http://127.0.0.1${path}`, { headers: { Cookie: cookies[role] ?? "" } });
	const args = { request, params, context: {} } as LoaderFunctionArgs;
	const answer = await (loader as Loader)(args).catch((thrown: unknown) => thrown);
	if (!(answer instanceof Response)) throw answer;
	// text() takes the byte-order mark away.
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
	return { status: answer.status, text };
}
