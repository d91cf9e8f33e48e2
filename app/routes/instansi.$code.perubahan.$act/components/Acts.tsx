import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import type { Fault } from "#app/records/reorganisation/decide.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { ReorganisationState } from "#db/schema/reorganisations.ts";

type Props = {
	to: string;
	state: ReorganisationState;
	fault: Fault | null;
	isHindered: boolean;
	isReasonMissing: boolean;
	typed?: string;
};

/** What can be done with the act as it stands now. */
export function Acts({ to, state, fault, isHindered, isReasonMissing, typed }: Props) {
	const t = useMessages(agencyMessages);
	if (state === "planned")
		return (
			<form method="post" action={to}>
				{fault ? <p className="error">{t[`refused.${fault}`]}</p> : null}
				<p className="actions">
					{fault ? null : (
						<Button name="intent" value="apply">
							{t.apply}
						</Button>
					)}
					<Button kind="plain" name="intent" value="discard">
						{t.discard}
					</Button>
				</p>
			</form>
		);
	if (state !== "applied" || isHindered) return null;
	const error = isReasonMissing ? t.reasonNeeded : undefined;
	return (
		<section className="prose">
			<h2>{t.undo}</h2>
			<p>{t.undoLead}</p>
			<ErrorSummary errors={{ reason: error }} />
			<form method="post" action={to}>
				<TextArea label={t.reason} name="reason" rows={2} defaultValue={typed} error={error} />
				<p className="actions">
					<Button kind="danger" name="intent" value="undo">
						{t.undo}
					</Button>
				</p>
			</form>
		</section>
	);
}
