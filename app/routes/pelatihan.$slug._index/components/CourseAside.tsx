import { formatDate } from "#app/i18n/format.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CoursePage } from "../page.server.ts";

/** Hours and how they are calculated, competences, who wrote it, when it was reviewed, and from what. */
export function CourseAside({ course }: { course: CoursePage }) {
	const t = useMessages(learningMessages);
	const lang = useLang();
	const day = (iso: string) => formatDate(Date.parse(`${iso}T00:00:00Z`), lang, "UTC");
	const levels = [t.level1, t.level2, t.level3, t.level4];
	return (
		<div>
			<dl className="facts">
				<dt>{t.jp}</dt>
				<dd>{course.jp}</dd>
				<dt>{t.level}</dt>
				<dd>{levels[course.level - 1]}</dd>
				<dt>{t.competence}</dt>
				<dd>
					{course.competences.map(({ code, name }) => (
						<div key={code}>
							{code} {name}
						</div>
					))}
				</dd>
				<dt>{t.authors}</dt>
				<dd>{course.authors.join(", ")}</dd>
				<dt>{t.reviewed}</dt>
				<dd>{day(course.reviewedOn)}</dd>
			</dl>
			<p className="quiet">{t.byAgency(course.ownerName)}</p>
			<DataTable
				caption={t.subjects}
				rows={course.jpCalculation}
				rowKey={({ subject }) => subject}
				columns={[
					{ key: "subject", label: t.subject, rowHeader: true, cell: (row) => row.subject },
					{ key: "minutes", label: t.duration, numeric: true, cell: (row) => row.minutes },
					{ key: "jp", label: t.jp, numeric: true, cell: (row) => row.jp },
				]}
			/>
			{course.sources.length > 0 ? (
				<details>
					<summary>{t.sources}</summary>
					<ul>
						{course.sources.map(({ title, publisher, date }) => (
							<li key={title}>
								{title}. {publisher}, {day(date)}.
							</li>
						))}
					</ul>
				</details>
			) : null}
		</div>
	);
}
