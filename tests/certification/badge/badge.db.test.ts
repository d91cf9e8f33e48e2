import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { reinstateCertificate } from "#app/certification/acts/reinstate.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import { badgeOf } from "#app/certification/badge/badge.server.ts";
import type { badgeCredential } from "#app/certification/badge/credential.ts";
import { issuerProfile } from "#app/certification/badge/issuer.server.ts";
import { FRESH_MS, freshStatusList, statusListCredential } from "#app/certification/badge/revoked.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { registerInstallationKey } from "#app/http/installationKey.server.ts";
import { loader as issuerLoader } from "#app/routes/penerbit.$code._index/route.ts";
import { loader as statusLoader } from "#app/routes/penerbit.$code.status.$list/route.ts";
import { loader as badgeLoader } from "#app/routes/sertifikat.$code.$file/route.ts";
import { db } from "#db/client.server.ts";
import { badges } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { NOW } from "#tests/support/make/course.ts";
import { outsideVerifiers } from "#tests/support/verifiers.ts";
import { actor, issuer, reason } from "../acts/ground.ts";

type Credential = ReturnType<typeof badgeCredential>;
const origin = siteOrigin();
const both = { bazaar: { verified: true, why: "" }, consortium: { verified: true, why: "" } };

beforeAll(async () => {
	await registerInstallationKey();
});

/** What a verifier finds at the addresses that a credential names. */
const servedBy = (code: string) => async (address: string) => {
	const profile = `${origin}/penerbit/${code}`;
	if (address === profile) return issuerProfile(code, origin);
	const list = Number(address.replace(`${profile}/status/`, ""));
	return statusListCredential({ agencyCode: code, list, origin, now: NOW });
};

async function badged() {
	const ground = await issuer();
	const certificate = await ground.award();
	const text = await badgeOf(certificate, origin, NOW);
	const verify = (credential: unknown) =>
		outsideVerifiers(credential, servedBy(ground.code), new Date(NOW + 1000));
	return { ...ground, certificate, text, credential: JSON.parse(text) as Credential, verify };
}

