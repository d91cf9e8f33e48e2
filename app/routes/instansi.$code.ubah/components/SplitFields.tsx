import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { PARTS, type Typed } from "../form.ts";

/** The parts that are made beside the unit, each with the people who go there. */
export function SplitFields({ errors, typed }: { errors?: FieldErrors; typed?: Typed }) {
	const t = useMessages(agencyMessages);
	return PARTS.map((n) => (
		<fieldset className="field" key={n}>
			<legend>{t.part(String(n))}</legend>
			<Field label={t.name} name={`name${n}`} optional={n > 1} defaultValue={typed?.[`name${n}`]} />
			<Field label={t.unitCode} name={`code${n}`} optional={n > 1} defaultValue={typed?.[`code${n}`]} />
			<TextArea
				label={t.partPeople}
				name={`people${n}`}
				rows={3}
				optional
				hint={t.partPeopleHint}
				defaultValue={typed?.[`people${n}`]}
				error={errors?.[`people${n}`]}
			/>
		</fieldset>
	));
}
