import { readFileSync } from "node:fs";
import path from "node:path";
import { findAgency } from "../../app/agencies/findAgency.server.ts";
import { importRegistry } from "../../app/agencies/importRegistry.server.ts";
import { parseRegistry } from "../../app/agencies/registryFile.ts";
import { markAskedHashes } from "../../app/assessment/markAskedHashes.server.ts";
import { loadNationalBank, readNationalBank } from "../../app/assessment/nationalBank.server.ts";
import { contentFolder } from "../../app/catalog/contentFolder.server.ts";
import { loadNationalPaths, readNationalPaths } from "../../app/learning/paths/nationalPaths.server.ts";
import { loadCalendar, readCalendarFiles } from "../../app/learning/reminders/calendar.server.ts";
import { stopCompiler } from "../../app/mdx/compile.server.ts";
import { courseFolders, importCourse } from "../../app/studio/importContent.server.ts";
import { transaction } from "../../db/transaction.server.ts";
import { onlyWhenChanged } from "./unchanged.ts";

/** Who publishes what lies in content/: Kementerian PANRB. */
const NATIONAL = "K-PANRB";

/** Brings registry and national courses into the database when their files changed; says what was refused. */
export async function prepareContent(): Promise<void> {
	const content = contentFolder();
	await onlyWhenChanged("registry", path.join(content, "framework/registry"), () => prepareRegistry(content));
	await onlyWhenChanged("national-bank", path.join(content, "framework/placement"), prepareNationalBank);
	await markAskedHashes();
	await onlyWhenChanged("courses", path.join(content, "courses"), () => prepareCourses(content));
	await stopCompiler();
	await onlyWhenChanged("calendar", path.join(content, "framework/calendar"), prepareCalendar);
	await onlyWhenChanged("paths", path.join(content, "paths"), preparePaths);
}

async function prepareRegistry(content: string): Promise<boolean> {
	const text = (name: string) => readFileSync(path.join(content, `framework/registry/${name}.csv`), "utf8");
	const registry = parseRegistry({ provinces: text("provinces"), agencies: text("agencies") });
	await transaction((tx) => importRegistry(tx, registry));
	process.stdout.write(`Daftar instansi: ${registry.agencies.length}.\n`);
	return true;
}

async function prepareNationalBank(): Promise<boolean> {
	const { items, problems } = readNationalBank();
	for (const problem of problems) process.stderr.write(`Bank soal nasional tidak dimuat: ${problem}\n`);
	if (problems.length > 0) return false;
	const { added, retired } = await transaction((tx) => loadNationalBank(tx, items, Date.now()));
	process.stdout.write(`Bank soal nasional: ${items.length} soal, ${added} baru, ${retired} diganti.\n`);
	return true;
}

async function prepareCalendar(): Promise<boolean> {
	const days = readCalendarFiles();
	const added = await transaction((tx) => loadCalendar(tx, days, Date.now()));
	process.stdout.write(`Kalender hari tenang: ${added} hari baru.\n`);
	return true;
}

async function preparePaths(): Promise<boolean> {
	const { paths, problems } = readNationalPaths();
	for (const problem of problems) process.stderr.write(`Jalur belajar tidak dimuat: ${problem}\n`);
	if (problems.length > 0) return false;
	const waiting = await transaction((tx) => loadNationalPaths(tx, paths, Date.now()));
	for (const slug of waiting) process.stderr.write(`Jalur ${slug} menunggu pelatihannya terbit.\n`);
	return waiting.length === 0;
}

async function prepareCourses(content: string): Promise<boolean> {
	const national = await findAgency(NATIONAL);
	if (!national) throw new Error(`Instansi ${NATIONAL} tidak ada dalam daftar instansi.`);
	let allPublished = true;
	for (const folder of courseFolders(content)) {
		const { slug, outcome, findings } = await importCourse(folder, national.id, Date.now());
		if (outcome === "published") process.stdout.write(`Pelatihan ${slug} diterbitkan.\n`);
		if (outcome !== "refused") continue;
		allPublished = false;
		process.stderr.write(`Pelatihan ${slug} tidak diterbitkan (${findings.length} temuan):\n`);
		for (const { where, line, message } of findings.slice(0, 10)) {
			process.stderr.write(`  ${[where, line].filter(Boolean).join(":") || slug}: ${message.id}\n`);
		}
	}
	return allPublished;
}
