import { contentFolder } from "../../app/catalog/contentFolder.server.ts";
import { stopCompiler } from "../../app/mdx/compile.server.ts";
import { checkCourse, courseFolders } from "../../app/studio/importContent.server.ts";
import { type Command, options, report } from "./usage.ts";

export const checkContentCommand: Command = {
	name: "check-content",
	summary: "Memeriksa pelatihan dalam content/",
	usage: "bin/cakap check-content [--json]",
	help: "Memeriksa setiap pelatihan dengan gerbang terbit yang sama dengan situs. Kode keluar 1 bila ada temuan.",
	async run(args) {
		const { json } = options(args, { json: { type: "boolean" } });
		const checked = [];
		for (const folder of courseFolders(contentFolder())) {
			const { findings } = await checkCourse(folder);
			checked.push({ slug: folder.split(/[/\\]/).at(-1) ?? "", findings });
		}
		await stopCompiler();
		const lines = checked.flatMap(({ slug, findings }) => [
			`${slug}: ${findings.length === 0 ? "tidak ada temuan" : `${findings.length} temuan`}`,
			...findings.map((f) => `  ${[f.where, f.line].filter(Boolean).join(":")} ${f.message.id} ${f.mend.id}`),
		]);
		report(json, { courses: checked }, lines.join("\n"));
		return checked.every(({ findings }) => findings.length === 0) ? 0 : 1;
	},
};
