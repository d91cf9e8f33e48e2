import { chosenOf } from "#app/assessment/answerParts.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";

export function Options({ shown, name, answer }: FieldsOf<"single" | "multiple" | "truefalse">) {
	const t = useMessages(itemMessages);
	const chosen = chosenOf(answer);
	const many = shown.type === "multiple";
	return (
		<>
			{many ? <p className="hint">{t.pickMany}</p> : null}
			{shown.isBlankFair ? <p className="hint">{t.blankIsFair}</p> : null}
			{shown.options.map(({ id, text }) => (
				<label key={id} className="choice">
					<input
						type={many ? "checkbox" : "radio"}
						name={name}
						value={id}
						defaultChecked={chosen.includes(id)}
					/>
					<span>{text}</span>
				</label>
			))}
			{/* A radio button cannot be taken back by itself. */}
			{shown.isBlankFair && !many ? (
				<label className="choice">
					<input type="radio" name={name} value="" />
					<span>{t.leaveBlank}</span>
				</label>
			) : null}
		</>
	);
}
