import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Course = { courseId: string; slug: string; versionId: string; title: string; number: number };
type Props = { courses: Course[]; mayWrite: boolean; mayWithdraw: boolean };

export function Published({ courses, mayWrite, mayWithdraw }: Props) {
	const t = useMessages(studioMessages);
	return (
		<section>
			<h2>{t.published}</h2>
			{courses.length === 0 ? <p className="quiet">{t.noPublished}</p> : null}
			<ul className="plain-list">
				{courses.map((course) => (
					<li key={course.courseId}>
						<a href={`/pelatihan/${course.slug}`}>{course.title}</a>{" "}
						<span className="quiet">{t.version(String(course.number))}</span>
						{mayWrite ? <Next course={course} /> : null}
						{mayWithdraw ? <Withdraw course={course} /> : null}
					</li>
				))}
			</ul>
		</section>
	);
}

function Next({ course }: { course: Course }) {
	const t = useMessages(studioMessages);
	return (
		<form method="post" action="/studio?index">
			<input type="hidden" name="intent" value="next" />
			<input type="hidden" name="course" value={course.courseId} />
			<Button kind="plain">{t.nextVersion}</Button>
		</form>
	);
}

function Withdraw({ course }: { course: Course }) {
	const t = useMessages(studioMessages);
	return (
		<details>
			<summary>{t.withdraw}</summary>
			<form method="post" action="/studio?index">
				<input type="hidden" name="intent" value="withdraw" />
				<input type="hidden" name="version" value={course.versionId} />
				<Field label={t.withdrawReason} name="reason" id={`reason-${course.courseId}`} required />
				<Button kind="danger">{t.withdraw}</Button>
			</form>
		</details>
	);
}
