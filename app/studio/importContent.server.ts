import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { courses, courseVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { itemSchema } from "../assessment/item.ts";
import { readNationalBank } from "../assessment/nationalBank.server.ts";
import { createCourse } from "../catalog/createCourse.server.ts";
import { type Finding, fieldFinding, finding } from "../catalog/finding.ts";
import { contentHash, type Publication, publishVersion } from "../catalog/publishVersion.server.ts";
import { type ReadCourse, readCourse } from "../catalog/readCourse.server.ts";
import { putFile } from "../http/files.server.ts";
import { publicationFindings } from "./gate.server.ts";

export type ImportReport = {
	slug: string;
	outcome: "published" | "unchanged" | "refused";
	findings: Finding[];
};
type Checked = Omit<Publication, "courseId" | "publishedBy" | "now">;

/** The course folders below content/courses. */
export function courseFolders(content: string): string[] {
	const at = path.join(content, "courses");
	if (!existsSync(at)) return [];
	return readdirSync(at)
		.map((name) => path.join(at, name))
		.filter((folder) => statSync(folder).isDirectory())
		.sort();
}

/** Everything that stands between a course folder and its publication; the publication when nothing does. */
export async function checkCourse(folder: string): Promise<{ ready: Checked | null; findings: Finding[] }> {
	const read = readCourse(folder);
	const { items, findings } = checkedItems(read);
	const all = [...read.findings, ...findings];
	if (!read.facts) return { ready: null, findings: all };
	const media = [];
	for (const { name, type, bytes } of read.media) {
		media.push({ name, type, ...(await putFile(bytes)) });
	}
	const ready = { facts: read.facts, lessons: read.lessons, items, media };
	all.push(...(await publicationFindings(ready, nationalFiles)));
	return { ready: all.length === 0 ? ready : null, findings: all };
}

/** As the files have it: checking needs no database. A bank that is refused as a whole counts for nothing. */
async function nationalFiles() {
	const { items, problems } = readNationalBank();
	return problems.length === 0 ? items : [];
}

/** Publishes a course folder as a national course of that agency, when it changed; its faults refuse this one only. */
export async function importCourse(folder: string, agencyId: string, now: number): Promise<ImportReport> {
	const slug = path.basename(folder);
	const { ready, findings } = await checkCourse(folder);
	if (!ready) return { slug, outcome: "refused", findings };
	if ((await currentHash(slug)) === contentHash(ready)) return { slug, outcome: "unchanged", findings };
	await transaction(function* (tx) {
		const made = yield* createCourse(tx, { slug, agencyId, audience: ready.facts.audience, now });
		const courseId = made?.courseId ?? (yield* existingCourse(tx, slug));
		yield* publishVersion(tx, { ...ready, courseId, publishedBy: null, now });
	});
	return { slug, outcome: "published", findings };
}

function checkedItems(read: ReadCourse) {
	const findings: Finding[] = [];
	const seen = new Set<string>();
	const items = read.items.flatMap((raw, index) => {
		const parsed = itemSchema.safeParse(raw);
		const name = String((raw as { code?: unknown } | null)?.code ?? `#${index + 1}`);
		if (!parsed.success) {
			for (const issue of parsed.error.issues)
				findings.push(fieldFinding("item", issue, `${name}.`, "bank.yaml"));
			return [];
		}
		if (seen.has(name)) {
			findings.push(
				finding("item", (t) => ({ message: t.duplicateCode(name), mend: t.duplicateCodeMend }), "bank.yaml"),
			);
		}
		seen.add(name);
		return [parsed.data];
	});
	return { items, findings };
}

async function currentHash(slug: string): Promise<string | null> {
	const [row] = await db
		.select({ hash: courseVersions.contentHash })
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
		.where(eq(courses.slug, slug));
	return row?.hash ?? null;
}

function* existingCourse(tx: Tx, slug: string): Body<string> {
	const [row] = yield* run(tx.select({ id: courses.id }).from(courses).where(eq(courses.slug, slug)));
	if (!row) throw new Error(`no course ${slug}`);
	return row.id;
}
