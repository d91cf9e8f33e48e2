import { partOf } from "#app/assessment/answerParts.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";

/** A text whose gaps are fields, numbered as they are named to a screen reader. */
export function Gaps({ shown, name, answer }: FieldsOf<"gaptext" | "gapchoice">) {
	const t = useMessages(itemMessages);
	let gaps = 0;
	return (
		<p className="gap-text">
			{shown.pieces.map((piece) => {
				if (!("gap" in piece)) return piece.text;
				gaps++;
				const field = {
					id: `${name}.${piece.gap}`,
					name: `${name}.${piece.gap}`,
					defaultValue: partOf(answer, piece.gap),
					"aria-label": t.gap(String(gaps)),
				};
				return (
					<span key={piece.gap} className="gap">
						<span aria-hidden="true">({gaps})</span>{" "}
						{piece.choices ? (
							<select {...field}>
								<option value="">{t.chooseGap}</option>
								{piece.choices.map(({ id, text }) => (
									<option key={id} value={id}>
										{text}
									</option>
								))}
							</select>
						) : (
							<input {...field} size={14} maxLength={500} autoComplete="off" />
						)}
					</span>
				);
			})}
		</p>
	);
}
