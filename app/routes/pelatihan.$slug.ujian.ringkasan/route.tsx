import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { itemsOfAttempt, lastAttempt } from "#app/assessment/attemptView.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { finishExam } from "#app/certification/finishExam.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	const slug = params.slug ?? "";
	const enrolment = await findEnrolment(personId, slug);
	const attempt = enrolment && (await lastAttempt(enrolment.id, personId));
	if (!attempt) throw redirect(`/pelatihan/${slug}/ujian`);
	if (attempt.state === "submitted") throw redirect(`/pelatihan/${slug}/ujian/hasil`);
	const items = await itemsOfAttempt(attempt);
	const unanswered = items.filter(({ answer }) => answer === null).map(({ position }) => position);
	return json({ slug, attemptId: attempt.id, unanswered });
}

/** Kumpulkan: once, however often it is pressed. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requireViewer(request);
	const attemptId = (await request.formData()).get("attempt")?.toString() ?? "";
	const now = Date.now();
	const finished = await transaction((tx) => finishExam(tx, { attemptId, personId, competenceName, now }));
	if (!finished) throw notFound();
	return redirect(`/pelatihan/${params.slug}/ujian/hasil`, 303);
}

export const meta: MetaFunction = () => [{ title: "Periksa sebelum mengumpulkan · Cakap" }];

export default function SummaryPage() {
	const { slug, attemptId, unanswered } = useLoaderData<typeof loader>();
	const t = useMessages(assessmentMessages);
	return (
		<div className="prose">
			<PageHeader title={t.summary} lead={t.once} />
			{unanswered.length === 0 ? (
				<p>{t.allAnswered}</p>
			) : (
				<>
					<p>{t.unanswered(String(unanswered.length))}</p>
					<ul className="unanswered">
						{unanswered.map((position) => (
							<li key={position}>
								<a href={`/pelatihan/${slug}/ujian#q${position}`}>{position}</a>
							</li>
						))}
					</ul>
				</>
			)}
			<form method="post" className="actions">
				<input type="hidden" name="attempt" value={attemptId} />
				<Button>{t.submitFinal}</Button>
				<a href={`/pelatihan/${slug}/ujian`}>{t.backToItems}</a>
			</form>
		</div>
	);
}
