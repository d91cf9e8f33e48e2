import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { employments } from "#db/schema/people.ts";
import { jobClasses, type TypedPerson } from "../form.ts";

type Props = {
	units: { id: string; name: string }[];
	isPart: boolean;
	errors?: FieldErrors;
	typed?: TypedPerson;
};

export function PersonForm({ units, isPart, errors, typed }: Props) {
	const t = useMessages(peopleMessages);
	const text = (name: keyof TypedPerson) => ({ name, defaultValue: typed?.[name], error: errors?.[name] });
	const unitChoices = [
		...(isPart ? [] : [{ value: "", label: t.noUnit }]),
		...units.map(({ id, name }) => ({ value: id, label: name })),
	];
	return (
		<form method="post" className="prose" autoComplete="off">
			<ErrorSummary errors={errors} />
			<Field label={t.name} required maxLength={120} {...text("name")} />
			<Field label={t.titleBefore} optional {...text("titleBefore")} />
			<Field label={t.titleAfter} optional {...text("titleAfter")} />
			<Select
				label={t.employment}
				choices={employments.map((value) => ({ value, label: t[`employment.${value}`] }))}
				{...text("employment")}
			/>
			<Field label={t.number} hint={t.numberHint} {...text("number")} />
			<Field label={t.email} type="email" optional {...text("email")} />
			<Select label={t.unit} choices={unitChoices} {...text("unit")} />
			<Select
				label={t.jobClass}
				choices={jobClasses.map((value) => ({ value, label: t[`jobClass.${value}`] }))}
				{...text("jobClass")}
			/>
			<Field label={t.position} required {...text("position")} />
			<Field label={t.grade} optional {...text("grade")} />
			<Button>{t.create}</Button>
		</form>
	);
}
