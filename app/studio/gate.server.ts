import type { Item } from "../assessment/item.ts";
import { defineFindings, type Finding } from "../catalog/finding.ts";
import { courseFindings } from "../catalog/gate.ts";
import type { Publication } from "../catalog/publishVersion.server.ts";
import { compileLesson } from "../mdx/compile.server.ts";

type Candidate = Pick<Publication, "facts" | "lessons" | "items" | "media">;

/**
 * Everything that stands between a course and its publication, its lessons' text included. Empty: nothing.
 * `nationalBank` is asked only where the blueprint draws from it.
 */
export async function publicationFindings(
	candidate: Candidate,
	nationalBank: () => Promise<readonly Item[]>,
): Promise<Finding[]> {
	const asks = candidate.facts.exam.blueprint.some(({ from }) => from === "national");
	const found = courseFindings({ ...candidate, nationalItems: asks ? await nationalBank() : [] });
	found.push(...missingPictures(candidate));
	for (const lesson of candidate.lessons) found.push(...(await lessonFindings(lesson, candidate)));
	return found;
}

/** The pictures below a question, and that of an item with picture areas. */
function missingPictures({ items, media }: Candidate): Finding[] {
	const held = new Set(media.map(({ name }) => name));
	return items.flatMap((item) =>
		imagesOf(item)
			.filter((image) => !held.has(image))
			.map((image) => defineFindings.noPicture(item.code, image)),
	);
}

type Pictured = { code: string; image?: string; pictures?: { image: string }[] };

const imagesOf = ({ image, pictures = [] }: Pictured): string[] =>
	[image, ...pictures.map((one) => one.image)].filter((name) => name !== undefined);

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
