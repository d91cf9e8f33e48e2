import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DueFields } from "../../penugasan.baru/components/DueFields.tsx";
import type { AssignmentView } from "../page.server.ts";

type Last = { intent: string; errors: FieldErrors; typed: { reason: string } & Record<string, unknown> };
type Props = { terms: AssignmentView["terms"]; last?: Last };

function Reason({ of, last }: { of: string; last?: Last }) {
	const t = useMessages(assignmentMessages);
	const name = `${of}-reason`;
	return (
		<Field
			label={t.actReason}
			name={name}
			required
			minLength={10}
			maxLength={400}
			defaultValue={last?.typed.reason}
			error={last?.errors[name]}
		/>
	);
}

/** Exempt people, change the deadline, end: each with its reason. */
export function Acts({ terms, last }: Props) {
	const t = useMessages(assignmentMessages);
	const of = (...intents: string[]) => (last && intents.includes(last.intent) ? last : undefined);
	const typed = {
		due: terms.dueDay === null ? "relative" : "fixed",
		dueDay: terms.dueDay ?? "",
		dueDays: terms.dueAfterDays === null ? "" : String(terms.dueAfterDays),
	};
	return (
		<>
			<h2>{t.exemptTitle}</h2>
			<p className="hint">{t.exemptNote}</p>
			<form method="post" id="members">
				<ErrorSummary errors={of("exempt", "exempt-end")?.errors} />
				<Reason of="exempt" last={of("exempt", "exempt-end")} />
				<p className="actions">
					<Button kind="plain" name="intent" value="exempt">
						{t.exemptAct}
					</Button>
					<Button kind="plain" name="intent" value="exempt-end">
						{t.exemptEnd}
					</Button>
				</p>
			</form>
			<h2>{t.extendTitle}</h2>
			<form method="post">
				<ErrorSummary errors={of("extend")?.errors} />
				<DueFields errors={of("extend")?.errors} typed={{ ...typed, ...of("extend")?.typed }} />
				<Reason of="extend" last={of("extend")} />
				<Button kind="plain" name="intent" value="extend">
					{t.extendAct}
				</Button>
			</form>
			<h2>{t.endTitle}</h2>
			<p className="hint">{t.endNote}</p>
			<form method="post">
				<ErrorSummary errors={of("end")?.errors} />
				<Reason of="end" last={of("end")} />
				<Button kind="danger" name="intent" value="end">
					{t.endAct}
				</Button>
			</form>
		</>
	);
}
