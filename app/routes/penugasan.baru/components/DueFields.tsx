import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, Field, type FieldErrors } from "#app/ui/fields.tsx";

type Typed = { due?: string; dueDay?: string; dueDays?: string };

/** A deadline on a day, or so many days after coming in. */
export function DueFields({ errors, typed }: { errors?: FieldErrors; typed?: Typed }) {
	const t = useMessages(assignmentMessages);
	return (
		<>
			<ChoiceGroup
				legend={t.deadline}
				name="due"
				type="radio"
				choices={(["fixed", "relative"] as const).map((value) => ({ value, label: t[`due.${value}`] }))}
				chosen={[typed?.due ?? "fixed"]}
			/>
			<Field
				label={t.dueDay}
				name="dueDay"
				type="date"
				hint={t.dueDayHint}
				defaultValue={typed?.dueDay}
				error={errors?.dueDay}
			/>
			<Field
				label={t.dueDays}
				name="dueDays"
				inputMode="numeric"
				hint={t.dueDaysHint}
				defaultValue={typed?.dueDays}
				error={errors?.dueDays}
			/>
		</>
	);
}
