import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

type Shown = { where: string | null; line: number | null; message: string; mend: string };
type Props = { page: { id: string; isOpen: boolean; lessons: { slug: string }[]; findings: Shown[] } };

/** What stands between the draft and its publication; when nothing does, the way to submit it. */
export function Findings({ page: { id, isOpen, lessons, findings } }: Props) {
	const t = useMessages(studioMessages);
	const isLesson = (where: string | null) => lessons.some(({ slug }) => slug === where);
	return (
		<section>
			<h2>{t.gate}</h2>
			{findings.length === 0 ? <p>{t.gateClear}</p> : null}
			<ul className="findings">
				{findings.map(({ where, line, message, mend }) => (
					<li key={`${where}-${line}-${message}`}>
						{isLesson(where) ? <a href={`/studio/${id}/materi/${where}`}>{where}</a> : where}
						{line ? ` (${t.line(String(line))})` : ""} {message} <span className="quiet">{mend}</span>
					</li>
				))}
			</ul>
			{isOpen && findings.length === 0 ? (
				<form method="post">
					<input type="hidden" name="intent" value="submit" />
					<Button>{t.submit}</Button>
				</form>
			) : null}
		</section>
	);
}
