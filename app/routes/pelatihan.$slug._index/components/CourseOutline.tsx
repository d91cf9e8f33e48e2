import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { CoursePage } from "../page.server.ts";

/** The lessons in order; links for those who take the course. */
export function CourseOutline({ course: { slug, lessons, enrolment, exam } }: { course: CoursePage }) {
	const t = useMessages(learningMessages);
	return (
		<section>
			<h2>{t.outline}</h2>
			<ol className="outline">
				{lessons.map(({ slug: lesson, title, minutes, objective, isRead }) => (
					<li key={lesson}>
						{enrolment ? <a href={`/pelatihan/${slug}/${lesson}`}>{title}</a> : <strong>{title}</strong>}{" "}
						<span className="quiet">
							{t.minutes(String(minutes))}
							{isRead ? ` · ${t.read}` : ""}
						</span>
						<p className="quiet">{objective}</p>
					</li>
				))}
			</ol>
			<h2>{t.exam}</h2>
			<p>{t.examFacts(String(exam.items), String(exam.durationMinutes), String(exam.passMark))}</p>
		</section>
	);
}
