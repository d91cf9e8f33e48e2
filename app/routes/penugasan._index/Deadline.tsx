import { formatDay } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

type Terms = { dueDay: string | null; dueAfterDays: number | null; everyYears: number };

/** An assignment's deadline, fixed or relative, and whether it recurs. */
export function Deadline({ terms: { dueDay, dueAfterDays, everyYears } }: { terms: Terms }) {
	const t = useMessages(assignmentMessages);
	const lang = useLang();
	const every = everyYears === 1 || everyYears === 2 || everyYears === 3 ? everyYears : 0;
	return (
		<>
			{dueDay ? t.until(formatDay(dueDay, lang)) : t.afterJoining(String(dueAfterDays ?? 0))}
			{every > 0 ? <span className="quiet"> · {t[`every.${every}`]}</span> : null}
		</>
	);
}
