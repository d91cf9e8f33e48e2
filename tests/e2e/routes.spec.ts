import type { APIRequestContext, PlaywrightWorkerArgs } from "@playwright/test";
import { directSession } from "../support/directSession.ts";
import { accountOf, expect, test } from "../support/journey.ts";
import { routeList } from "../support/routeList.ts";
import { type Line, roles, routeTable, type Visitor } from "../support/routeTable.ts";

type Api = PlaywrightWorkerArgs["playwright"];

const site = () => process.env.SITE_URL ?? "";
const noRedirect = { maxRedirects: 0 } as const;

async function visit(playwright: Api, role: Visitor): Promise<APIRequestContext> {
	const headers = { Origin: site(), "Sec-Fetch-Site": "same-origin" };
	const session = role === "nobody" ? {} : { storageState: sessionOf(accountOf(role).identifier) };
	return playwright.request.newContext({ baseURL: site(), extraHTTPHeaders: headers, ...session });
}

function sessionOf(identifier: string) {
	const place = { domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false };
	const cookie = { ...place, name: "session", value: directSession(identifier), sameSite: "Lax" as const };
	return { cookies: [cookie], origins: [] };
}

/** A course of the first author with one lesson, for the addresses that need one. */
async function makeDraft(playwright: Api): Promise<{ draft: string; lesson: string }> {
	const author = await visit(playwright, "training-admin");
	const title = "Pelatihan untuk tabel rute";
	const made = await author.post("/studio", { form: { intent: "new", title }, ...noRedirect });
	const address = made.headers().location ?? "";
	const added = await author.post(address, {
		form: { intent: "add-lesson", title: "Materi satu" },
		...noRedirect,
	});
	await author.dispose();
	const [, , draft = "", , lesson = ""] = (added.headers().location ?? "").split("/");
	return { draft, lesson };
}

/** What the table says of GET and POST for this visitor. */
function expected(line: Line, who: Visitor): { get: number; post: number } {
	if (who === "nobody" && line.nobody) return line.nobody;
	const closed = who === "nobody" ? { get: 302, post: 307 } : (line.closed ?? { get: 403, post: 403 });
	const may = (whom: Line["open"]) =>
		whom === "everyone" || (who !== "nobody" && (whom === "signed-in" || whom.includes(who)));
	const isOutside = who !== "nobody" && line.outside?.includes(who);
	const get = may(line.open) ? (line.get ?? 200) : isOutside ? 404 : closed.get;
	if (!line.acts) return { get, post: 405 };
	return { get, post: may(line.acts) ? (line.post ?? 400) : closed.post };
}

test("every route answers every role, and nobody, as the table says", async ({ playwright }) => {
	test.setTimeout(240_000);
	const table = routeTable(await makeDraft(playwright));
	const routes = routeList(process.env.SITE_DATA_DIR ?? "");
	expect(Object.keys(table).sort()).toEqual(routes.map(({ id }) => id).sort());
	const wrong: string[] = [];
	for (const who of [...roles, "nobody"] as const) {
		for (const route of routes) {
			// A visitor of their own for each route: signing out or choosing a language must not reach the next one.
			const line = table[route.id] as Line;
			const visitor = await visit(playwright, who);
			const should = expected(line, who);
			const get = await visitor.get(line.at, noRedirect);
			const post = await visitor.post(line.at, { form: {}, ...noRedirect });
			expect(Boolean(line.acts), `${route.id}: acts`).toBe(route.acts);
			const found = { get: get.status(), post: post.status() };
			if (found.get !== should.get || found.post !== should.post)
				wrong.push(`${route.id} ${who}: ${JSON.stringify(found)}, expected ${JSON.stringify(should)}`);
			await visitor.dispose();
		}
	}
	expect(wrong).toEqual([]);
});

test("a form from another site is refused everywhere, whoever is signed in", async ({ playwright }) => {
	const visitor = await visit(playwright, "system-admin");
	const headers = { Origin: "https://jahat.example", "Sec-Fetch-Site": "cross-site" };
	for (const { at } of Object.values(routeTable({ draft: "x", lesson: "y" }))) {
		expect((await visitor.post(at, { form: {}, headers, ...noRedirect })).status()).toBe(403);
	}
	expect((await visitor.get("/sistem")).status()).toBe(200);
	await visitor.dispose();
});
