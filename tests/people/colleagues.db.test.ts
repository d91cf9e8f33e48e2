import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { colleagueOf } from "#app/people/colleague.server.ts";
import { type ColleagueCursor, type FoundPeople, findPeople } from "#app/people/colleagueList.server.ts";
import { identifierHistory, revealIdentifiers } from "#app/people/identifierHistory.server.ts";
import { sortKeyOf, tokensOf } from "#app/people/names.ts";
import { personInScope } from "#app/people/personInScope.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog, identifiers, memberships, nameTokens, people } from "#db/schema/index.ts";
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
	(await findPeople({ ...everybody, scope: scope(), search }, null, 50)).rows.map(({ name }) => name);

describe("the people of an agency", () => {
	it("are listed by name, and pages put together are the whole list", async () => {
		const { rows: whole } = await findPeople({ ...everybody, scope: scope() }, null, 50);
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
			const page: FoundPeople = await findPeople({ ...everybody, scope: scope() }, after, 1);
			paged.push(...page.rows);
			if (!page.next) break;
			after = page.next;
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

	it("open to nobody outside the agency but to those of the nation, by id, by name and by number", async () => {
		const [first] = (await findPeople({ ...everybody, scope: scope() }, null, 1)).rows;
		const personId = first?.personId ?? "";
		const [number] = await db.select().from(identifiers).where(eq(identifiers.personId, personId));
		for (const outside of [
			{ kind: "agency", agencyId: otherId },
			{ kind: "unit", agencyId, unitIds: ["lain"] },
			null,
		] as const) {
			expect(await colleagueOf(personId, outside)).toBeNull();
			expect(await personInScope(personId, outside)).toBeNull();
			for (const search of [
				"",
				"ahmad",
				"ahmad fauzi",
				number?.value ?? "",
				(number?.value ?? "").slice(0, 8),
			]) {
				const { rows } = await findPeople({ unitId: "", search, scope: outside }, null, 50);
				expect(rows.map((row) => row.personId)).not.toContain(personId);
			}
		}
		const nation = { kind: "nation" } as const;
		expect((await findPeople({ ...everybody, scope: nation }, null, 50)).rows).toEqual([]);
		expect((await personInScope(personId, nation))?.name).toBe("Ahmad Fauzi");
		expect((await colleagueOf(personId, scope()))?.name).toBe("Ahmad Fauzi");
	});

	it("are found in the nation by agency and name, a page at a time, and by the beginning of a number", async () => {
		const nation = { kind: "nation" } as const;
		const paged: string[] = [];
		for (let after: ColleagueCursor | null = null; ; ) {
			const page: FoundPeople = await findPeople({ scope: nation, search: "dewi", unitId: "" }, after, 1);
			paged.push(...page.rows.map(({ name }) => name));
			after = page.next;
			if (!after) break;
		}
		expect(paged).toEqual(["Dewi Orang Lain", "Dewi Lestari", "Ni Luh Dewi"]);
		const numbers: string[] = [];
		for (let after: ColleagueCursor | null = null; ; ) {
			const page: FoundPeople = await findPeople(
				{ scope: nation, search: "1990 0101", unitId: "" },
				after,
				2,
			);
			numbers.push(...page.rows.map((row) => row.personId));
			after = page.next;
			if (!after) break;
		}
		const owners = await db.select().from(identifiers);
		expect(numbers.sort()).toEqual(owners.map((row) => row.personId).sort());
	});

	it("are found in the same way whether many or few match, by words and by numbers", async () => {
		const big = await makeAgency("9900");
		const made = Array.from({ length: 1100 }, (_, at) => ({
			id: `orang-${String(at).padStart(5, "0")}`,
			name: at % 550 === 7 ? `Siti Langka ${at}` : `Siti Banyak ${at}`,
			value: `19851231${2000 + Math.floor(at / 900)}011${String((at % 900) + 1).padStart(3, "0")}`,
		}));
		const post = { agencyId: big, employment: "PNS", jobClass: "pelaksana", position: "Uji" } as const;
		for (let begin = 0; begin < made.length; begin += 100) {
			const some = made.slice(begin, begin + 100).map((one) => ({ ...one, sortKey: sortKeyOf(one.name) }));
			await db
				.insert(people)
				.values(some.map(({ id, name, sortKey }) => ({ id, name, sortKey, createdAt: NOW })));
			await db
				.insert(memberships)
				.values(
					some.map(({ id, sortKey }) => ({ ...post, id: `p-${id}`, personId: id, sortKey, validFrom: NOW })),
				);
			const tokens = some.flatMap(({ id, name }) =>
				tokensOf(name).map((token) => ({ agencyId: big, token, personId: id })),
			);
			await db.insert(nameTokens).values(tokens);
			await db.insert(identifiers).values(
				some.map(({ id, value }) => ({
					id: `n-${id}`,
					personId: id,
					kind: "NIP" as const,
					value,
					validFrom: NOW,
				})),
			);
		}
		for (const where of [{ kind: "agency", agencyId: big }, { kind: "nation" }] as const) {
			const all = async (search: string) => {
				const names: string[] = [];
				for (let after: ColleagueCursor | null = null; ; ) {
					const page: FoundPeople = await findPeople({ scope: where, search, unitId: "" }, after, 400);
					names.push(...page.rows.map(({ name }) => name));
					after = page.next;
					if (!after) return names;
				}
			};
			expect((await all("siti b")).length).toBe(1098);
			expect(await all("si lang")).toEqual(["Siti Langka 557", "Siti Langka 7"]);
			expect(await all("siti nurh")).toEqual(where.kind === "nation" ? ["Siti Nurhaliza"] : []);
		}
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
