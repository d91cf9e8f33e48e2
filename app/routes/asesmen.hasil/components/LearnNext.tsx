import type { NextCourse } from "#app/assessment/placement/learnNext.server.ts";
import { placementMessages } from "#app/i18n/messages/placement.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ButtonLink } from "#app/ui/Page.tsx";

/** The courses above the measured level. */
export function LearnNext({ courses }: { courses: NextCourse[] }) {
	const t = useMessages(placementMessages);
	const [first, ...others] = courses;
	if (!first) {
		return (
			<section>
				<h2>{t.learnNext}</h2>
				<p>{t.noCourse}</p>
				<ButtonLink to="/pelatihan">{t.allCourses}</ButtonLink>
			</section>
		);
	}
	return (
		<section>
			<h2>{t.learnNext}</h2>
			<p>{t.learnNextText}</p>
			<p>
				<ButtonLink to={`/pelatihan/${first.slug}`}>{first.title}</ButtonLink>
			</p>
			<p className="quiet">{t.teaches(first.competences.join(", "), String(first.jp))}</p>
			<ul className="plain-list">
				{others.map(({ slug, title, competences, jp }) => (
					<li key={slug}>
						<a href={`/pelatihan/${slug}`}>{title}</a>{" "}
						<span className="quiet">{t.teaches(competences.join(", "), String(jp))}</span>
					</li>
				))}
			</ul>
			<p>
				<a href="/pelatihan">{t.allCourses}</a>
			</p>
		</section>
	);
}
