import type { OpenAttempt } from "#app/assessment/examPage.server.ts";
import { formatMoment, formatTime } from "#app/i18n/format.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Island } from "#app/ui/Island.tsx";
import { Button } from "#app/ui/Page.tsx";
import island from "../exam.island.ts?worker&url";
import { Elsewhere } from "./Elsewhere.tsx";
import { ExamItem } from "./ExamItem.tsx";

type Props = { slug: string; attempt: OpenAttempt; now: number };

/** The open attempt: all its items in one form, which works without a script and is saved answer by answer with one. */
export function ExamForm({ slug, attempt, now }: Props) {
	const t = useMessages(assessmentMessages);
	const { lang, timeZone } = useFrame();
	const minutes = Math.max(0, Math.floor((attempt.deadlineAt - now) / 60_000));
	const saved = attempt.savedAt ? t.saved(formatTime(attempt.savedAt, lang, timeZone)) : "";
	return (
		<form
			method="post"
			id="exam"
			// A browser that puts back old ticks on reload would send them over another tab's newer answers.
			autoComplete="off"
			action={`/pelatihan/${slug}/ujian?index`}
			{...told(t, slug, attempt, now)}
		>
			<input type="hidden" name="attempt" value={attempt.id} />
			<input type="hidden" name="page" value={attempt.page} />
			<p className="exam-clock">
				{t.deadline(formatMoment(attempt.deadlineAt, lang, timeZone))} {t.left}:{" "}
				<strong id="exam-left">{t.minutes(String(minutes))}</strong>
			</p>
			<Elsewhere devices={attempt.devices} />
			{attempt.items.map((item) => (
				<ExamItem key={item.position} item={item} of={attempt.items.length} />
			))}
			<div className="actions">
				<Button name="intent" value="submit">
					{t.submit}
				</Button>
				<Button kind="plain" name="intent" value="save">
					{t.save}
				</Button>
			</div>
			{/* Behind the buttons: a sentence that appears before them moves them away from under the finger that presses. */}
			<p id="exam-state" role="status" className="quiet">
				{saved}
			</p>
			<Island src={island} />
		</form>
	);
}

type Words = typeof assessmentMessages.id;

/** What the island needs to know and to say. */
function told(t: Words, slug: string, attempt: OpenAttempt, now: number): Record<`data-${string}`, string> {
	const exam = `/pelatihan/${slug}/ujian`;
	return {
		"data-attempt": attempt.id,
		"data-save": `${exam}/simpan`,
		"data-now": String(now),
		"data-left": String(attempt.deadlineAt - now),
		"data-sign-in": `/masuk?next=${encodeURIComponent(exam)}`,
		"data-result": `${exam}/hasil`,
		"data-saved-here": t.savedHere,
		"data-not-sent": t.notSent,
		"data-sent": t.sent,
		"data-time-up": t.timeUp,
		"data-signed-out": t.signedOut,
		"data-not-yours": t.notYours,
		"data-closed": t.closed,
		"data-kept-late": t.keptLate,
		"data-hand-in-later": t.handInLater,
		"data-go-on": t.goOn,
		"data-other-tab": t.otherTab,
		"data-tab-took-over": t.tabTookOver,
		"data-other-device": t.otherDevice("{name}", "{at}"),
		"data-device-took-over": t.deviceTookOver("{name}", "{at}"),
	};
}
