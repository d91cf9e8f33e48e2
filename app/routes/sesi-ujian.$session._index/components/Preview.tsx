import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { ActKind, TypedAct } from "../form.ts";

type Props = {
	sessionId: string;
	preview: { kind: ActKind; actId: string; meets: number; leaves: number };
	typed: TypedAct;
};

/** Says whom an act will meet, and does it when that is confirmed. */
export function Preview({ sessionId, preview, typed }: Props) {
	const t = useMessages(examSessionMessages);
	const { kind, actId, meets, leaves } = preview;
	const name = kind === "unseat" ? t.unseat : t[`act.${kind}`];
	return (
		<section className="prose">
			<h2>{t.previewTitle}</h2>
			<p>{t.preview(name, String(meets), String(leaves))}</p>
			<form method="post" action={`/sesi-ujian/${sessionId}?index`}>
				<input type="hidden" name="act" value={actId} />
				<input type="hidden" name="kind" value={kind} />
				<input type="hidden" name="target" value={typed.target} />
				<input type="hidden" name="minutes" value={typed.minutes} />
				<input type="hidden" name="reason" value={typed.reason} />
				{typed.people.map((personId) => (
					<input key={personId} type="hidden" name="people" value={personId} />
				))}
				<p className="actions">
					{meets > 0 ? <Button>{t.confirm}</Button> : null}
					<a href={`/sesi-ujian/${sessionId}`}>{t.back}</a>
				</p>
			</form>
		</section>
	);
}
