import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { ShownPiece } from "./PieceFacts.tsx";

type Props = { piece: ShownPiece; errors?: FieldErrors; typed?: { reason: string; jp: string } };

/** Recognise whole or in part, return, or take back what was recognised: each with a reason. */
export function Decide({ piece: { jp, state }, errors, typed }: Props) {
	const t = useMessages(elsewhereMessages);
	if (state !== "waiting" && state !== "recognised") return null;
	const reason = (
		<TextArea
			label={t.reason}
			name="reason"
			hint={t.reasonHint}
			defaultValue={typed?.reason}
			error={errors?.reason}
			rows={3}
		/>
	);
	return (
		<section>
			<h2>{t.decide}</h2>
			<ErrorSummary errors={errors} />
			<form method="post">
				{state === "waiting" ? (
					<>
						<Field
							label={t.recogniseJp}
							name="jp"
							inputMode="numeric"
							hint={t.recogniseHint(String(jp))}
							defaultValue={typed?.jp ?? String(jp)}
							error={errors?.jp}
						/>
						{reason}
						<p className="actions">
							<Button name="intent" value="recognise">
								{t.recognise}
							</Button>{" "}
							<Button name="intent" value="return" kind="plain">
								{t.giveBack}
							</Button>
						</p>
					</>
				) : (
					<>
						{reason}
						<Button name="intent" value="take-back" kind="danger">
							{t.takeBack}
						</Button>
					</>
				)}
			</form>
		</section>
	);
}
