import { learningMessages } from "#app/i18n/messages/learning.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, EmptyState } from "#app/ui/Page.tsx";
import type { Home } from "../home.server.ts";

/** The courses that the person takes, the one they were last in first. */
export function MyCourses({ courses }: { courses: Home["courses"] }) {
	const t = useMessages(learningMessages);
	const m = useMessages(markingMessages);
	if (courses.length === 0) {
		return (
			<EmptyState>
				<p>{t.nothingYet}</p>
				<ButtonLink to="/pelatihan">{t.choose}</ButtonLink>
			</EmptyState>
		);
	}
	return (
		<section>
			<h2>{t.mine}</h2>
			<ul className="plain-list">
				{courses.map(({ slug, title, state, isWaitingForMarks, read, lessons, resume }, index) => (
					<li key={slug}>
						<a href={`/pelatihan/${slug}`}>{title}</a>{" "}
						{isWaitingForMarks ? (
							<Badge tone="warm">{m.waiting}</Badge>
						) : (
							<Badge tone={state === "passed" ? "good" : "plain"}>{t[`state.${state}`]}</Badge>
						)}
						<p className="quiet">{t.progress(String(read), String(lessons))}</p>
						{state === "passed" ? null : (
							<p className="actions">
								<ButtonLink
									to={resume?.to ?? `/pelatihan/${slug}/ujian`}
									kind={index === 0 ? "primary" : "plain"}
								>
									{resume ? `${t.resume}: ${resume.title}` : t.toExam}
								</ButtonLink>
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
