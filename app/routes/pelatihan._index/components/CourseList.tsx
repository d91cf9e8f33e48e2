import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";

type Listed = {
	slug: string;
	title: string;
	summary: string;
	jp: number;
	level: number;
	agencyName: string;
	audience: "all" | "agency";
};

export function CourseList({ courses }: { courses: Listed[] }) {
	const t = useMessages(learningMessages);
	const levels = [t.level1, t.level2, t.level3, t.level4];
	return (
		<ul className="plain-list">
			{courses.map(({ slug, title, summary, jp, level, agencyName, audience }) => (
				<li key={slug}>
					<a href={`/pelatihan/${slug}`}>{title}</a>
					<p>{summary}</p>
					<p className="quiet">
						{t.hours(String(jp))} · {levels[level - 1]} · {agencyName}{" "}
						{audience === "agency" ? <Badge>{t.ownAgency}</Badge> : null}
					</p>
				</li>
			))}
		</ul>
	);
}
