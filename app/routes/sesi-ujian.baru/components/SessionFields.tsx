import { sessionZones } from "#app/assessment/sessionWindow.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, Field, type FieldErrors, Select, TextArea } from "#app/ui/fields.tsx";

const zoneNames = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" } as const;

type Typed = Partial<Record<"title" | "opens" | "closes" | "zone" | "numbers" | "how", string>> & {
	units?: readonly string[];
};
type Props = { errors?: FieldErrors; typed?: Typed };

/** Name, window and zone. */
export function WindowFields({ errors, typed }: Props) {
	const t = useMessages(examSessionMessages);
	const text = (name: "title" | "opens" | "closes" | "zone") => ({
		name,
		defaultValue: typed?.[name],
		error: errors?.[name],
	});
	const zones = sessionZones.map((value) => ({ value, label: zoneNames[value] }));
	return (
		<>
			<Field label={t.name} hint={t.nameHint} required maxLength={120} {...text("title")} />
			<Field label={t.opens} type="datetime-local" required {...text("opens")} />
			<Field label={t.closes} type="datetime-local" required hint={t.closesHint} {...text("closes")} />
			<Select label={t.zone} choices={zones} {...text("zone")} />
		</>
	);
}

/** Participants by number and by unit, and how they are put into rooms. */
export function PeopleFields({ errors, typed, units }: Props & { units: { id: string; name: string }[] }) {
	const t = useMessages(examSessionMessages);
	return (
		<>
			<TextArea
				label={t.numbers}
				name="numbers"
				rows={8}
				hint={t.numbersHint}
				defaultValue={typed?.numbers}
				error={errors?.numbers}
			/>
			{units.length > 0 ? (
				<ChoiceGroup
					legend={t.units}
					name="units"
					type="checkbox"
					hint={t.unitsHint}
					choices={units.map(({ id, name }) => ({ value: id, label: name }))}
					chosen={typed?.units}
					error={errors?.units}
				/>
			) : null}
			<ChoiceGroup
				legend={t.how}
				name="how"
				type="radio"
				choices={(["even", "units"] as const).map((value) => ({ value, label: t[`how.${value}`] }))}
				chosen={[typed?.how ?? "even"]}
			/>
		</>
	);
}
