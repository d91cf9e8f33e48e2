import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { useMessages } from "#app/ui/context.tsx";
import { type Choice, ErrorSummary, Field, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { competences: Choice[]; typed: { competence: string; level: string }; errors?: FieldErrors };

const levels = ["1", "2", "3", "4"].map((value) => ({ value, label: value }));

/** The file to read, with what holds for questions that say neither competence nor level. */
export function Upload({ competences, typed, errors }: Props) {
	const t = useMessages(exchangeMessages);
	return (
		<>
			<ErrorSummary errors={errors} />
			<form method="post" encType="multipart/form-data">
				<Field label={t.file} name="file" type="file" hint={t.fileHint} error={errors?.file} />
				<Select
					label={t.competence}
					name="competence"
					choices={competences}
					defaultValue={typed.competence}
					error={errors?.competence}
				/>
				<Select
					label={t.level}
					name="level"
					choices={levels}
					defaultValue={typed.level}
					error={errors?.level}
				/>
				<Button>{t.read}</Button>
			</form>
			<section>
				<h2>{t.howTitle}</h2>
				<p>{t.how}</p>
			</section>
		</>
	);
}
