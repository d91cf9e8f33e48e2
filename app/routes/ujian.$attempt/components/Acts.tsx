import { MOST_MINUTES } from "#app/certification/examinerLimits.ts";
import { supervisionMessages } from "#app/i18n/messages/supervision.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { AttemptState } from "#db/schema/assessment.ts";

type Props = {
	state: AttemptState;
	hasLate: boolean;
	wrong?: readonly ("reason" | "minutes")[];
	typed?: { reason: string; minutes: string };
};

/** What an examiner can do with the attempt, in one form with one reason. */
export function Acts({ state, hasLate, wrong = [], typed }: Props) {
	const t = useMessages(supervisionMessages);
	const errors = {
		reason: wrong.includes("reason") ? t.reasonNeeded : undefined,
		minutes: wrong.includes("minutes") ? t.minutesNeeded(String(MOST_MINUTES)) : undefined,
	};
	if (state === "void") return null;
	return (
		<section className="prose">
			<h2>{t.acts}</h2>
			<ErrorSummary errors={errors} />
			<form method="post">
				<TextArea
					label={t.reason}
					name="reason"
					rows={2}
					hint={t.reasonHint}
					defaultValue={typed?.reason}
					error={errors.reason}
				/>
				<Field
					label={t.minutes}
					name="minutes"
					inputMode="numeric"
					defaultValue={typed?.minutes ?? "15"}
					error={errors.minutes}
				/>
				<p className="actions">
					{hasLate ? (
						<>
							<Button name="intent" value="count">
								{t.count}
							</Button>
							<Button kind="plain" name="intent" value="leave">
								{t.leave}
							</Button>
						</>
					) : null}
					{state === "open" ? (
						<Button kind={hasLate ? "plain" : "primary"} name="intent" value="time">
							{t.giveTime}
						</Button>
					) : (
						<Button kind="plain" name="intent" value="reopen">
							{t.reopen}
						</Button>
					)}
					<Button kind="danger" name="intent" value="void">
						{t.void}
					</Button>
				</p>
			</form>
		</section>
	);
}
