import { Select } from "#app/ui/fields.tsx";

type Unit = { id: string; name: string; level: number };
type Props = { label: string; name: string; none: string; units: readonly Unit[]; chosen?: string };

/** Chooses a unit, each shown as deep as it stands; `none` is the choice without one. */
export function UnitSelect({ label, name, none, units, chosen }: Props) {
	const choices = units.map((unit) => ({
		value: unit.id,
		label: `${"– ".repeat(unit.level - 1)}${unit.name}`,
	}));
	return (
		<Select
			label={label}
			name={name}
			choices={[{ value: "", label: none }, ...choices]}
			defaultValue={chosen}
		/>
	);
}
