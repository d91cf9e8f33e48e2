import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { RepairFacts } from "../view.server.ts";

type Props = { repair: RepairFacts; isReasonMissing: boolean; typed?: string };

/** What can be done with the repair as it stands now. */
export function Acts({ repair: { id, state, emptied }, isReasonMissing, typed }: Props) {
	const t = useMessages(itemRepairMessages);
	const to = `/perbaikan-soal/${id}`;
	if (state === "ready" || state === "counting")
		return (
			<form method="post" action={to}>
				{emptied > 0 ? <p className="error">{t.emptied(String(emptied))}</p> : null}
				<p className="actions">
					{state === "ready" && emptied === 0 ? (
						<Button name="intent" value="apply">
							{t.apply}
						</Button>
					) : null}
					<Button kind="plain" name="intent" value="discard">
						{t.discard}
					</Button>
				</p>
			</form>
		);
	if (state !== "applied") return null;
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
