import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, Field } from "#app/ui/fields.tsx";
import type { Typed } from "../form.ts";
import { UnitSelect } from "./UnitSelect.tsx";

type Unit = { id: string; name: string; level: number };

/** Which units go together, and into what: a unit that is there, or a new one with a name, a code and a place. */
export function MergeFields({ units, typed }: { units: readonly Unit[]; typed?: Typed }) {
	const t = useMessages(agencyMessages);
	return (
		<>
			<ChoiceGroup
				legend={t.mergeWith}
				hint={t.mergeWithHint}
				name="units"
				type="checkbox"
				choices={units.map(({ id, name }) => ({ value: id, label: name }))}
				chosen={typed?.units}
			/>
			<UnitSelect label={t.into} name="into" none={t.intoNew} units={units} chosen={typed?.into} />
			<fieldset className="field">
				<legend>{t.madeUnit}</legend>
				<p className="hint">{t.madeUnitHint}</p>
				<Field label={t.name} name="name" defaultValue={typed?.name} />
				<Field label={t.unitCode} name="code" defaultValue={typed?.code} />
				<UnitSelect
					label={t.newParent}
					name="parent"
					none={t.directly}
					units={units}
					chosen={typed?.parent}
				/>
			</fieldset>
		</>
	);
}
