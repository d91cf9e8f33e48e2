import { fileURLToPath } from "node:url";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/access/permissions.ts";
import { grantRole } from "#app/access/roles.server.ts";
import { openSession } from "#app/access/sessions.server.ts";
import type { Agency } from "#app/agencies/findAgency.server.ts";
import { loader as agencyPage } from "#app/routes/instansi.$code._index/route.tsx";
import { loader as importPage } from "#app/routes/instansi.$code.impor._index/route.tsx";
import { loader as changePage } from "#app/routes/instansi.$code.ubah/route.tsx";
import { loader as readiness } from "#app/routes/kesiapan.$code/route.tsx";
import { loader as readinessCsv } from "#app/routes/kesiapan.$code[.]csv/route.ts";
import { loader as people } from "#app/routes/orang._index/route.tsx";
import { loader as personPage } from "#app/routes/orang.$person/route.tsx";
import { loader as accountPage } from "#app/routes/orang.$person_.akun/route.tsx";
import { loader as personChange } from "#app/routes/orang.$person_.ubah/route.tsx";
import { loader as invitePage } from "#app/routes/orang.undangan/route.tsx";
import { action as letters } from "#app/routes/orang.undangan_.surat/route.tsx";
import { loader as assignmentPage } from "#app/routes/penugasan.$assignment._index/route.tsx";
import { loader as assignmentCsv } from "#app/routes/penugasan.$assignment[.]csv/route.ts";
import { loader as draftPage } from "#app/routes/studio.$draft._index/route.tsx";
import { loader as draftExport } from "#app/routes/studio.$draft.ekspor/route.tsx";
import { createDraft } from "#app/studio/write.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { bundledWorker } from "#tests/support/bundledWorker.ts";
import { makeAgency, makeUnit } from "#tests/support/make/agencies.ts";
import { makeAssignment, makeStaff } from "#tests/support/make/assignments.ts";
import { makeCourse, NOW } from "#tests/support/make/course.ts";

type Handler = (args: LoaderFunctionArgs) => Promise<unknown>;
/** What one agency has that is not for another: a person, a draft, an assignment, its numbers. */
type Estate = {
	agency: Agency;
	left: string;
	right: string;
	person: string;
	draft: string;
	assignment: string;
};
type Visitor = { who: string; cookie: string };

let home: Estate;
let other: Estate;
const visitors: Visitor[] = [];

beforeAll(async () => {
	process.env.LETTER_WORKER = fileURLToPath(bundledWorker("app/access/letterWorker.ts", "letter-worker"));
	home = await estate("3204");
	other = await estate("3273");
	for (const role of ["agency-admin", "training-admin", "reviewer", "unit-head"] as const)
		visitors.push(await visitor(role, home, null));
	for (const role of ["agency-admin", "unit-head"] as const)
		visitors.push(await visitor(role, home, home.left));
});

async function estate(code: string): Promise<Estate> {
	const agency = await makeAgency({ code, name: `Instansi ${code}`, shortName: code });
	const left = await makeUnit(agency.id, "Kiri");
	const right = await makeUnit(agency.id, "Kanan");
	const person = await makeStaff({ agencyId: agency.id, unitId: right }, `Orang ${code}`);
	const { courseId } = await makeCourse(agency.id, `kursus-${code}`);
	const assignment = await makeAssignment({ agencyId: agency.id, courseIds: [courseId] });
	const writer = { personId: person, name: "Penyusun" };
	const wish = { title: `Draf ${code}`, agencyId: agency.id, writer, today: "2026-11-24", now: NOW };
	const draft = await transaction((tx) => createDraft(tx, wish));
	return { agency, left, right, person, assignment, draft: draft?.draftId ?? "" };
}

async function visitor(role: Role, { agency }: Estate, unitId: string | null): Promise<Visitor> {
	const personId = await makeStaff({ agencyId: agency.id }, `Pemegang ${role}`);
	const grant = { personId, role, agencyId: agency.id, unitId, actor: { id: null, name: "Uji" }, now: NOW };
	await transaction((tx) => grantRole(tx, grant));
	const cookie = (await openSession(personId, "uji", Date.now())).split(";")[0] ?? "";
	return { who: `${role}${unitId ? " of a unit" : ""}`, cookie };
}

