import type { OutlineLesson } from "../catalog/findCourse.server.ts";
import type { Language } from "../i18n/language.ts";
import type { PageFrame } from "../ui/context.tsx";
import { renderPage } from "../ui/renderPage.server.tsx";
import { LessonPage } from "./LessonPage.tsx";

export type LessonView = {
	slug: string;
	versionId: string;
	lessonId: string;
	lessonSlug: string;
	title: string;
	courseTitle: string;
	objective: string;
	minutes: number;
	position: number;
	outline: OutlineLesson[];
	lang: Language;
};
/** What differs from viewer to viewer. */
export type ViewerParts = { name: string; isRead: (lessonId: string) => boolean; content: string };

const KEPT = 600;
const templates = new Map<string, string[]>();

// Private-use characters: neither titles nor names can hold them, since both are cleaned of them on their way in.
const MARK = "\ue000";
const NAME = `${MARK}name${MARK}`;
const CONTENT = `${MARK}content${MARK}`;

/**
 * The page of a lesson for one viewer. All that does not depend on them is rendered once for each lesson, language and
 * set of sections, and cut where the viewer's parts go; React is not asked again.
 */
export function lessonHtml(view: LessonView, frame: PageFrame, parts: ViewerParts): string {
	const sections = (frame.viewer?.sections ?? []).map(({ to }) => to).join();
	const key = [view.lessonId, view.slug, view.lang, sections, frame.demo].join("|");
	const pieces = templates.get(key) ?? cut(view, frame);
	templates.delete(key);
	templates.set(key, pieces);
	const [oldest] = templates.keys();
	if (templates.size > KEPT && oldest) templates.delete(oldest);
	return pieces.map((piece, index) => (index % 2 === 0 ? piece : fill(piece, view, parts))).join("");
}

function cut(view: LessonView, frame: PageFrame): string[] {
	const viewer = frame.viewer && { ...frame.viewer, name: NAME };
	const here = `/pelatihan/${view.slug}/${view.lessonSlug}`;
	const html = renderPage({
		frame: { ...frame, viewer, here, requestId: "" },
		title: view.title,
		children: <LessonPage view={view} contentMark={CONTENT} readMark={(id) => `${MARK}read:${id}${MARK}`} />,
	});
	return html.split(MARK);
}

function fill(piece: string, view: LessonView, { name, content, isRead }: ViewerParts): string {
	if (piece === "name") return escapeHtml(name);
	if (piece === "content") return content;
	const id = piece.slice("read:".length);
	const words = view.lang === "en" ? "Read" : "Sudah dibaca";
	if (piece.startsWith("read:")) return isRead(id) ? ` <span class="read">${words}</span>` : "";
	return "";
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
