import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, Button, ButtonLink } from "#app/ui/Page.tsx";
import type { CoursePage } from "../page.server.ts";

/** The one thing to do next with this course. */
export function NextStep({ course }: { course: CoursePage }) {
	const t = useMessages(learningMessages);
	const { slug, enrolment, signedIn, nextLesson, withdrawnReason, lessons } = course;
	if (withdrawnReason && !enrolment) return <p className="toast bad">{t.withdrawnText(withdrawnReason)}</p>;
	if (!enrolment) {
		return (
			<div className="actions">
				{signedIn ? (
					<form method="post" action={`/pelatihan/${slug}?index`}>
						<Button>{t.enrol}</Button>
					</form>
				) : (
					<ButtonLink to={`/masuk?next=${encodeURIComponent(`/pelatihan/${slug}`)}`}>
						{t.signInToEnrol}
					</ButtonLink>
				)}
			</div>
		);
	}
	const read = lessons.filter(({ isRead }) => isRead).length;
	return (
		<>
			{withdrawnReason ? <p className="toast bad">{t.withdrawnLearner(withdrawnReason)}</p> : null}
			<p className="quiet">
				<Badge tone={enrolment.state === "passed" ? "good" : "plain"}>{t[`state.${enrolment.state}`]}</Badge>{" "}
				{t.progress(String(read), String(lessons.length))}
			</p>
			<div className="actions">
				{nextLesson ? (
					<ButtonLink to={`/pelatihan/${slug}/${nextLesson}`}>{read > 0 ? t.resume : t.start}</ButtonLink>
				) : null}
				<ButtonLink to={`/pelatihan/${slug}/ujian`} kind="plain">
					{t.toExam}
				</ButtonLink>
			</div>
		</>
	);
}
