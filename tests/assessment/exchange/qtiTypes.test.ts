import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readItems } from "#app/assessment/exchange/readItems.ts";
import { itemSchema } from "#app/assessment/item.ts";
import { settle } from "#app/studio/exchange/settle.ts";
import { anyQtiItem, manifest, qtiResponse } from "#tests/support/make/qti.ts";
import { makeZip } from "#tests/support/make/zip.ts";

const choices = (name: string, ids: readonly string[]) =>
	ids.map((id) => `<${name} identifier="${id}">Teks ${id}</${name}>`).join("");
const set = (ids: readonly string[]) =>
	`<simpleMatchSet>${choices("simpleAssociableChoice", ids)}</simpleMatchSet>`;

const kinds: [string, { declarations: string; body: string }, string, object][] = [
	[
		"an order",
		{
			declarations: qtiResponse("R", "ordered identifier", ["b", "a", "c"]),
			body: `<orderInteraction responseIdentifier="R"><prompt>Urutkan.</prompt>${choices("simpleChoice", ["a", "b", "c"])}</orderInteraction>`,
		},
		"ordering orderScore",
		{ stem: "Urutkan.", elements: [{ text: "Teks b" }, { text: "Teks a" }, { text: "Teks c" }] },
	],
	[
		"fields in a text",
		{
			declarations:
				qtiResponse("R1", "single string", ["dua belas"]) + qtiResponse("R2", "single integer", ["3"]),
			body: '<p>Lengkapi.</p><p>Sandi <textEntryInteraction responseIdentifier="R1"/> huruf, [[x]] ganti <textEntryInteraction responseIdentifier="R2"/> kali.</p>',
		},
		"gaptext gapNumber",
		{
			stem: "Lengkapi.",
			text: "Sandi [[a]] huruf, [ [x] ] ganti [[b]] kali.",
			gaps: [{ accept: ["dua belas"] }, { accept: ["3"] }],
		},
	],
	[
		"lists in a text",
		{
			declarations: qtiResponse("R", "single identifier", ["b"]),
			body: `<p>Buka <inlineChoiceInteraction responseIdentifier="R">${choices("inlineChoice", ["a", "b"])}</inlineChoiceInteraction> saja.</p>`,
		},
		"gapchoice stemAdded",
		{ text: "Buka [[a]] saja.", gaps: [{ right: "Teks b", choices: ["Teks a", "Teks b"] }] },
	],
	[
		"words dragged into a text",
		{
			declarations: qtiResponse("R", "multiple directedPair", ["a G2", "b G1"]),
			body: `<gapMatchInteraction responseIdentifier="R"><prompt>Seret.</prompt>${choices("gapText", ["a", "b", "c"])}<p>Satu <gap identifier="G1"/> dua <gap identifier="G2"/>.</p></gapMatchInteraction>`,
		},
		"gapchoice reused",
		{
			stem: "Seret.",
			text: "Satu [[a]] dua [[b]].",
			choices: ["Teks a", "Teks b", "Teks c"],
			gaps: [{ right: "Teks b" }, { right: "Teks a" }],
		},
	],
	[
		"a table",
		{
			declarations: qtiResponse("R", "multiple directedPair", ["a x", "b x", "c y"]),
			body: `<matchInteraction responseIdentifier="R"><prompt>Golongkan.</prompt>${set(["a", "b", "c"])}${set(["x", "y", "z"])}</matchInteraction>`,
		},
		"classification asTable",
		{
			columns: [{ text: "Teks x" }, { text: "Teks y" }, { text: "Teks z" }],
			rows: [{ column: "k1" }, { column: "k1" }, { column: "k2" }],
		},
	],
	[
		"a free text",
		{
			declarations: "",
			body: '<rubricBlock view="scorer"><p>Menyebut pelaporan.</p></rubricBlock><extendedTextInteraction responseIdentifier="R"><prompt>Jelaskan.</prompt></extendedTextInteraction>',
		},
		"essay rubricFromNote",
		{ stem: "Jelaskan.", rubric: [{ text: "Menyebut pelaporan." }] },
	],
];

describe.each([2, 3] as const)("QTI %s", (version) => {
	it.each(kinds)("%s becomes an item of Cakap", async (_name, parts, said, content) => {
		const { questions } = await readItems(new TextEncoder().encode(anyQtiItem({ ...parts, version })), "qti");
		const [one] = questions;
		expect(
			[one?.candidate?.type ?? one?.refusal?.key, ...(one?.notes ?? []).map(({ key }) => key)].join(" "),
		).toBe(said);
		expect(one?.candidate).toMatchObject(content);
		const whole = { ...one?.candidate, code: "uji", competence: "D3.1", level: 1 };
		expect(itemSchema.safeParse(whole).success).toBe(true);
	});

	it("places in a picture become areas with that picture", async () => {
		const hotspots = (
			name: string,
		) => `<hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>Tandai.</prompt><object type="image/png" data="${name}" width="200" height="100">Surel</object>
			<hotspotChoice identifier="A" shape="rect" coords="10,10,90,40" hotspotLabel="Alamat"/>
			<hotspotChoice identifier="B" shape="circle" coords="150,70,20"/>
			<hotspotChoice identifier="C" shape="poly" coords="20,60,60,60,40,90"/></hotspotInteraction>`;
		const declarations = qtiResponse("R", "single identifier", ["A"]);
		const zip = makeZip([
			{ name: "imsmanifest.xml", content: manifest(["a.xml", "b.xml"]) },
			{ name: "a.xml", content: anyQtiItem({ declarations, body: hotspots("peta.png"), version }) },
			{ name: "b.xml", content: anyQtiItem({ declarations, body: hotspots("hilang.png"), version }) },
			{ name: "peta.png", content: readFileSync("tests/fixtures/items-exchange/titik.png") },
		]);
		const { questions } = await readItems(zip, "qti");
		const defaults = { competence: "D3.1", level: 1 };
		const [whole, missing] = settle(questions, { bank: [], media: [], defaults, competences: ["D3.1"] });
		expect(missing?.notes[0]?.key).toBe("no.picture");
		expect(whole?.notes.map(({ key }) => key)).toEqual(["areaNamed", "areaBox"]);
		expect(whole?.item).toMatchObject({
			type: "areas",
			image: whole?.pictures[0]?.name,
			alt: "Surel",
			width: 200,
			areas: [
				{ name: "Alamat", correct: true, shape: { x: 10, y: 10, width: 80, height: 30 } },
				{ name: "Area B", shape: { kind: "circle", x: 150, y: 70, radius: 20 } },
				{ shape: { kind: "rect", x: 20, y: 60, width: 40, height: 30 } },
			],
		});
		expect(whole?.item?.pictures).toBeUndefined();
	});
});
