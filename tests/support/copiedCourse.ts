import path from "node:path";
import Database from "better-sqlite3";

type Row = Record<string, unknown>;
type Copied = {
	slug: string;
	title: string;
	/** As `items.content` holds them. */
	items: readonly { code: string; type: string; competence: string; level: number }[];
	exam: Row;
};

/**
 * Does something in the running site's database, in one transaction. It takes the lock before it reads: one that reads
 * first and writes later is refused at once, not after the wait, when the site has written in between.
 */
export function inSite<T>(work: (client: Database.Database) => T): T {
	const file = path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite");
	const client = new Database(file, { timeout: 10_000 });
	try {
		return client.transaction(() => work(client)).immediate();
	} finally {
		client.close();
	}
}

/**
 * Puts a course with those items into the running site's database: of the agency of the demo's reviewer, with one lesson,
 * a copy of the national course otherwise.
 */
export function copiedCourse({ slug, title, items, exam }: Copied): void {
	inSite((client) => {
		const one = (text: string, ...values: unknown[]) => client.prepare(text).get(...values) as Row;
		const insert = (table: string, row: Row) => {
			const names = Object.keys(row);
			const marks = names.map(() => "?").join(", ");
			client
				.prepare(`insert into ${table} (${names.join(", ")}) values (${marks})`)
				.run(...Object.values(row));
		};
		const { agency } = one(
			"select agency_id as agency from role_grants where role = 'reviewer' and agency_id is not null",
		);
		const course = one("select * from courses where slug = 'keamanan-siber'");
		const version = one("select * from course_versions where id = ?", course.current_version_id);
		const lesson = one("select * from lessons where version_id = ?", version.id);
		const ids = { course: `c-${slug}`, version: `v-${slug}` };
		const rules = JSON.stringify({ ...JSON.parse(String(version.exam)), ...exam });
		insert("courses", {
			...course,
			id: ids.course,
			slug,
			agency_id: agency,
			current_version_id: ids.version,
		});
		insert("course_versions", { ...version, id: ids.version, course_id: ids.course, exam: rules, title });
		insert("lessons", { ...lesson, id: `l-${slug}`, version_id: ids.version });
		for (const item of items) {
			const { code, type, competence, level } = item;
			const row = { id: `i-${slug}-${code}`, version_id: ids.version, code, type, competence, level };
			insert("items", { ...row, content: JSON.stringify(item), asked_hash: `${slug} ${code}` });
		}
	});
}
