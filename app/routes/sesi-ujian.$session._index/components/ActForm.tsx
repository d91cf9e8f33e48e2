import { MOST_MINUTES } from "#app/certification/examinerLimits.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { TypedAct } from "../form.ts";
import type { LivePage } from "../page.server.ts";

type Props = { page: LivePage; wrong?: readonly string[]; typed?: TypedAct };

/** An act for those chosen in the list, for a room or for all; a preview comes first. */
export function ActForm({ page: { session, rooms }, wrong = [], typed }: Props) {
	const t = useMessages(examSessionMessages);
	const errors = {
		target: wrong.includes("target") ? t.targetNeeded : undefined,
		minutes: wrong.includes("minutes") ? t.minutesNeeded(String(MOST_MINUTES)) : undefined,
		reason: wrong.includes("reason") ? t.reasonNeeded : undefined,
	};
	const targets = [
		{ value: "selected", label: t["target.selected"] },
		...rooms.map(({ id, name }) => ({ value: id, label: t["target.room"](name) })),
		{ value: "all", label: t["target.all"] },
	];
	return (
		<section className="prose">
			<h2>{t.acts}</h2>
			<ErrorSummary errors={errors} />
			<form method="post" id="act" action={`/sesi-ujian/${session.id}?index`} autoComplete="off">
				<Select
					label={t.target}
					name="target"
					choices={targets}
					defaultValue={typed?.target}
					error={errors.target}
				/>
				<Field
					label={t.minutes}
					name="minutes"
					inputMode="numeric"
					defaultValue={typed?.minutes ?? "15"}
					error={errors.minutes}
				/>
				<TextArea
					label={t.reason}
					name="reason"
					rows={2}
					hint={t.reasonHint}
					defaultValue={typed?.reason}
					error={errors.reason}
				/>
				<p className="actions">
					<Button name="kind" value="time">
						{t["act.time"]}
					</Button>
					<Button kind="plain" name="kind" value="reopen">
						{t["act.reopen"]}
					</Button>
					<Button kind="danger" name="kind" value="void">
						{t["act.void"]}
					</Button>
					{session.manages ? (
						<Button kind="danger" name="kind" value="unseat">
							{t.unseat}
						</Button>
					) : null}
				</p>
			</form>
		</section>
	);
}
