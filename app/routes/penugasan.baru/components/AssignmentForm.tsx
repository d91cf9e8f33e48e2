import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { recurrences, type TypedAssignment } from "../form.ts";
import type { Choices } from "../ground.server.ts";
import { DueFields } from "./DueFields.tsx";
import { WhoFields } from "./WhoFields.tsx";

type Props = { choices: Choices; isWhole: boolean; errors?: FieldErrors; typed?: Partial<TypedAssignment> };

/** What, why, whom and until when; its button shows whom it meets. */
export function AssignmentForm({ choices, isWhole, errors, typed }: Props) {
	const t = useMessages(assignmentMessages);
	return (
		<form method="post" className="prose" autoComplete="off">
			<ErrorSummary errors={errors} />
			<input type="hidden" name="id" value={typed?.id ?? ""} />
			<Select
				label={t.target}
				name="target"
				choices={[{ value: "", label: t.chooseTarget }, ...choices.targets]}
				defaultValue={typed?.target}
				error={errors?.target}
			/>
			<TextArea
				label={t.reason}
				name="reason"
				rows={3}
				hint={t.reasonHint}
				required
				minLength={10}
				maxLength={400}
				defaultValue={typed?.reason}
				error={errors?.reason}
			/>
			<WhoFields choices={choices} isWhole={isWhole} errors={errors} typed={typed} />
			<h2>{t.due}</h2>
			<DueFields errors={errors} typed={typed} />
			<Select
				label={t.recurrence}
				name="every"
				choices={recurrences.map((value) => ({ value, label: t[`every.${value}`] }))}
				defaultValue={typed?.every}
			/>
			{isWhole ? (
				<Field
					label={t.filterName}
					name="filterName"
					optional
					maxLength={80}
					defaultValue={typed?.filterName}
					error={errors?.filterName}
				/>
			) : null}
			<Button name="intent" value="preview">
				{t.preview}
			</Button>
		</form>
	);
}
