import { learningMessages } from "#app/i18n/messages/learning.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { ItemForm } from "#app/studio/itemForm.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

const types = ["single", "multiple", "truefalse", "matching", "numeric", "text"] as const;
const long = ["stem", "options", "pairs", "distractors", "accept"] as const;
const short = ["answer", "tolerance", "unit", "fbCorrect", "fbWrong"] as const;

/** One form for all six types; what a type does not need stays empty. */
export function ItemFields({ form, problems }: { form: ItemForm; problems?: string[] }) {
	const t = useMessages(studioMessages);
	const l = useMessages(learningMessages);
	return (
		<form method="post">
			<ErrorSummary errors={problems ? { "": problems.join("; ") } : null} />
			<Field label={t.code} name="code" defaultValue={form.code} required />
			<Select
				label={t.type}
				name="type"
				defaultValue={form.type}
				choices={types.map((value) => ({ value, label: t[`t.${value}`] }))}
			/>
			<Field
				label={l.competence}
				name="competence"
				defaultValue={form.competence}
				pattern="D[1-5]\.[1-9]"
				required
			/>
			<Field label={l.level} name="level" type="number" min={1} max={4} defaultValue={form.level} required />
			{long.map((name) => (
				<TextArea
					key={name}
					label={t[name]}
					name={name}
					defaultValue={form[name]}
					rows={name === "options" ? 6 : 3}
				/>
			))}
			{short.map((name) => (
				<Field key={name} label={t[name]} name={name} defaultValue={form[name]} />
			))}
			<Button>{t.save}</Button>
		</form>
	);
}
