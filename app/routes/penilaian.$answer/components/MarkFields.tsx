import { formatNumber } from "#app/i18n/format.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { type Criterion, levelField, type Typed } from "../form.ts";

type Props = { rubric: Criterion[]; missing?: readonly string[]; typed?: Typed };

/** A level for each criterion of the rubric, and a comment. */
export function MarkFields({ rubric, missing = [], typed }: Props) {
	const t = useMessages(markingMessages);
	const lang = useLang();
	const errors = Object.fromEntries(
		missing.map((name) => [name, name === "comment" ? t.commentMissing : t.criterionMissing]),
	);
	return (
		<form method="post">
			<ErrorSummary errors={errors} />
			{rubric.map(({ id, text, levels }) => (
				<ChoiceGroup
					key={id}
					legend={text}
					name={levelField(id)}
					type="radio"
					choices={levels.map((level, place) => ({
						value: String(place),
						label: t.points(level.text, formatNumber(level.points, lang)),
					}))}
					chosen={[typed?.levels[id] ?? ""]}
					error={errors[levelField(id)]}
				/>
			))}
			<TextArea
				label={t.comment}
				name="comment"
				rows={5}
				hint={t.commentHint}
				defaultValue={typed?.comment}
				error={errors.comment}
			/>
			<p className="quiet">{t.once}</p>
			<Button>{t.save}</Button>
		</form>
	);
}
