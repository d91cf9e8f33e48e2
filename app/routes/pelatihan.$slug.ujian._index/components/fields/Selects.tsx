import { partOf } from "#app/assessment/answerParts.ts";
import type { Choice } from "#app/assessment/items/common.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";

type Props = {
	name: string;
	label: string;
	value: string;
	choices: readonly Choice[];
	/** What the list says while nothing is chosen. */
	blank: string;
	hint?: string;
};

/** A labelled list for one part of an item; `name` is "q3.part". */
export function PartSelect({ name, label, value, choices, blank, hint }: Props) {
	return (
		<div className="field">
			<label htmlFor={name}>{label}</label>
			{hint ? (
				<p className="hint" id={`${name}-hint`}>
					{hint}
				</p>
			) : null}
			<select id={name} name={name} defaultValue={value} aria-describedby={hint ? `${name}-hint` : undefined}>
				<option value="">{blank}</option>
				{choices.map(({ id, text }) => (
					<option key={id} value={id}>
						{text}
					</option>
				))}
			</select>
		</div>
	);
}

export function Matches({ shown, name, answer }: FieldsOf<"matching">) {
	const t = useMessages(itemMessages);
	return shown.lefts.map(({ id, text }) => (
		<PartSelect
			key={id}
			name={`${name}.${id}`}
			label={text}
			value={partOf(answer, id)}
			choices={shown.rights}
			blank={t.choose}
		/>
	));
}

/** Each element is given its place. */
export function Places({ shown, name, answer }: FieldsOf<"ordering">) {
	const t = useMessages(itemMessages);
	const places = shown.elements.map((_, index) => ({ id: String(index + 1), text: String(index + 1) }));
	return (
		<>
			<p className="hint">{t.order}</p>
			{shown.elements.map(({ id, text }) => (
				<PartSelect
					key={id}
					name={`${name}.${id}`}
					label={text}
					value={partOf(answer, id)}
					choices={places}
					blank={t.choosePlace}
				/>
			))}
		</>
	);
}
