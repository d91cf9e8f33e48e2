import type { Finding } from "../catalog/finding.ts";
import { courseFindings } from "../catalog/gate.ts";
import type { Publication } from "../catalog/publishVersion.server.ts";
import { compileLesson } from "../mdx/compile.server.ts";

type Candidate = Pick<Publication, "facts" | "lessons" | "items" | "media">;

/** Everything that stands between a course and its publication, its lessons' text included. Empty: nothing. */
export async function publicationFindings(candidate: Candidate): Promise<Finding[]> {
	const found = courseFindings(candidate);
	for (const lesson of candidate.lessons) found.push(...(await lessonFindings(lesson, candidate)));
	return found;
}

async function lessonFindings(
	lesson: { slug: string; source: string },
	{ lessons, media }: Candidate,
): Promise<Finding[]> {
	const context = { lessonSlugs: lessons.map(({ slug }) => slug), mediaNames: media.map(({ name }) => name) };
	const compiled = await compileLesson(lesson.source, { lang: "id", context });
	if (!("findings" in compiled)) return [];
	return compiled.findings.map(({ code, line, message, mend }) => ({
		code,
		where: lesson.slug,
		line,
		message,
		mend,
	}));
}
