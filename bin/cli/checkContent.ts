import { readNationalBank } from "../../app/assessment/nationalBank.server.ts";
import { contentFolder } from "../../app/catalog/contentFolder.server.ts";
import type { Finding } from "../../app/catalog/finding.ts";
import { readNationalPaths } from "../../app/learning/paths/nationalPaths.server.ts";
import { stopCompiler } from "../../app/mdx/compile.server.ts";
import { checkCourse, courseFolders } from "../../app/studio/importContent.server.ts";
import { type Command, options, report } from "./usage.ts";

export const checkContentCommand: Command = {
	name: "check-content",
	summary: "Memeriksa pelatihan, jalur belajar, dan bank soal nasional dalam content/",
	usage: "bin/cakap check-content [--json]",
	help: "Memeriksa setiap pelatihan dengan gerbang terbit yang sama dengan situs, jalur belajar di content/paths, dan bank soal nasional di content/framework/placement. Kode keluar 1 bila ada temuan.",
	async run(args) {
		const { json } = options(args, { json: { type: "boolean" } });
		const checked: { slug: string; findings: Finding[] }[] = [];
		for (const folder of courseFolders(contentFolder())) {
			const { findings } = await checkCourse(folder);
			checked.push({ slug: folder.split(/[/\\]/).at(-1) ?? "", findings });
		}
		await stopCompiler();
		const { items, problems } = readNationalBank();
		const paths = readNationalPaths();
		const lines = [
			...courseLines(checked),
			`paths: ${paths.problems.length === 0 ? `tidak ada temuan (${paths.paths.length} jalur)` : `${paths.problems.length} temuan`}`,
			...paths.problems.map((problem) => `  ${problem}`),
			`framework/placement: ${problems.length === 0 ? `tidak ada temuan (${items.length} soal)` : `${problems.length} temuan`}`,
			...problems.map((problem) => `  ${problem}`),
		];
		const found = { paths: paths.paths.length, problems: paths.problems };
		const facts = { courses: checked, paths: found, placement: { items: items.length, problems } };
		report(json, facts, lines.join("\n"));
		const isSound = problems.length + paths.problems.length === 0;
		return isSound && checked.every(({ findings }) => findings.length === 0) ? 0 : 1;
	},
};

function courseLines(checked: { slug: string; findings: Finding[] }[]): string[] {
	return checked.flatMap(({ slug, findings }) => [
		`${slug}: ${findings.length === 0 ? "tidak ada temuan" : `${findings.length} temuan`}`,
		...findings.map((f) => `  ${[f.where, f.line].filter(Boolean).join(":")} ${f.message.id} ${f.mend.id}`),
	]);
}
