import { learningMessages } from "../i18n/messages/learning.ts";
import { useMessages } from "../ui/context.tsx";
import { Button } from "../ui/Page.tsx";
import type { LessonView } from "./lessonTemplate.server.tsx";

type Props = { view: LessonView; contentMark: string; readMark: (lessonId: string) => string };

/** A lesson: where one is, the text, the act of having read it, and the way on. */
export function LessonPage({ view, contentMark, readMark }: Props) {
	const t = useMessages(learningMessages);
	const { slug, outline, position, lessonSlug } = view;
	const [previous, next] = [outline[position - 2], outline[position]];
	return (
		<div className="columns">
			<article>
				<p className="crumbs">
					<a href={`/pelatihan/${slug}`}>{view.courseTitle}</a> ·{" "}
					{t.position(String(position), String(outline.length))} · {t.minutes(String(view.minutes))}
				</p>
				<h1>{view.title}</h1>
				<p className="lead">{view.objective}</p>
				<div className="lesson">{contentMark}</div>
				<form method="post" className="actions">
					<input type="hidden" name="intent" value="read" />
					<Button>{next ? `${t.markRead} →` : t.markRead}</Button>
					{readMark(view.lessonId)}
				</form>
				<nav className="lesson-nav" aria-label={t.outline}>
					{previous ? (
						<a href={`/pelatihan/${slug}/${previous.slug}`} rel="prev">
							{t.previous}
						</a>
					) : (
						<a href={`/pelatihan/${slug}`}>{t.backToCourse}</a>
					)}
					{next ? (
						<a href={`/pelatihan/${slug}/${next.slug}`} rel="next">
							{t.next}
						</a>
					) : (
						<a href={`/pelatihan/${slug}/ujian`}>{t.toExam}</a>
					)}
				</nav>
			</article>
			<aside>
				<h2>{t.outline}</h2>
				<ol className="outline">
					{outline.map(({ id, slug: lesson, title }) => (
						<li key={id}>
							{lesson === lessonSlug ? (
								<strong aria-current="page">{title}</strong>
							) : (
								<a href={`/pelatihan/${slug}/${lesson}`}>{title}</a>
							)}
							{readMark(id)}
						</li>
					))}
				</ol>
				<p>
					<a href={`/pelatihan/${slug}/ujian`}>{t.toExam}</a>
				</p>
			</aside>
		</div>
	);
}
