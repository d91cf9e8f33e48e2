import type { Seat, SeatedEntry } from "#app/assessment/sessionEntry.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button, ButtonLink } from "#app/ui/Page.tsx";

type Props = {
	slug: string;
	rules: { durationMinutes: number; passMark: number; attempts: number; items: number };
	entry: SeatedEntry | { kind: "withdrawn" };
	seat: Seat | null;
	hasResult: boolean;
};

/** The rules of the exam, and the way in, or why not now. */
export function ExamEntry({ slug, rules, entry, seat, hasResult }: Props) {
	const t = useMessages(assessmentMessages);
	const left = entry.kind === "may-start" ? entry.left : null;
	return (
		<>
			<dl className="facts">
				<dt>{t.items}</dt>
				<dd>{rules.items}</dd>
				<dt>{t.duration}</dt>
				<dd>{t.minutes(String(rules.durationMinutes))}</dd>
				<dt>{t.passMark}</dt>
				<dd>{rules.passMark}</dd>
				{left === null ? null : (
					<>
						<dt>{t.attemptsLeft}</dt>
						<dd>
							{left} / {rules.attempts}
						</dd>
					</>
				)}
			</dl>
			{seat ? <InSession seat={seat} /> : null}
			<Way entry={entry} />
			<p className="actions">
				{hasResult ? (
					<ButtonLink
						to={`/pelatihan/${slug}/ujian/hasil`}
						kind={entry.kind === "may-start" ? "plain" : "primary"}
					>
						{t.seeResult}
					</ButtonLink>
				) : null}
				<a href={`/pelatihan/${slug}`}>{t.backToCourse}</a>
			</p>
		</>
	);
}

function Way({ entry }: { entry: Props["entry"] }) {
	const t = useMessages(assessmentMessages);
	const m = useMessages(markingMessages);
	const { lang, timeZone } = useFrame();
	switch (entry.kind) {
		case "may-start":
			return (
				<form method="post">
					<p>{t.mayStart}</p>
					<input type="hidden" name="intent" value="start" />
					<Button>{t.start}</Button>
				</form>
			);
		case "wait":
			return <p>{t.wait(formatMoment(entry.until, lang, timeZone))}</p>;
		case "session-later":
			return <Later opensAt={entry.opensAt} />;
		case "used-up":
			return <p>{t.usedUp}</p>;
		case "passed":
			return <p>{t.passed}</p>;
		case "marking":
			return <p>{m.waitingEntry}</p>;
		case "withdrawn":
			return <p>{t.withdrawn}</p>;
		default:
			return null;
	}
}

function InSession({ seat }: { seat: Seat }) {
	const t = useMessages(examSessionMessages);
	const { lang } = useFrame();
	const moment = (at: number) => formatMoment(at, lang, seat.timeZone);
	return (
		<p className="notice">{t.seat(seat.title, seat.room, moment(seat.opensAt), moment(seat.closesAt))}</p>
	);
}

function Later({ opensAt }: { opensAt: number }) {
	const t = useMessages(examSessionMessages);
	const { lang, timeZone } = useFrame();
	return <p>{t.later(formatMoment(opensAt, lang, timeZone))}</p>;
}
