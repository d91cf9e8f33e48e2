import { readFileSync, writeFileSync } from "node:fs";
import { noteWords } from "../../app/assessment/exchange/notes.ts";
import { type Format, formats } from "../../app/assessment/exchange/reading.ts";
import { type ExportFormat, exportFormats } from "../../app/assessment/exchange/writeItems.ts";
import { competenceList } from "../../app/catalog/framework.server.ts";
import { type Bank, bankOfCourse, draftForImport } from "../../app/studio/exchange/bankOfCourse.server.ts";
import { exportItems } from "../../app/studio/exchange/exportItems.server.ts";
import { readAndSettle } from "../../app/studio/exchange/readAndSettle.ts";
import { outcomes, type Settled } from "../../app/studio/exchange/settle.ts";
import { takeAll } from "../../app/studio/exchange/takeAll.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { type Command, fileAndOptions, options, report, Usage } from "./usage.ts";

const outcomeWords = {
	taken: "diambil",
	adapted: "diambil dengan perubahan",
	present: "sudah ada",
	refused: "ditolak",
} as const;

export const importItemsCommand: Command = {
	name: "import-items",
	summary: "Mengimpor soal dari GIFT, Moodle XML, atau QTI ke draf pelatihan",
	usage:
		"bin/cakap import-items <berkas> --format gift|moodle-xml|qti --course <slug> [--competence <kode>] [--level <1-4>] [--apply] [--json]",
	help: "Menampilkan hasil bacaan setiap soal; dengan --apply memasukkannya ke draf pelatihan itu, yang dibuat dari versi terbit bila belum ada. Kompetensi dan jenjang yang tidak disebut berkas diambil dari pelatihan. Kode keluar 1 bila berkas atau ada soal yang ditolak.",
	async run(args) {
		const { file, values } = fileAndOptions(args, importOptions, this.usage);
		const format = formats.find((one) => one === values.format);
		if (!format || !values.course) throw new Usage(`Cara pakai: ${this.usage}`);
		await migrate();
		const bank = await bankOfCourse(values.course);
		if (!bank) return noCourse(values.course);
		const task = { bytes: new Uint8Array(readFileSync(file)), format, setting: settingOf(bank, values) };
		const result = await readAndSettle(task);
		if ("refused" in result) {
			const reason = noteWords(result.refused, "id");
			const where = { file: result.file, line: result.line };
			report(
				values.json,
				{ applied: false, refused: { reason, ...where } },
				`Tidak ada yang diambil. ${reason}`,
			);
			return 1;
		}
		const applied = values.apply === true;
		const sum = applied ? await apply(bank, result.settled, file) : null;
		if (applied && !sum) return closed();
		const said = sayings({ ...result, format, sum });
		report(values.json, said.value, said.text);
		return result.settled.some(({ outcome }) => outcome === "refused") ? 1 : 0;
	},
};

const importOptions = {
	format: { type: "string" },
	course: { type: "string" },
	competence: { type: "string" },
	level: { type: "string" },
	apply: { type: "boolean" },
	json: { type: "boolean" },
} as const;

function settingOf(bank: Bank, given: { competence?: string; level?: string }) {
	const competences = competenceList().map(({ code }) => code);
	const competence = given.competence ?? bank.facts.competences[0]?.code ?? "";
	const level = Number(given.level ?? bank.facts.level);
	if (!competences.includes(competence))
		throw new Usage(`Kompetensi ${JSON.stringify(competence)} tidak dikenal.`);
	if (![1, 2, 3, 4].includes(level)) throw new Usage("Jenjang adalah 1 sampai 4.");
	return { bank: bank.items, media: bank.media, defaults: { competence, level }, competences };
}

async function apply(bank: Bank, settled: Settled[], fileName: string) {
	const actor = { id: null, name: "bin/cakap import-items" };
	const now = Date.now();
	const draftId = await draftForImport(bank, now);
	return draftId ? takeAll(settled, { draftId, agencyId: bank.agencyId, actor, fileName, now }) : null;
}

function noCourse(slug: string): number {
	process.stderr.write(`Pelatihan ${slug} tidak ada; tidak ada yang diubah.\n`);
	return 1;
}

function closed(): number {
	process.stderr.write("Draf pelatihan ini sedang ditelaah; tidak ada yang dimasukkan.\n");
	return 1;
}

type Said = {
	settled: Settled[];
	notes: Parameters<typeof noteWords>[0][];
	format: Format;
	sum: { written: number; left: number } | null;
};

function sayings({ settled, notes, format, sum }: Said) {
	const counts = Object.fromEntries(
		outcomes.map((name) => [name, settled.filter(({ outcome }) => outcome === name).length]),
	);
	const items = settled.map(({ name, file, line, outcome, item, notes: said }) => ({
		name,
		code: item?.code ?? null,
		file,
		line,
		outcome,
		notes: said.map(({ key }, i) => ({ code: key, text: noteWords(said[i] as (typeof said)[number], "id") })),
	}));
	const told = notes.map((one) => noteWords(one, "id"));
	const value = { applied: sum !== null, format, counts, ...sum, notes: told, items };
	const lines = items.map(({ name, file, line, outcome, notes: said }) => {
		const where = [file, line].filter((part) => part !== null).join(":");
		return `${where}  ${outcomeWords[outcome]}: ${name}${said.map(({ text }) => `\n    ${text}`).join("")}`;
	});
	const end = sum
		? `${sum.written} soal dimasukkan, ${sum.left} dibiarkan.`
		: "Belum ada yang diubah; ulangi dengan --apply untuk memasukkan.";
	return { value, text: [...told, ...lines, end].join("\n") };
}

export const exportItemsCommand: Command = {
	name: "export-items",
	summary: "Mengekspor bank soal pelatihan ke GIFT atau Moodle XML",
	usage: "bin/cakap export-items --course <slug> --format gift|moodle-xml [--output <berkas>] [--json]",
	help: "Menulis bank soal draf pelatihan itu, atau versi terbitnya bila tidak ada draf. Tanpa --output isinya ke keluaran baku; --json memerlukan --output. Kode keluar 1 bila ada soal yang tidak dapat ditulis.",
	async run(args) {
		const { course, format: asked, output, json } = options(args, exportOptions);
		const format = exportFormats.find((one) => one === asked);
		if (!format || !course || (json && !output)) throw new Usage(`Cara pakai: ${this.usage}`);
		await migrate();
		const bank = await bankOfCourse(course);
		return bank ? write(bank, format, output, json) : noCourse(course);
	},
};

const exportOptions = {
	course: { type: "string" },
	format: { type: "string" },
	output: { type: "string" },
	json: { type: "boolean" },
} as const;

async function write(
	bank: Bank,
	format: ExportFormat,
	output: string | undefined,
	json: boolean | undefined,
) {
	const { text, reports } = await exportItems(bank.items, bank.media, format);
	const items = reports.map(({ code, isWritten, notes }) => ({
		code,
		written: isWritten,
		notes: notes.map((one) => noteWords(one, "id")),
	}));
	const told = items
		.filter(({ notes }) => notes.length > 0)
		.map(({ code, notes }) => `${code}: ${notes.join(" ")}`);
	if (output) {
		writeFileSync(output, text);
		const n = items.filter(({ written }) => written).length;
		report(json, { format, output, items }, [`${n} soal ditulis ke ${output}.`, ...told].join("\n"));
	} else {
		process.stdout.write(text);
		for (const line of told) process.stderr.write(`${line}\n`);
	}
	return items.every(({ written }) => written) ? 0 : 1;
}
