import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type CourseFacts, courseFacts } from "./courseFacts.ts";
import { type Finding, fieldFinding, finding } from "./finding.ts";
import type { LessonInput } from "./publishVersion.server.ts";

/** A course folder as read: facts may be missing and then a finding says why. */
export type ReadCourse = {
	facts: CourseFacts | null;
	lessons: LessonInput[];
	/** bank.yaml's list, not yet checked: items belong to a higher room. */
	items: unknown[];
	media: { name: string; type: string; bytes: Buffer }[];
	findings: Finding[];
};

const lessonFacts = z.object({
	title: z.string().trim().min(1).max(200),
	minutes: z.number().int().min(1).max(600),
	objective: z.string().trim().min(1).max(600),
});
const mediaTypes: Record<string, string> = {
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".webp": "image/webp",
};

/** Reads content/courses/<slug>; whatever is broken becomes a finding with file and line, and nothing is thrown. */
export function readCourse(folder: string): ReadCourse {
	const findings: Finding[] = [];
	const course = readYaml(folder, "course.yaml", findings);
	const bank = readYaml(folder, "bank.yaml", findings);
	const facts = course === undefined ? null : checked(courseFacts, course, "course.yaml", findings);
	const name = path.basename(folder);
	if (facts && facts.slug !== name) {
		findings.push(
			finding(
				"slug",
				(t) => ({ message: t.slugMismatch(facts.slug, name), mend: t.slugMismatchMend }),
				"course.yaml",
			),
		);
	}
	const lessons = filesIn(folder, "lessons", ".mdx").flatMap((file) => readLesson(folder, file, findings));
	return { facts, lessons, items: itemsOf(bank), media: readMedia(folder), findings };
}

function filesIn(folder: string, sub: string, extension = ""): string[] {
	const at = path.join(folder, sub);
	if (!existsSync(at)) return [];
	return readdirSync(at)
		.filter((name) => name.endsWith(extension))
		.sort();
}

function readYaml(folder: string, file: string, findings: Finding[]): unknown {
	const at = path.join(folder, file);
	if (!existsSync(at)) {
		findings.push(
			finding("missing", (t) => ({ message: t.missingFile(file), mend: t.missingFileMend }), file),
		);
		return undefined;
	}
	return parseYaml(readFileSync(at, "utf8"), file, findings);
}

function parseYaml(text: string, file: string, findings: Finding[]): unknown {
	const lineCounter = new LineCounter();
	const document = parseDocument(text, { lineCounter });
	const [error] = document.errors;
	if (!error) return document.toJS({ maxAliasCount: 0 });
	const line = lineCounter.linePos(error.pos[0]).line;
	const reason = error.message.split("\n")[0] ?? "";
	findings.push(
		finding("yaml", (t) => ({ message: t.unreadable(reason), mend: t.unreadableMend }), file, line),
	);
	return undefined;
}

function checked<S extends z.ZodType>(
	schema: S,
	value: unknown,
	file: string,
	findings: Finding[],
): z.infer<S> | null {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	for (const issue of parsed.error.issues) findings.push(fieldFinding("field", issue, "", file));
	return null;
}

function readLesson(folder: string, file: string, findings: Finding[]): LessonInput[] {
	const where = `lessons/${file}`;
	const text = readFileSync(path.join(folder, where), "utf8");
	const [, head = "", source = ""] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
	const front = parseYaml(head, where, findings);
	if (front === undefined) return [];
	const facts = checked(lessonFacts, front, where, findings);
	const slug = file.replace(/^\d+-/, "").replace(/\.mdx$/, "");
	return facts ? [{ ...facts, slug, source }] : [];
}

function itemsOf(bank: unknown): unknown[] {
	const items = (bank as { items?: unknown } | null | undefined)?.items;
	return Array.isArray(items) ? items : [];
}

function readMedia(folder: string): ReadCourse["media"] {
	return filesIn(folder, "media").flatMap((file) => {
		const type = mediaTypes[path.extname(file)];
		return type
			? [{ name: `media/${file}`, type, bytes: readFileSync(path.join(folder, "media", file)) }]
			: [];
	});
}