/** Every value of a document that is neither an object nor a list, by its path. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
	if (value === null || typeof value !== "object") return [path];
	return Object.entries(value).flatMap(([key, inner]) =>
		leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
	);
}

function changed(document: unknown, path: (string | number)[]): unknown {
	const copy = structuredClone(document);
	let at = copy as Record<string | number, unknown>;
	for (const key of path.slice(0, -1)) at = at[key] as typeof at;
	const last = path.at(-1) ?? "";
	at[last] = typeof at[last] === "number" ? Number(at[last]) + 1 : `${at[last]}x`;
	return copy;
}

describe("a certificate as an Open Badges credential", () => {
	it("is accepted by two outside verifiers, and rejected by both when any one value in it is changed", async () => {
		const { credential, verify } = await badged();
		expect(await verify(credential)).toEqual(both);
		const paths = leaves(credential);
		expect(paths.length).toBeGreaterThan(40);
		for (const path of paths) {
			const word = await verify(changed(credential, path));
			expect([path, word.bazaar.verified, word.consortium.verified]).toEqual([path, false, false]);
		}
	});

	it("holds the course, its hours and competences with levels, and of its holder a salted hash only", async () => {
		const { credential, certificate, text } = await badged();
		const { print } = certificate;
		expect(text).not.toContain(print.name);
		expect(text).not.toContain(print.identifier);
		const { identifier, achievement, creditsEarned } = credential.credentialSubject;
		const { salt = "", identityHash } = identifier[0] ?? {};
		const hash = createHash("sha256").update(`${print.identifier}${salt}`).digest("hex");
		expect(identityHash).toBe(`sha256$${hash}`);
		expect(creditsEarned).toBe(2);
		expect(achievement).toMatchObject({ name: print.courseTitle, creditsAvailable: 2 });
		expect(achievement.alignment.map(({ targetCode }) => targetCode)).toEqual(["D3.1/1"]);
		expect(credential.validUntil).toBe("2027-11-24T16:59:59Z");
	});

	it("is made once, and the same letter for letter ever after", async () => {
		const { certificate, text } = await badged();
		expect(await badgeOf(certificate, origin, NOW + 86_400_000)).toBe(text);
		const { award } = await issuer();
		const other = await award();
		const texts = await Promise.all([1, 2, 3].map(() => badgeOf(other, origin, NOW)));
		expect(new Set(texts).size).toBe(1);
	});

	it("has a place of its own in its issuer's list, however many are made at once", async () => {
		const { award, agencyId } = await issuer();
		const all = [];
		for (let n = 0; n < 8; n++) all.push(await award());
		await Promise.all(all.map((one) => badgeOf(one, origin, NOW)));
		const rows = await db.select().from(badges).where(eq(badges.issuerId, agencyId));
		expect(rows.map(({ statusIndex }) => statusIndex).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(new Set(rows.map(({ salt }) => salt)).size).toBe(8);
	});

	it("is no longer accepted while its certificate is revoked; others of the list are", async () => {
		const { certificate, credential, verify, award } = await badged();
		const other = JSON.parse(await badgeOf(await award(), origin, NOW));
		const order = { certificateId: certificate.id, reason, actor, now: NOW };
		await transaction((tx) => revokeCertificate(tx, order));
		const word = await verify(credential);
		expect(word).toEqual({
			...{ bazaar: { verified: false, why: "revoked" }, consortium: { verified: false, why: "revoked" } },
		});
		expect(await verify(other)).toEqual(both);
		await transaction((tx) => reinstateCertificate(tx, order));
		expect(await verify(credential)).toEqual(both);
	});
});

it("a list of what is revoked is signed anew at most every half minute, however often it is asked for", async () => {
	const { certificate, code } = await badged();
	const ask = async (now: number) => {
		const list = await freshStatusList({ agencyCode: code, list: 1, origin, now });
		return list?.credentialSubject.encodedList;
	};
	const before = await ask(NOW);
	const order = { certificateId: certificate.id, reason, actor, now: NOW };
	await transaction((tx) => revokeCertificate(tx, order));
	expect(await ask(NOW + FRESH_MS - 1)).toBe(before);
	expect(await ask(NOW + FRESH_MS)).not.toBe(before);
	// A clock that was set back keeps nobody from the truth.
	expect(await ask(NOW - 1000)).not.toBe(before);
});

describe("what strangers get by a code", () => {
	const get = (code: string, file: string) =>
		badgeLoader({
			request: new Request(`${origin}/sertifikat/${code}/${file}`),
			params: { code, file },
			context: {},
		}) as Promise<Response>;

	it("the credential, and it baked into SVG and PNG", async () => {
		const { certificate, text } = await badged();
		const { code } = certificate;
		const json = await get(code.toLowerCase(), "badge.json");
		expect(await json.text()).toBe(text);
		expect(json.headers.get("Access-Control-Allow-Origin")).toBe("*");

		let inside = "";
		const parser = new SaxesParser({ xmlns: true });
		parser.on("cdata", (cdata) => {
			inside = cdata;
		});
		parser.on("opentag", ({ name, uri }) => {
			if (name === "openbadges:credential") expect(uri).toBe("https://purl.imsglobal.org/ob/v3p0");
		});
		parser.write(await (await get(code, "badge.svg")).text()).close();
		expect(JSON.parse(inside)).toEqual(JSON.parse(text));

		const png = Buffer.from(await (await get(code, "badge.png")).arrayBuffer());
		expect(png.toString("utf8")).toContain(`openbadgecredential\0\0\0\0\0${text}`);
		expect(png.subarray(-8, -4).toString()).toBe("IEND");
	});

	it("nothing for another code or file, nor for an unknown issuer or list", async () => {
		const { certificate, code } = await badged();
		const status = async (answer: () => unknown) => {
			try {
				return ((await answer()) as Response).status;
			} catch (thrown) {
				return (thrown as Response).status;
			}
		};
		const args = (params: Record<string, string>) => ({
			...{ request: new Request(origin), params, context: {} },
		});
		expect(await status(() => get("0000-0000-0000-0000-0000-0000-0000", "badge.json"))).toBe(404);
		expect(await status(() => get(certificate.code, "badge.exe"))).toBe(404);
		expect(await status(() => get(certificate.code, "lain.json"))).toBe(404);
		expect(await status(() => issuerLoader(args({ code })))).toBe(200);
		expect(await status(() => issuerLoader(args({ code: "tidak-ada" })))).toBe(404);
		for (const [list, expected] of [
			["1", 200],
			["2", 404],
			["0", 404],
			["satu", 404],
		] as const)
			expect([list, await status(() => statusLoader(args({ code, list })))]).toEqual([list, expected]);
	});
});
