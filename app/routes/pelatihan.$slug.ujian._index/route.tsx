import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { answersFromForm } from "#app/assessment/answersFromForm.ts";
import { appendForm } from "#app/assessment/appendForm.server.ts";
import { drawnItems } from "#app/assessment/drawnItems.server.ts";
import { examPage } from "#app/assessment/examPage.server.ts";
import { examPolicyAt } from "#app/assessment/examPolicy.server.ts";
import { type Started, startAttempt } from "#app/assessment/startAttempt.server.ts";
import { findVersion } from "#app/catalog/findCourse.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ExamEntry } from "./components/ExamEntry.tsx";
import { ExamForm } from "./components/ExamForm.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const slug = params.slug ?? "";
	const enrolment = await findEnrolment(viewer.personId, slug);
	const page = enrolment && (await examPage(enrolment, Date.now()));
	// Who does not take the course finds the button for it there.
	if (!page) throw redirect(`/pelatihan/${slug}`);
	return json({ slug, ...page, now: Date.now() });
}

/** Mulai ujian, Simpan jawaban, or on to the summary. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { personId, lang } = viewer;
	const slug = params.slug ?? "";
	const form = await request.formData();
	const enrolment = await findEnrolment(personId, slug);
	if (!enrolment) throw notFound();
	const here = `/pelatihan/${slug}/ujian`;
	const now = Date.now();
	if (form.get("intent") === "start") {
		const started = await begin(enrolment, now);
		if (started?.attemptId === null && started.entry.kind === "too-few-items")
			return redirectWithToast(here, { kind: "bad", text: assessmentMessages[lang].tooFewItems });
		return redirect(here, 303);
	}
	const attemptId = form.get("attempt")?.toString();
	if (!attemptId) throw badRequest();
	const drawn = await drawnItems(attemptId);
	const answers = answersFromForm(drawn, form);
	const page = form.get("page")?.toString().slice(0, 40) || "form";
	const outcome = await transaction((tx) =>
		appendForm(tx, { attemptId, personId, page, answers, drawn, now }),
	);
	if (outcome.status === "unknown") throw notFound();
	const t = assessmentMessages[lang];
	const { state } = outcome.attempt;
	if (state === "void") return redirectWithToast(here, { kind: "bad", text: t.isVoid });
	if (state === "submitted") return redirectWithToast(`${here}/hasil`, { kind: "bad", text: t.closed });
	if (outcome.outcomes.some(({ lateness }) => lateness))
		return redirectWithToast(`${here}/ringkasan`, { kind: "bad", text: t.keptLate });
	if (form.get("intent") === "submit") return redirect(`${here}/ringkasan`, 303);
	return redirectWithToast(here, { kind: "good", text: t.savedToast });
}

type Enrolment = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>;

async function begin(enrolment: Enrolment, now: number): Promise<Started | null> {
	const { id: enrolmentId, personId, agencyId, unitId, courseId, versionId } = enrolment;
	const version = await findVersion(versionId);
	if (!version || version.withdrawnAt) return null;
	const learner = { enrolmentId, personId, agencyId, unitId, courseId, versionId };
	const lateWindowMs = examPolicyAt(now).lateWindowMinutes * 60_000;
	const start = { ...learner, rules: version.exam, lateWindowMs, now, random: Math.random };
	return transaction((tx) => startAttempt(tx, start));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Ujian · ${data?.title ?? ""} · Cakap` },
];

export default function ExamPage() {
	const { slug, title, rules, entry, seat, hasResult, attempt, now } = useLoaderData<typeof loader>();
	const t = useMessages(assessmentMessages);
	return (
		<div className="prose">
			<PageHeader title={t.title(title)} lead={t.lead} />
			{attempt ? (
				<ExamForm slug={slug} attempt={attempt} now={now} />
			) : (
				<ExamEntry slug={slug} rules={rules} entry={entry} seat={seat} hasResult={hasResult} />
			)}
		</div>
	);
}
