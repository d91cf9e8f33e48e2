import { itemFormMessages } from "#app/i18n/messages/itemForm.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { fieldsOf, isItemType } from "#app/studio/itemForm.ts";
import type { ItemForm, TypeField } from "#app/studio/itemForms/form.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Checkbox, ErrorSummary, Field, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { type Picture, PictureFields } from "./PictureFields.tsx";

const rows: Partial<Record<TypeField, number>> = {
	...{ options: 6, pairs: 5, distractors: 3, elements: 6, units: 4, accept: 3, text: 6, gaps: 3, choices: 4 },
	...{
		columns: 4,
		rows: 8,
		areas: 6,
		messages: 16,
		actions: 4,
		parties: 5,
		levels: 4,
		files: 16,
		reasons: 5,
	},
	...{ rubric: 10, alt: 2, fbCorrect: 2, fbWrong: 2 },
};
const boxes: readonly string[] = ["correction", "many"];
const hints = [
	"units",
	"text",
	"areas",
	"messages",
	"actions",
	"levels",
	"files",
	"rubric",
] as const satisfies readonly TypeField[];
const risks = ["", "low", "medium", "high"] as const;

type Props = { form: ItemForm; pictures: Picture[]; problems?: string[] };

/** The fields of an item: those of all types, and those of its own. */
export function ItemFields({ form, pictures, problems }: Props) {
	const t = useMessages(itemFormMessages);
	const s = useMessages(studioMessages);
	const own = isItemType(form.type) ? fieldsOf(form.type) : [];
	return (
		<form method="post">
			<ErrorSummary errors={problems ? { "": problems.join("; ") } : null} />
			<input type="hidden" name="type" value={form.type} />
			<Field label={t.code} name="code" defaultValue={form.code} required />
			<Field
				label={t.competence}
				name="competence"
				defaultValue={form.competence}
				pattern="D[1-5]\.[1-9]"
				required
			/>
			<Field label={t.level} name="level" type="number" min={1} max={4} defaultValue={form.level} required />
			<TextArea label={t.stem} name="stem" defaultValue={form.stem} rows={3} />
			<PictureFields form={form} pictures={pictures} />
			{own.map((name) => (
				<OwnField key={name} name={name} value={form[name]} />
			))}
			<About form={form} />
			<Button>{s.save}</Button>
		</form>
	);
}

function OwnField({ name, value }: { name: TypeField; value: string }) {
	const t = useMessages(itemFormMessages);
	const label = t[name];
	if (boxes.includes(name))
		return <Checkbox label={label} name={name} value="1" defaultChecked={value !== ""} />;
	const hinted = hints.find((one) => one === name);
	const hint = hinted ? <span className="example">{t[`h_${hinted}`]}</span> : undefined;
	const common = { label, name, hint, defaultValue: value };
	return rows[name] ? <TextArea {...common} rows={rows[name]} /> : <Field {...common} />;
}

function About({ form }: { form: ItemForm }) {
	const t = useMessages(itemFormMessages);
	return (
		<details>
			<summary>{t.about}</summary>
			<TextArea label={t.rationale} name="rationale" defaultValue={form.rationale} rows={3} />
			<Field label={t.source} name="source" defaultValue={form.source} />
			<Field label={t.difficulty} name="difficulty" defaultValue={form.difficulty} inputMode="decimal" />
			<Field
				label={t.discrimination}
				name="discrimination"
				defaultValue={form.discrimination}
				inputMode="decimal"
			/>
			<Select
				label={t.leakRisk}
				name="leakRisk"
				defaultValue={form.leakRisk}
				choices={risks.map((value) => ({ value, label: t[`leakRisk.${value}`] }))}
			/>
			<Field label={t.prototype} name="prototype" defaultValue={form.prototype} />
		</details>
	);
}
