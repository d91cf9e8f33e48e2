import { pathMessages } from "#app/i18n/messages/paths.ts";
import { useMessages } from "#app/ui/context.tsx";
import {
	type Choice,
	ChoiceGroup,
	ErrorSummary,
	Field,
	type FieldErrors,
	Select,
	TextArea,
} from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { STEPS, type TypedPath } from "../form.ts";

type Props = { courses: Choice[]; roles: Choice[]; errors?: FieldErrors; typed?: TypedPath };

export function PathForm({ courses, roles, errors, typed }: Props) {
	const t = useMessages(pathMessages);
	const choices = [{ value: "", label: t.noCourse }, ...courses];
	return (
		<form method="post" className="prose" autoComplete="off">
			<ErrorSummary errors={errors} />
			<Field
				label={t.name}
				name="title"
				required
				maxLength={160}
				defaultValue={typed?.title}
				error={errors?.title}
			/>
			<TextArea
				label={t.why}
				name="reason"
				hint={t.whyHint}
				required
				maxLength={600}
				defaultValue={typed?.reason}
				error={errors?.reason}
			/>
			<ChoiceGroup
				legend={t.roles}
				name="roles"
				type="checkbox"
				hint={t.rolesHint}
				choices={roles}
				chosen={typed?.roles}
				error={errors?.roles}
			/>
			<h2>{t.steps}</h2>
			<p className="hint">{t.stepsHint}</p>
			{Array.from({ length: STEPS }, (_, at) => String(at + 1)).map((n, at) => (
				<fieldset key={n} className="step">
					<legend>{t.step(n)}</legend>
					<Select
						label={t.course}
						name={`course-${n}`}
						choices={choices}
						defaultValue={typed?.steps[at]?.courseId}
						error={errors?.[`course-${n}`]}
					/>
					<Field
						label={t.stepWhy}
						name={`why-${n}`}
						maxLength={400}
						defaultValue={typed?.steps[at]?.reason}
						error={errors?.[`why-${n}`]}
					/>
				</fieldset>
			))}
			<Button>{t.save}</Button>
		</form>
	);
}
