import { expect, it } from "vitest";
import { scopeFor } from "#app/access/permissions.ts";
import { grantRole } from "#app/access/roles.server.ts";
import { actFor, openSession, viewerOf } from "#app/access/sessions.server.ts";
import { severalAgencies } from "#app/access/severalAgencies.server.ts";
import { action, loader } from "#app/routes/peran/route.tsx";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makePerson, NOW } from "#tests/support/make/course.ts";

const actor = { id: null, name: "Uji" };

/** Somebody who administers two agencies, the first since longer, with a session. */
async function ofTwo() {
	const serial = Math.floor(Math.random() * 1e9);
	const [first, second, other] = [
		await makeAgency(`P${serial}`),
		await makeAgency(`Q${serial}`),
		await makeAgency(`R${serial}`),
	];
	const personId = await makePerson(first);
	for (const [at, agencyId] of [second, first].entries())
		await transaction((tx) =>
			grantRole(tx, { personId, role: "agency-admin", agencyId, actor, now: NOW - (at + 1) * 1000 }),
		);
	const cookie = (await openSession(personId, "uji", Date.now())).split(";")[0] ?? "";
	const viewer = async () => {
		const found = await viewerOf(cookie, Date.now());
		if (!found) throw new Error("no viewer");
		return found;
	};
	return { first, second, other, cookie, viewer };
}

it("of several agencies the one granted first is acted for, until another is chosen; for this session only", async () => {
	const { first, second, viewer } = await ofTwo();
	const scope = async () => scopeFor(await viewer(), "people.manage");
	expect(await scope()).toEqual({ kind: "agency", agencyId: first });
	expect((await severalAgencies(await viewer())).map(({ id }) => id)).toEqual([first, second]);
	const { sessionId } = await viewer();
	await transaction((tx) => actFor(tx, sessionId, second));
	expect(await scope()).toEqual({ kind: "agency", agencyId: second });
	expect((await severalAgencies(await viewer())).map(({ id }) => id)).toEqual([second, first]);
	const again = (await openSession((await viewer()).personId, "lain", Date.now())).split(";")[0] ?? "";
	const elsewhere = await viewerOf(again, Date.now());
	expect(elsewhere && scopeFor(elsewhere, "people.manage")).toEqual({ kind: "agency", agencyId: first });
});

it("only an agency in which a role is held can be chosen; with one there is nothing to choose", async () => {
	const { first, second, other, cookie, viewer } = await ofTwo();
	const post = async (agency: string) => {
		const body = new URLSearchParams({ intent: "act", agency });
		const request = new Request("http://127.0.0.1:3000/peran", {
			method: "POST",
			body,
			headers: { Cookie: cookie },
		});
		try {
			return ((await action({ request, params: {}, context: {} })) as Response).status;
		} catch (thrown) {
			return (thrown as Response).status;
		}
	};
	expect(await post(other)).toBe(400);
	expect(await post("")).toBe(400);
	expect(scopeFor(await viewer(), "people.manage")).toEqual({ kind: "agency", agencyId: first });
	expect(await post(second)).toBe(303);
	expect(scopeFor(await viewer(), "people.manage")).toEqual({ kind: "agency", agencyId: second });
	const request = new Request("http://127.0.0.1:3000/peran", { headers: { Cookie: cookie } });
	const page = await (await loader({ request, params: {}, context: {} })).json();
	expect(page.agencies.map(({ id }: { id: string }) => id)).toEqual([second, first]);

	const alone = await makePerson(first);
	await transaction((tx) =>
		grantRole(tx, { personId: alone, role: "agency-admin", agencyId: first, actor, now: NOW }),
	);
	const own = (await openSession(alone, "uji", Date.now())).split(";")[0] ?? "";
	const one = await viewerOf(own, Date.now());
	expect(one && (await severalAgencies(one))).toEqual([]);
});
