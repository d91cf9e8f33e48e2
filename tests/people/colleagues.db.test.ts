import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { colleagueOf } from "#app/people/colleague.server.ts";
import { type ColleagueCursor, colleagues } from "#app/people/colleagueList.server.ts";
import { identifierHistory, revealIdentifiers } from "#app/people/identifierHistory.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, identifiers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";

const names = [
	"Dewi Lestari",
	"Ahmad Fauzi",
	"Ahmad Fauzi",
	"Zulaikha Zahra",
	"Siti Nurhaliza",
	"Yohanes Ëmbu",
	"Ni Luh Dewi",
];
let agencyId: string;
let otherId: string;
const everybody = { search: "", unitId: "" };

beforeAll(async () => {
	agencyId = await makeAgency("3273");
	otherId = await makeAgency("3204");
	for (const name of names) await makePerson(agencyId, name);
	await makePerson(otherId, "Dewi Orang Lain");
});

const scope = () => ({ kind: "agency", agencyId }) as const;
const found = async (search: string) =>
	(await colleagues({ ...everybody, scope: scope(), search }, null, 50)).map(({ name }) => name);

describe("the people of an agency", () => {
	it("are listed by name, and pages put together are the whole list", async () => {
		const whole = await colleagues({ ...everybody, scope: scope() }, null, 50);
		expect(whole.map(({ name }) => name)).toEqual([
			"Ahmad Fauzi",
			"Ahmad Fauzi",
			"Dewi Lestari",
			"Ni Luh Dewi",
			"Siti Nurhaliza",
			"Yohanes Ëmbu",
			"Zulaikha Zahra",
		]);
		const paged: typeof whole = [];
		let after: ColleagueCursor | null = null;
		for (;;) {
			const page: typeof whole = await colleagues({ ...everybody, scope: scope() }, after, 1);
			const last = page.at(-1);
			if (!last) break;
			paged.push(...page);
			after = { sortKey: last.sortKey, id: last.membershipId };
		}
		expect(paged).toEqual(whole);
	});

	it.each([
		["dew", ["Dewi Lestari", "Ni Luh Dewi"]],
		["DEWI les", ["Dewi Lestari"]],
		["embu", ["Yohanes Ëmbu"]],
		["lestari dewi", ["Dewi Lestari"]],
		["ewi", []],
		["%", []],
	])("are found by the beginnings of words: %s", async (search, expected) => {
		expect(await found(search)).toEqual(expected);
	});

	it("are found by a whole NIP however it is written, and only in the own agency", async () => {
		const stranger = await makePerson(otherId, "Tak Terlihat");
		const mine = await makePerson(agencyId, "Wayan Sudarma");
		const nip = async (personId: string) =>
			(await db.select().from(identifiers).where(eq(identifiers.personId, personId)))[0]?.value ?? "";
		const own = await nip(mine);
		expect(await found(`${own.slice(0, 8)} ${own.slice(8, 14)} ${own.slice(14)}`)).toEqual(["Wayan Sudarma"]);
		expect(await found(await nip(stranger))).toEqual([]);
	});

	it("open to nobody outside the agency, the nation's roles included", async () => {
		const [first] = await colleagues({ ...everybody, scope: scope() }, null, 1);
		const personId = first?.personId ?? "";
		for (const outside of [
			{ kind: "nation" },
			{ kind: "agency", agencyId: otherId },
			{ kind: "unit", agencyId, unitIds: ["lain"] },
			null,
		] as const) {
			expect(await colleagueOf(personId, outside)).toBeNull();
			const listed = await colleagues({ ...everybody, scope: outside }, null, 50);
			expect(listed.map((row) => row.personId)).not.toContain(personId);
		}
		expect((await colleagueOf(personId, scope()))?.name).toBe("Ahmad Fauzi");
	});

	it("have their number shown only with a line in the audit log", async () => {
		const personId = await makePerson(agencyId, "Made Wijaya");
		const [{ masked, id } = { masked: "", id: "" }] = await identifierHistory(personId);
		expect(masked).toMatch(/^•{8} •{6} • \d{3}$/);
		const actor = { id: null, name: "Uji" };
		const whole = await transaction((tx) => revealIdentifiers(tx, { personId, agencyId }, actor, NOW));
		const shown = whole[id];
		expect(shown).toMatch(/^\d{8} \d{6} \d \d{3}$/);
		const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
		expect(acts).toMatchObject([{ action: "nip.reveal", agencyId, actorName: "Uji", at: NOW }]);
		expect(JSON.stringify(acts)).not.toContain(shown?.slice(0, 8));
	});
});
