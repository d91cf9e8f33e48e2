import path from "node:path";
import Database from "better-sqlite3";

const levels = [0, 250, 500].map((points) => ({ points, text: `Tingkat ${points}` }));
const essay = {
	code: "uraian-1",
	type: "essay",
	competence: "D3.1",
	level: 2,
	stem: "Jelaskan langkah Anda ketika menerima surel palsu.",
	rubric: [
		{ id: "isi", text: "Langkahnya benar", levels },
		{ id: "alasan", text: "Alasannya jelas", levels },
	],
};
const blueprint = [{ competence: "D3.1", level: 2, count: 1 }];

type Row = Record<string, unknown>;

/**
 * Puts a course whose exam is one free text into the running site's database: of the agency of the demo's reviewer, a
 * copy of the national course otherwise.
 * @returns its slug
 */
export function essayCourse(): string {
	const file = path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite");
	const client = new Database(file, { timeout: 10_000 });
	try {
		return client.transaction(() => copyCourse(client))();
	} finally {
		client.close();
	}
}

function copyCourse(client: Database.Database): string {
	const slug = "uraian-keamanan";
	const one = (text: string, ...parameters: unknown[]) => client.prepare(text).get(...parameters) as Row;
	const insert = (table: string, row: Row) => {
		const names = Object.keys(row);
		const marks = names.map(() => "?").join(", ");
		client.prepare(`insert into ${table} (${names.join(", ")}) values (${marks})`).run(...Object.values(row));
	};
	const { agency } = one(
		"select agency_id as agency from role_grants where role = 'reviewer' and agency_id is not null",
	);
	const course = one("select * from courses where slug = 'keamanan-siber'");
	const version = one("select * from course_versions where id = ?", course.current_version_id);
	const lesson = one("select * from lessons where version_id = ?", version.id);
	const ids = { course: `c-${slug}`, version: `v-${slug}` };
	const exam = { ...JSON.parse(String(version.exam)), blueprint, passMark: 70 };
	insert("courses", { ...course, id: ids.course, slug, agency_id: agency, current_version_id: ids.version });
	insert("course_versions", {
		...version,
		...{ id: ids.version, course_id: ids.course, exam: JSON.stringify(exam), title: "Uraian Keamanan" },
	});
	insert("lessons", { ...lesson, id: `l-${slug}`, version_id: ids.version });
	const { code, type, competence, level } = essay;
	const item = { id: `i-${slug}`, version_id: ids.version, code, type, competence, level };
	insert("items", { ...item, content: JSON.stringify(essay), asked_hash: slug });
	return slug;
}
