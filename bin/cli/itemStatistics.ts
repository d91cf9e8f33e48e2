import { refreshStatistics, versionsWithStatistics } from "../../app/assessment/examStatistics.server.ts";
import type { ExamStatistics } from "../../app/assessment/examStatistics.ts";
import type { Figure } from "../../app/assessment/figure.ts";
import { flagWords } from "../../app/assessment/flagWords.ts";
import { migrate } from "../../db/migrate.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

const config = {
	json: { type: "boolean" },
	course: { type: "string" },
	version: { type: "string" },
} as const;

export const itemStatisticsCommand: Command = {
	name: "item-statistics",
	summary: "Menghitung statistik soal dari jawaban peserta",
	usage: "bin/cakap item-statistics --course <alamat> [--version <nomor>] [--json]",
	help: "Menghitung ulang statistik tiap soal dan ujian dari catatan jawaban, lalu menyimpannya. Jawaban yang sama selalu memberi angka yang sama. Tanpa --version: versi terakhir.",
	async run(args) {
		const given = options(args, config);
		if (!given.course) throw new Usage(`Cara pakai: ${this.usage}`);
		await migrate();
		const versions = await versionsWithStatistics("nation", given.course);
		const version = given.version
			? versions.find(({ number }) => String(number) === given.version)
			: versions.at(-1);
		if (!version) {
			process.stderr.write(`Pelatihan ${given.course} atau versi itu tidak ada.\n`);
			return 1;
		}
		const figures = await refreshStatistics(version.versionId, Date.now());
		report(
			given.json,
			{ course: given.course, version: version.number, ...inWords(figures) },
			table(figures),
		);
		return 0;
	},
};

/** With each flag's words beside it. */
function inWords(exam: ExamStatistics) {
	const items = exam.items.map(({ flags, ...item }) => ({
		...item,
		flags: flags.map((flag) => ({ ...flag, ...flagWords(flag, "id") })),
	}));
	return { ...exam, items };
}

function table({ n, reliability: { kind, value, sem }, items }: ExamStatistics): string {
	const lines = items.map(({ code, facility, itemRest, upperLower, flags }) => {
		const words = flags.map((flag) => flagWords(flag, "id").label).join(", ");
		return `  ${code}: p ${shown(facility)}, r ${shown(itemRest)}, D ${shown(upperLower)}${words && ` (${words})`}`;
	});
	return [`${n} peserta; ${kind} ${shown(value)}, galat baku ${shown(sem)}`, ...lines].join("\n");
}

const shown = ({ value }: Figure) => (value === null ? "–" : value.toFixed(2));
