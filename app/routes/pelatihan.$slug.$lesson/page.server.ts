import type { Viewer } from "#app/access/viewer.server.ts";
import { compiledLesson } from "#app/catalog/compiled.server.ts";
import { mediaOf, outlineOf } from "#app/catalog/findCourse.server.ts";
import type { Toast } from "#app/http/toast.server.ts";
import { answersOf, type findLesson, lessonsRead } from "#app/learning/findEnrolment.server.ts";
import { lessonHtml } from "#app/learning/lessonTemplate.server.tsx";
import { grade } from "#app/mdx/grade.ts";
import { type CheckState, fillSlots } from "#app/mdx/slots.ts";
import type { PageFrame } from "#app/ui/context.tsx";
import { toastHtml } from "#app/ui/toastHtml.server.tsx";

type Found = NonNullable<Awaited<ReturnType<typeof findLesson>>>;
type Asked = {
	viewer: Viewer;
	frame: PageFrame;
	slug: string;
	lesson: string;
	found: Found;
	toast: Toast | null;
};

/** The lesson's page for this viewer: the shared template with their name, marks and answers. */
export async function lessonPage({ viewer, frame, slug, lesson, found, toast }: Asked): Promise<string> {
	const { lang } = viewer;
	const { enrolmentId, lessonId, versionId } = found;
	const [compiled, outline, read, answers, media] = await Promise.all([
		compiledLesson(found, lang),
		outlineOf(versionId),
		lessonsRead(enrolmentId),
		answersOf(enrolmentId, lessonId),
		mediaOf(versionId),
	]);
	const checks: Record<string, CheckState> = {};
	for (const key of compiled.checks) {
		const state = answers.has(key.id) ? grade(key, answers.get(key.id) ?? []) : null;
		if (state) checks[key.id] = state;
	}
	const content = fillSlots(compiled.html, { lang, checks, media: (name) => media.get(name) ?? "" });
	const { title, courseTitle, objective, minutes, position } = found;
	const view = {
		slug,
		versionId,
		lessonId,
		lessonSlug: lesson,
		title,
		courseTitle,
		objective,
		minutes,
		position,
		outline,
		lang,
	};
	const parts = {
		name: viewer.name,
		isRead: (id: string) => read.has(id),
		content: toastHtml(toast) + content,
	};
	return lessonHtml(view, frame, parts);
}
