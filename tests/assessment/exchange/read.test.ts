import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { guessFormat } from "#app/assessment/exchange/guessFormat.ts";
import { noteWords } from "#app/assessment/exchange/notes.ts";
import { readItems } from "#app/assessment/exchange/readItems.ts";
import type { Format, ReadQuestion } from "#app/assessment/exchange/reading.ts";
import { itemSchema } from "#app/assessment/item.ts";
import { choiceItem, manifest, multipleItem3 } from "#tests/support/make/qti.ts";
import { makeZip } from "#tests/support/make/zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/items-exchange/${name}`));
const read = (content: string, format: Format) => readItems(bytes(content), format);

/** A question in one line: where, what it became or why not, and what was said. */
function told({ line, candidate, refusal, notes }: ReadQuestion): string {
	return [line, candidate?.type ?? refusal?.key, ...notes.map(({ key }) => key)].join(" ");
}

describe("GIFT as Moodle writes it", () => {
	it("is read question by question, each with its line, its type and what changed", async () => {
		const { questions, notes } = await readItems(fixture("moodle.gift"), "gift");
		expect(notes.map(({ key }) => key)).toEqual(["file.categories"]);
		const inD31 = "competenceFromCategory";
		expect(questions.map(told)).toEqual([
			`5 single ${inD31} formatting partial`,
			`12 multiple ${inD31}`,
			`19 truefalse ${inD31}`,
			`21 matching ${inD31}`,
			`27 numeric ${inD31}`,
			`29 text ${inD31} missingWord answersDropped wildcard feedbackAdded`,
			expect.stringContaining(`31`),
			`33 no.description ${inD31}`,
			`35 no.braces ${inD31}`,
			`37 no.twoAnswers ${inD31}`,
		]);
		const [first, , third, fourth] = questions;
		expect(first?.facts).toEqual({ competence: "D3.1" });
		expect(first?.candidate).toMatchObject({
			stem: "Mana sandi yang paling kuat?",
			rationale: "Panjang lebih penting daripada tanda baca.",
			options: [
				{ correct: true, feedback: "Panjang dan tidak biasa." },
				{ text: "admin123" },
				{ correct: false },
			],
		});
		expect(third?.candidate).toMatchObject({
			options: [
				{ id: "benar", correct: false, feedback: "Gembok hanya berarti tersandi." },
				{ id: "salah", correct: true, feedback: "Tepat." },
			],
		});
		expect(fourth?.candidate).toMatchObject({ distractors: ["jaringan lambat"] });
	});

	it("refuses broken braces of every kind, and reads what stands around them", async () => {
		const broken = ["a {=b", "a =b}", "a }{", "a {=b {=c}}", "a {=b}}", "a {T}\nb {F}", "a {=b}\nc {d"];
		const { questions } = await read(["Baik?{T}", ...broken, "Baik juga?{F}"].join("\n\n"), "gift");
		const kinds = questions.map(({ candidate, refusal }) => candidate?.type ?? refusal?.key);
		expect(kinds.slice(1, -1).every((kind) => kind === "no.braces" || kind === "no.twoAnswers")).toBe(true);
		expect([kinds[0], kinds.at(-1)]).toEqual(["truefalse", "truefalse"]);
	});
});

