import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, type FieldErrors, Select, TextArea } from "#app/ui/fields.tsx";
import { employments } from "#db/schema/people.ts";
import { jobClasses, type TypedAssignment } from "../form.ts";
import type { Choices } from "../ground.server.ts";

type Props = { choices: Choices; isWhole: boolean; errors?: FieldErrors; typed?: Partial<TypedAssignment> };

/** The rule: a saved filter, or what has to hold for somebody. */
export function WhoFields({ choices, isWhole, errors, typed }: Props) {
	const t = useMessages(assignmentMessages);
	const p = useMessages(peopleMessages);
	return (
		<>
			<h2>{t.who}</h2>
			<p className="hint">{t.whoHint}</p>
			<ChoiceGroup
				legend={t.members}
				name="everyone"
				type="checkbox"
				choices={[{ value: "1", label: t.everyone }]}
				chosen={typed?.everyone ? ["1"] : []}
				error={errors?.everyone}
			/>
			{choices.filters.length > 0 ? (
				<Select
					label={t.filter}
					name="filter"
					choices={[{ value: "", label: t.noFilter }, ...choices.filters]}
					defaultValue={typed?.filter}
					error={errors?.filter}
				/>
			) : null}
			<Select
				label={t.unit}
				name="unit"
				hint={t.unitHint}
				choices={[{ value: "", label: isWhole ? t.anyUnit : t.ownUnits }, ...choices.units]}
				defaultValue={typed?.unit}
				error={errors?.unit}
			/>
			<ChoiceGroup
				legend={t.jobClass}
				name="jobClasses"
				type="checkbox"
				choices={jobClasses.map((value) => ({ value, label: p[`jobClass.${value}`] }))}
				chosen={typed?.jobClasses}
			/>
			<ChoiceGroup
				legend={t.employment}
				name="employments"
				type="checkbox"
				choices={employments.map((value) => ({ value, label: p[`employment.${value}`] }))}
				chosen={typed?.employments}
			/>
			<Select
				label={t.gap}
				name="gap"
				hint={t.gapHint}
				choices={[{ value: "", label: t.noGap }, ...choices.competences]}
				defaultValue={typed?.gap}
			/>
			<TextArea
				label={t.numbers}
				name="numbers"
				rows={4}
				optional
				hint={t.numbersHint}
				defaultValue={typed?.numbers}
				error={errors?.numbers}
			/>
		</>
	);
}
