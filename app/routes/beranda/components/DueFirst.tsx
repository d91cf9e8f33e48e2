import { formatDay } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import type { Home } from "../home.server.ts";

/** What the person's agency has assigned to them, what is due first at the top. */
export function DueFirst({ due }: { due: Home["due"] }) {
	const t = useMessages(assignmentMessages);
	const r = useMessages(reminderMessages);
	const lang = useLang();
	if (due.length === 0) return null;
	const left = (days: number) => {
		if (days < 0) return t.daysOver(String(-days));
		return days === 0 ? t.dueToday : t.daysLeft(String(days));
	};
	return (
		<section aria-labelledby="due-first">
			<h2 id="due-first">{t.dueFirst}</h2>
			<ol className="plain-list">
				{due.map(({ assignmentId, title, reason, dueDay, daysLeft, courses, passed, next }) => (
					<li key={assignmentId}>
						<strong>{title}</strong> {t.dueOn(formatDay(dueDay, lang))}{" "}
						<Badge tone={daysLeft < 0 ? "bad" : daysLeft <= 7 ? "warm" : "plain"}>{left(daysLeft)}</Badge>
						<p className="quiet">
							{reason}
							{courses > 1 ? ` ${t.passedOf(String(passed), String(courses))}.` : ""}
						</p>
						<p>
							<a href={`/pelatihan/${next.slug}${next.isAgain ? "/ujian" : ""}`}>
								{t.continueWith(next.title)}
							</a>
						</p>
					</li>
				))}
			</ol>
			<p>
				<a href="/beranda/kalender">{r.calendarLink}</a>
			</p>
		</section>
	);
}
