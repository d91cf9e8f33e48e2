import { formatMoment } from "#app/i18n/format.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { Home } from "../home.server.ts";

/** When and where the person sits an exam next, and which rooms they supervise. */
export function Sessions({ seats, watched }: Pick<Home, "seats" | "watched">) {
	const t = useMessages(examSessionMessages);
	const lang = useLang();
	if (seats.length + watched.length === 0) return null;
	return (
		<section>
			<h2>{t.mySessions}</h2>
			<ul className="plain-list">
				{seats.map(({ sessionId, slug, title, room, opensAt, closesAt, timeZone }) => (
					<li key={sessionId}>
						{t.seat(
							title,
							room,
							formatMoment(opensAt, lang, timeZone),
							formatMoment(closesAt, lang, timeZone),
						)}{" "}
						<a href={`/pelatihan/${slug}/ujian`}>{t.toExam}</a>
					</li>
				))}
				{watched.map(({ roomId, sessionId, title, room }) => (
					<li key={roomId}>
						{t.watch(title, room)} <a href={`/sesi-ujian/${sessionId}?ruang=${roomId}`}>{t.toWatch}</a>
					</li>
				))}
			</ul>
		</section>
	);
}
