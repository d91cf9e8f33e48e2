import { formNames } from "#app/i18n/messages/certification.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { Typed } from "../form.ts";

const forms = Object.entries(formNames).map(([value, label]) => ({ value, label }));

/** What is said of the certificate, and its file; what was typed comes back, the file has to be chosen again. */
export function HandInForm({ errors, typed }: { errors?: FieldErrors; typed: Typed }) {
	const t = useMessages(elsewhereMessages);
	return (
		<>
			<ErrorSummary errors={errors} />
			<form method="post" encType="multipart/form-data">
				<Field
					label={t.file}
					name="file"
					type="file"
					accept=".pdf,.png,.jpg,.jpeg"
					hint={t.fileHint}
					error={errors?.file}
				/>
				<Field label={t.name} name="title" defaultValue={typed.title} error={errors?.title} />
				<Field label={t.issuer} name="issuer" defaultValue={typed.issuer} error={errors?.issuer} />
				<Field
					label={t.number}
					name="number"
					optional
					hint={t.numberHint}
					defaultValue={typed.number}
					error={errors?.number}
				/>
				<Field
					label={t.startedOn}
					name="startedOn"
					type="date"
					defaultValue={typed.startedOn}
					error={errors?.startedOn}
				/>
				<Field
					label={t.finishedOn}
					name="finishedOn"
					type="date"
					defaultValue={typed.finishedOn}
					error={errors?.finishedOn}
				/>
				<Field
					label={t.jp}
					name="jp"
					inputMode="numeric"
					hint={t.jpHint}
					defaultValue={typed.jp}
					error={errors?.jp}
				/>
				<Select
					label={t.form}
					name="form"
					choices={forms}
					defaultValue={typed.form ?? "11"}
					error={errors?.form}
				/>
				<Button>{t.send}</Button>
			</form>
		</>
	);
}
