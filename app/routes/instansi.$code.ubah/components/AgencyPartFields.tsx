import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, Field } from "#app/ui/fields.tsx";
import { PARTS, type Typed } from "../form.ts";

type Unit = { id: string; name: string; level: number };

/** The agencies that are made, each with the units that it begins with. */
export function AgencyPartFields({ units, typed }: { units: readonly Unit[]; typed?: Typed }) {
	const t = useMessages(agencyMessages);
	const choices = units.map(({ id, name, level }) => ({
		value: id,
		label: `${"– ".repeat(level - 1)}${name}`,
	}));
	return PARTS.map((n, at) => (
		<fieldset className="field" key={n}>
			<legend>{t.agencyPart(String(n))}</legend>
			<Field label={t.name} name={`name${n}`} optional={n > 1} defaultValue={typed?.[`name${n}`]} />
			<Field
				label={t.shortName}
				name={`shortName${n}`}
				optional={n > 1}
				defaultValue={typed?.[`shortName${n}`]}
			/>
			<Field
				label={t.agencyCode}
				name={`code${n}`}
				hint={t.agencyCodeHint}
				optional={n > 1}
				defaultValue={typed?.[`code${n}`]}
			/>
			<ChoiceGroup
				legend={t.partUnits}
				name={`units${n}`}
				type="checkbox"
				choices={choices}
				chosen={typed?.parts[at]}
			/>
		</fieldset>
	));
}
