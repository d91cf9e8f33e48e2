import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { PersonActState } from "#db/schema/personActs.ts";

type Props = {
	state: PersonActState;
	isFuture: boolean;
	/** What speaks against doing, or against undoing. */
	fault: string | null;
	back: string;
	error?: string;
	typed?: string;
};

/** What can be decided of an act where it stands. */
export function Decisions({ state, isFuture, fault, back, error, typed }: Props) {
	const t = useMessages(personActMessages);
	return (
		<>
			<ErrorSummary errors={error ? { reason: error } : undefined} />
			{fault ? <p className="notice">{fault}</p> : null}
			{state === "draft" ? (
				<form method="post">
					<p className="actions">
						{fault ? null : (
							<Button name="intent" value="decide">
								{isFuture ? t.plan : t.do}
							</Button>
						)}{" "}
						<a href={back}>{t.back}</a>
					</p>
				</form>
			) : null}
			{state === "planned" || state === "refused" ? (
				<form method="post">
					<Button kind="plain" name="intent" value="cancel">
						{t.cancel}
					</Button>
				</form>
			) : null}
			{state === "done" && !fault ? (
				<form method="post" className="prose">
					<h2>{t.undo}</h2>
					<p className="quiet">{t.undoLead}</p>
					<TextArea label={t.undoReason} name="reason" rows={2} defaultValue={typed} error={error} />
					<Button kind="danger" name="intent" value="undo">
						{t.undo}
					</Button>
				</form>
			) : null}
		</>
	);
}