async function ask(
	handler: unknown,
	{ cookie }: Visitor,
	at: string,
	params: object,
	form?: Record<string, string>,
) {
	const request = new Request(`http://127.0.0.1:3000${at}`, {
		headers: { Cookie: cookie },
		...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
	});
	const args = { request, params, context: {} } as LoaderFunctionArgs;
	const answer = await (handler as Handler)(args).catch((thrown: unknown) => thrown);
	if (!(answer instanceof Response)) throw answer;
	return { status: answer.status, text: await answer.text() };
}

/** Each way to what an agency has: by id, by code, by unit, and the files that take it along. */
const ways: [string, unknown, (of: Estate) => [at: string, params: object, form?: Record<string, string>]][] =
	[
		["a person", personPage, ({ person }) => [`/orang/${person}`, { person }]],
		["a person's account", accountPage, ({ person }) => [`/orang/${person}/akun`, { person }]],
		["a person's acts", personChange, ({ person }) => [`/orang/${person}/ubah`, { person }]],
		["a unit to invite", invitePage, ({ right }) => [`/orang/undangan?unit=${right}`, {}]],
		["a letter", letters, ({ person }) => ["/orang/undangan/surat", {}, { person }]],
		[
			"letters of a unit",
			letters,
			({ right }) => ["/orang/undangan/surat", {}, { unit: right, again: "ya" }],
		],
		["an agency", agencyPage, ({ agency: { code } }) => [`/instansi/${code}`, { code }]],
		[
			"changes of an agency",
			changePage,
			({ agency: { code } }) => [`/instansi/${code}/ubah?tindakan=agency.rename`, { code }],
		],
		["a roster import", importPage, ({ agency: { code } }) => [`/instansi/${code}/impor`, { code }]],
		["an agency's numbers", readiness, ({ agency: { code } }) => [`/kesiapan/${code}`, { code }]],
		["the numbers' file", readinessCsv, ({ agency: { code } }) => [`/kesiapan/${code}.csv`, { code }]],
		["an assignment", assignmentPage, ({ assignment }) => [`/penugasan/${assignment}`, { assignment }]],
		[
			"an assignment's file",
			assignmentCsv,
			({ assignment }) => [`/penugasan/${assignment}.csv`, { assignment }],
		],
		["a draft", draftPage, ({ draft }) => [`/studio/${draft}`, { draft }]],
		["a draft's export", draftExport, ({ draft }) => [`/studio/${draft}/ekspor?format=gift`, { draft }]],
	];

describe("another agency's", () => {
	it.each(ways)(
		"%s is closed to every role of this one, and open to somebody of its own",
		async (_name, handler, way) => {
			for (const one of visitors) {
				const { status, text } = await ask(handler, one, ...way(other));
				expect([one.who, [403, 404].includes(status)]).toEqual([one.who, true]);
				expect(text).not.toContain(other.agency.name);
			}
			const own = await Promise.all(visitors.map((one) => ask(handler, one, ...way(home))));
			expect(own.map(({ status }) => status)).toContain(200);
		},
	);

	it("people are in no list and in no search", async () => {
		for (const query of [
			"",
			"?cari=orang",
			`?cari=${encodeURIComponent("Orang 3273")}`,
			`?unit=${other.right}`,
		]) {
			for (const one of visitors) {
				const { status, text } = await ask(people, one, `/orang${query}`, {});
				expect([200, 403]).toContain(status);
				expect(text).not.toContain(other.person);
			}
		}
	});
});

describe("of the own agency, another unit's", () => {
	const ofUnit = () => visitors.filter(({ who }) => who.endsWith("of a unit"));

	it.each(ways.slice(0, 6))("%s is closed to who has a role of one unit", async (_name, handler, way) => {
		for (const one of ofUnit()) expect([403, 404]).toContain((await ask(handler, one, ...way(home))).status);
	});

	it.each(ways.slice(6, 9))(
		"%s is closed to who has a role of one unit, since it is of all",
		async (_name, handler, way) => {
			for (const one of ofUnit()) expect((await ask(handler, one, ...way(home))).status).toBe(403);
		},
	);

	it("people are in no list and in no search", async () => {
		for (const query of ["", "?cari=orang", `?unit=${home.right}`]) {
			for (const one of ofUnit())
				expect((await ask(people, one, `/orang${query}`, {})).text).not.toContain(home.person);
		}
	});
});
