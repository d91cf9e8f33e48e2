import { formatDay } from "#app/i18n/format.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { renewalMessages } from "#app/i18n/messages/renewal.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
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
	if (course.renewal?.kind === "offered")
		return <RenewalOffered slug={slug} {...course.renewal} nextLesson={nextLesson} />;
	return (
		<>
			{course.renewal ? <RenewalBegun items={course.renewal.items} left={lessons.length - read} /> : null}
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

type Offered = { slug: string; validUntil: string; isExpired: boolean; nextLesson: string | null };

/** The certificate runs out: renewing it is what to do next. */
function RenewalOffered({ slug, validUntil, isExpired, nextLesson }: Offered) {
	const t = useMessages(renewalMessages);
	const learning = useMessages(learningMessages);
	const day = formatDay(validUntil, useLang());
	return (
		<>
			<p>{isExpired ? t.endedOn(day) : t.endsOn(day)}</p>
			<div className="actions">
				<ButtonLink to={`/pelatihan/${slug}/perpanjang`}>{t.renew}</ButtonLink>
				{nextLesson ? (
					<ButtonLink to={`/pelatihan/${slug}/${nextLesson}`} kind="plain">
						{learning.resume}
					</ButtonLink>
				) : null}
			</div>
		</>
	);
}

function RenewalBegun({ items, left }: { items: number; left: number }) {
	const t = useMessages(renewalMessages);
	return <p>{left > 0 ? t.begun(String(left), String(items)) : t.begunRead(String(items))}</p>;
}
