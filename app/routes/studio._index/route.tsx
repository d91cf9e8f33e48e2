import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { studioScopes, writingAgency } from "#app/access/studioScopes.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { badRequest, forbidden, redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { cleanName } from "#app/people/names.ts";
import { openDrafts, publishedCourses } from "#app/studio/drafts.server.ts";
import { startNextVersion } from "#app/studio/nextVersion.server.ts";
import { createDraft } from "#app/studio/write.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Drafts } from "./components/Drafts.tsx";
import { NewCourse } from "./components/NewCourse.tsx";
import { Published } from "./components/Published.tsx";
import { withdraw } from "./withdraw.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "studio.open");
	const [drafts, courses] = await Promise.all([
		openDrafts(studioScopes(viewer)),
		publishedCourses(viewer.agency ? [viewer.agency.id] : []),
	]);
	return json({
		drafts: drafts.map(({ id, state, facts, agencyName }) => ({ id, state, title: facts.title, agencyName })),
		courses,
		mayWrite: can(viewer, "course.write"),
		mayWithdraw: can(viewer, "version.withdraw"),
	});
}

/** New course, next version, or withdrawal. */
export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "studio.open");
	const form = await request.formData();
	const t = studioMessages[viewer.lang];
	const intent = form.get("intent");
	const now = Date.now();
	if (intent === "withdraw") return withdraw(viewer, form, now);
	const agencyId = writingAgency(viewer);
	if (!agencyId) throw forbidden();
	if (intent === "next") {
		const courseId = form.get("course")?.toString() ?? "";
		const asked = { courseId, agencyId, personId: viewer.personId, now };
		const draft = await transaction((tx) => startNextVersion(tx, asked));
		if (!draft) throw badRequest();
		return redirectWithToast(`/studio/${draft.draftId}`, { kind: "good", text: t.created });
	}
	const typed = form.get("title")?.toString() ?? "";
	const title = cleanName(typed);
	if (!title || title.length < 3) return json({ typed, error: t.titleNeeded }, { status: 400 });
	const today = dayIn(now, viewer.timeZone);
	const made = await transaction((tx) => createDraft(tx, { title, agencyId, writer: viewer, today, now }));
	if (!made) return json({ typed, error: t.taken }, { status: 400 });
	return redirectWithToast(`/studio/${made.draftId}`, { kind: "good", text: t.created });
}

export const meta: MetaFunction = () => [{ title: "Studio · Cakap" }];

export default function StudioPage() {
	const { drafts, courses, mayWrite, mayWithdraw } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(studioMessages);
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<Drafts drafts={drafts} />
			{mayWrite ? <NewCourse typed={last?.typed} error={last?.error} /> : null}
			<Published courses={courses} mayWrite={mayWrite} mayWithdraw={mayWithdraw} />
		</>
	);
}
