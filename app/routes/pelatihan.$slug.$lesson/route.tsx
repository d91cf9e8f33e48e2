import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { errorPage } from "#app/access/errorPage.server.tsx";
import { frameOf } from "#app/access/frame.server.ts";
import { requireViewer, type Viewer } from "#app/access/viewer.server.ts";
import { compiledLesson } from "#app/catalog/compiled.server.ts";
import { findOpenCourse, outlineOf } from "#app/catalog/findCourse.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { takeToast } from "#app/http/toast.server.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { answerCheck } from "#app/learning/answerCheck.server.ts";
import { findEnrolment, findLesson } from "#app/learning/findEnrolment.server.ts";
import { markLessonRead } from "#app/learning/progress.server.ts";
import { pageResponse } from "#app/ui/renderPage.server.tsx";
import { transaction } from "#db/transaction.server.ts";
import { parseLessonForm } from "./form.ts";
import { lessonPage } from "./page.server.ts";

// A resource route: the page is made from a template, without Remix's rendering (docs/decisions/0004).
const ROUTE = "routes/pelatihan.$slug.$lesson";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { slug = "", lesson = "" } = params;
	const found = await findLesson(viewer.personId, slug, lesson);
	if (!found) return withoutEnrolment(request, viewer, slug);
	const { toast, headers } = takeToast(request);
	const html = await lessonPage({ viewer, frame: await frameOf(request), slug, lesson, found, toast });
	return pageResponse(html, ROUTE, { headers });
}

/** Who does not take a course that is open to them is led to where they can; else there is nothing here. */
async function withoutEnrolment(request: Request, viewer: Viewer, slug: string): Promise<Response> {
	const isTaken = (await findEnrolment(viewer.personId, slug)) !== null;
	const open = isTaken ? null : await findOpenCourse(slug, viewer.agency?.id ?? null);
	if (!open) return errorPage(request, 404);
	return redirectWithToast(`/pelatihan/${slug}`, {
		kind: "bad",
		text: learningMessages[viewer.lang].enrolFirst,
	});
}

/** Answers a check-yourself question, or marks the lesson as read; then shows the place again. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const parsed = parseLessonForm(await request.formData());
	if (!parsed) return errorPage(request, 400);
	const { slug = "", lesson = "" } = params;
	const found = await findLesson(viewer.personId, slug, lesson);
	if (!found) return errorPage(request, 404);
	const { enrolmentId, lessonId, versionId } = found;
	const now = Date.now();
	const t = learningMessages[viewer.lang];
	if (parsed.intent === "read") {
		await transaction((tx) => markLessonRead(tx, { enrolmentId, lessonId, now }));
		const next = (await outlineOf(versionId))[found.position];
		const to = next ? `/pelatihan/${slug}/${next.slug}` : `/pelatihan/${slug}`;
		return redirectWithToast(to, { kind: "good", text: t.markedRead });
	}
	const { checks: keys } = await compiledLesson(found, viewer.lang);
	const { check: checkId, chosen } = parsed;
	const saved = await transaction((tx) =>
		answerCheck(tx, { enrolmentId, lessonId, checkId, chosen, keys, now }),
	);
	const here = `/pelatihan/${slug}/${lesson}`;
	if (saved) return redirect(`${here}#${checkId}`, 303);
	return redirectWithToast(here, { kind: "bad", text: t.notAnswered });
}