describe("Moodle XML as Moodle writes it", () => {
	it("brings text, pictures, units and wildcards along, and tells what it cannot", async () => {
		const { questions, notes } = await readItems(fixture("moodle.xml"), "moodle-xml");
		expect(notes.map(({ key }) => key)).toEqual(["penaltyRetry", "file.categories"]);
		expect(questions.map(told).map((line) => line.replace(/^\d+ /, ""))).toEqual([
			"single tagsDropped competenceFromCategory pictureInText scripts weights hints grade",
			"text competenceFromCategory caseless answersDropped wildcard",
			"numeric competenceFromCategory unitsChosen feedbackAdded",
			"truefalse competenceFromCategory",
			"matching competenceFromCategory",
			"no.description competenceFromCategory",
			"no.calculated competenceFromCategory",
			"no.type competenceFromCategory",
		]);
		const [chart, words, size] = questions;
		expect(chart?.candidate).toMatchObject({
			stem: "Lihat (gambar). Tahun mana yang naik?\n\n- satuan: miliar",
		});
		expect(chart?.pictures).toMatchObject([{ name: "grafik pagu.png", alt: "Grafik pagu tiga tahun" }]);
		expect([...(chart?.pictures[0]?.bytes ?? [])].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
		expect(words?.candidate).toMatchObject({
			accept: ["Sistem"],
			feedback: { correct: "Ya.", wrong: "Bukan itu." },
		});
		// Moodle multiplies the key to say it in kilobytes; Cakap says how many megabytes one of them is.
		const units = [
			{ unit: "MB", factor: 1 },
			{ unit: "KB", factor: 1 / 1024 },
		];
		expect(size?.candidate).toMatchObject({ answer: 1536, tolerance: 36, units });
	});

	it("keeps scripts of a text out of the item", async () => {
		const html =
			"<p onclick='x()'>Aman?</p><script>curi()</script><style>a{}</style><iframe src='x'></iframe>";
		const quiz = (text: string) =>
			`<quiz><question type="truefalse"><name><text>a</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
		const [framed] = (await read(quiz(html), "moodle-xml")).questions;
		expect(framed?.refusal?.key).toBe("no.media");
		const [plain] = (await read(quiz(html.replace(/<iframe.*/, "")), "moodle-xml")).questions;
		expect(plain?.candidate).toMatchObject({ stem: "Aman?" });
		expect(plain?.notes.map(({ key }) => key)).toEqual(["scripts"]);
	});
});

describe("newer types of Moodle", () => {
	it("become Cakap's equals, each with what changed, or are refused with a reason", async () => {
		const { questions } = await readItems(fixture("moodle-newer.xml"), "moodle-xml");
		expect(questions.map(told).map((line) => line.replace(/^\d+ /, ""))).toEqual([
			"ordering orderScore orderAll feedbackAdded",
			"gapchoice",
			"gapchoice reused stemAdded",
			"gaptext answersDropped feedbackDropped caseless gapNumber",
			"gapchoice weights partial feedbackDropped stemAdded",
			"no.manyParts",
			"no.gapKind",
			"essay attachments rubricFromNote",
			"essay",
			"no.fileAnswer",
			"classification asTable",
			"no.gapMissing",
			"no.type",
		]);
		const [order, words, drag, typed, chosen, , , note, rubric, , table] = questions.map(
			({ candidate }) => candidate,
		);
		expect(order).toMatchObject({
			elements: [{ text: "Putuskan jaringan" }, { text: "Lapor" }, { text: "Ganti sandi" }],
			feedback: { wrong: "Mulailah dari jaringan." },
		});
		expect(words).toMatchObject({
			stem: "Pilih kata yang tepat.",
			text: "Periksa [[a]] pengirim, lalu [[b]] kepada tim. Jangan buka [[c]].",
			choices: ["nama", "alamat", "lampiran"],
			gaps: [{ right: "alamat" }, { right: "lapor", choices: ["lapor", "balas"] }, { right: "lampiran" }],
		});
		expect(drag).toMatchObject({ text: "Data [[a]] tidak boleh di[[b]].", choices: ["pribadi", "sebarkan"] });
		expect(typed).toMatchObject({
			stem: "Lengkapi.",
			text: "Sandi paling sedikit [[a]] huruf, air adalah [[b]], dan tahunnya [[c]].",
			gaps: [
				{ accept: ["dua belas", "12"], feedback: "Lihat pedoman." },
				{ accept: ["H2O"] },
				{ accept: ["2026"] },
			],
		});
		expect(chosen).toMatchObject({
			gaps: [
				{ right: "rahasia", choices: ["rahasia", "umum", "terbatas"], feedback: "Bukan" },
				{ right: "terbatas", choices: ["terbuka", "terbatas"] },
			],
		});
		expect(note).toMatchObject({ rubric: [{ text: "Menyebut pelaporan." }] });
		expect(rubric).toMatchObject({
			rubric: [
				{ text: "Langkah", levels: [{ points: 0 }, { points: 600, text: "Lengkap" }] },
				{ text: "Alasan", levels: [{ points: 0 }, { points: 400, text: "Jelas" }] },
			],
		});
		expect(table).toMatchObject({
			columns: [{ text: "Umum" }, { text: "Terbatas" }],
			rows: [{ text: "Siaran pers", column: "k1" }, { column: "k1" }, { column: "k2" }],
		});
		for (const candidate of [order, words, drag, typed, chosen, note, rubric, table])
			expect(itemSchema.safeParse({ ...candidate, code: "uji", competence: "D3.1", level: 1 }).success).toBe(
				true,
			);
	});
});

describe("QTI", () => {
	it("2.2 and 3 are read by the same rules, feedback with its option", async () => {
		const two = await read(choiceItem("soal-a", "B"), "qti");
		expect(two.questions[0]?.candidate).toMatchObject({
			type: "single",
			stem: "Pilih untuk soal-a.",
			options: [
				{ text: "Ini", feedback: "Tentang A." },
				{ text: "Itu", correct: true },
			],
		});
		const three = await read(multipleItem3, "qti");
		expect(three.questions[0]?.candidate).toMatchObject({
			type: "multiple",
			options: [{ correct: true }, { correct: false }, { text: "Nomor H₂O", correct: true }],
		});
	});

	it("packages come in the order of their test, with pictures; what is missing or not named is told", async () => {
		const png = fixture("titik.png");
		const test = `<assessmentTest identifier="t" title="Ujian"><testPart><assessmentSection><assessmentItemRef identifier="b" href="items/b.xml"/><assessmentItemRef identifier="x" href="items/x.xml"/></assessmentSection></testPart></assessmentTest>`;
		const zip = makeZip([
			{ name: "paket/imsmanifest.xml", content: manifest(["items/a.xml", "items/b.xml"], "test.xml") },
			{ name: "paket/test.xml", content: test },
			{ name: "paket/items/a.xml", content: choiceItem("a", "C") },
			{
				name: "paket/items/b.xml",
				content: choiceItem("b", "A", '<p><img src="../gbr/t.png" alt="Titik"/></p>'),
			},
			{ name: "paket/gbr/t.png", content: png },
			{ name: "paket/items/lepas.xml", content: choiceItem("lepas", "A") },
		]);
		const { questions, notes } = await readItems(zip, "qti");
		expect(notes.map((one) => noteWords(one, "id"))).toEqual([
			expect.stringContaining("Ujian"),
			expect.stringContaining("paket/items/lepas.xml"),
		]);
		expect(questions.map(({ file, refusal }) => [file, refusal?.key])).toEqual([
			["paket/items/b.xml", undefined],
			["paket/items/x.xml", "no.file"],
			["paket/items/a.xml", "no.keyUnknown"],
		]);
		expect(questions[0]?.pictures[0]?.bytes).toEqual(png);
	});
});

describe("a file that is not what it should be", () => {
	const bomb = `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><quiz><question type="truefalse"><name><text>&c;</text></name></question></quiz>`;
	const outside = `<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay"><name><text>&x;</text></name></question></quiz>`;
	const item = { name: "imsmanifest.xml", content: manifest(["a.xml"]) };
	const half = makeZip([item]).slice(0, 60);
	const wrong: [string, Uint8Array, Format, string][] = [
		["empty", bytes(""), "gift", "file.empty"],
		["only spaces", bytes(" \n\n "), "gift", "file.empty"],
		["only comments", bytes("// hanya komentar\n"), "gift", "file.noQuestions"],
		["a picture", fixture("titik.png"), "gift", "file.notText"],
		["Latin-1 without saying so", new Uint8Array([0x41, 0xe9, 0x7b, 0x54, 0x7d]), "gift", "file.notText"],
		[
			"an encoding that nobody has",
			bytes('<?xml version="1.0" encoding="EBCDIC-X"?><quiz/>'),
			"moodle-xml",
			"file.encoding",
		],
		["GIFT called XML", bytes("Soal?{T}"), "moodle-xml", "file.notXml"],
		["GIFT called QTI", bytes("Soal?{T}"), "qti", "file.notXml"],
		["XML that ends in the middle", bytes("<quiz><question type='essay'>"), "moodle-xml", "file.xmlBroken"],
		["entities that multiply", bytes(bomb), "moodle-xml", "file.doctype"],
		["entities that reach outside", bytes(outside), "moodle-xml", "file.doctype"],
		["the same in QTI", bytes(outside.replaceAll("quiz", "assessmentItem")), "qti", "file.doctype"],
		["an entity that nobody declared", bytes("<quiz>&halo;</quiz>"), "moodle-xml", "file.xmlBroken"],
		["elements a thousand deep", bytes("<quiz>".repeat(1000)), "moodle-xml", "file.tooDeep"],
		["other XML", bytes("<html/>"), "moodle-xml", "file.notMoodle"],
		["other XML as QTI", bytes("<quiz/>"), "qti", "file.notQti"],
		["a quiz without questions", bytes("<quiz></quiz>"), "moodle-xml", "file.noQuestions"],
		["a test without its package", bytes('<assessmentTest identifier="t"/>'), "qti", "file.testAlone"],
		["a ZIP called GIFT", makeZip([item]), "gift", "file.zipForQti"],
		["half a ZIP", half, "qti", "file.notZip"],
		["a ZIP without a manifest", makeZip([{ name: "a.xml", content: "<a/>" }]), "qti", "file.noManifest"],
		["a name with ../", makeZip([item, { name: "../luar.xml", content: "x" }]), "qti", "file.zipPath"],
		["an absolute name", makeZip([item, { name: "/etc/cron.d/x", content: "x" }]), "qti", "file.zipPath"],
		["a name with \\..\\", makeZip([item, { name: "a\\..\\..\\x", content: "x" }]), "qti", "file.zipPath"],
		[
			"a link",
			makeZip([item, { name: "tautan", content: "/etc/passwd", isLink: true }]),
			"qti",
			"file.zipLink",
		],
		["a locked file", makeZip([{ ...item, isLocked: true }]), "qti", "file.zipEncrypted"],
		["one name twice", makeZip([item, item]), "qti", "file.zipTwice"],
		[
			"4 GB claimed three times",
			makeZip([item, ...[1, 2, 3].map((n) => ({ name: `${n}`, content: "x", claims: 4e9 }))]),
			"qti",
			"file.zipBomb",
		],
		[
			"more inside than it claims",
			makeZip([item, { name: "a.xml", content: "x".repeat(5000), claims: 10 }]),
			"qti",
			"file.notZip",
		],
		[
			"zeros packed a thousand times",
			makeZip([item, { name: "a", content: new Uint8Array(3_000_000) }]),
			"qti",
			"file.zipBomb",
		],
	];

	it.each(wrong)("%s is refused as a whole, with a sentence", async (_name, content, format, key) => {
		const refused = await readItems(content, format).catch((error: unknown) => error);
		expect(refused).toMatchObject({ note: { key } });
	});

	it("in UTF-16, as Windows calls Unicode, is read all the same", async () => {
		for (const order of ["le", "be"]) {
			const text = Buffer.from("\ufeffApakah é benar?{T}", "utf16le");
			const { questions, notes } = await readItems(
				new Uint8Array(order === "le" ? text : text.swap16()),
				"gift",
			);
			expect(questions[0]?.candidate).toMatchObject({ stem: "Apakah é benar?" });
			expect(notes.map(({ key }) => key)).toEqual(["file.utf16"]);
		}
	});

	it("is told apart by what is in it", () => {
		const guessed = [
			bytes("Soal?{T}"),
			bytes("\ufeff<?xml version='1.0'?><quiz>"),
			bytes(multipleItem3),
			makeZip([item]),
		];
		expect(guessed.map(guessFormat)).toEqual(["gift", "moodle-xml", "qti", "qti"]);
	});
});
