import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { FactsForm as Form } from "#app/studio/facts.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

const short = [
	"title",
	"level",
	"jp",
	"reviewedOn",
	"signatoryName",
	"signatoryPosition",
	"durationMinutes",
	"passMark",
	"attempts",
	"waitHours",
] as const;
const long = ["summary", "outcomes", "competences", "jpCalculation", "authors", "blueprint"] as const;

/** The course's facts; lists are lines, so that nothing has to be clicked together. */
export function FactsForm({ form }: { form: Form }) {
	const t = useMessages(studioMessages);
	return (
		<section>
			<h2>{t.facts}</h2>
			<form method="post">
				<input type="hidden" name="intent" value="facts" />
				{long.map((name) => (
					<TextArea
						key={name}
						label={t[`f_${name}`]}
						name={name}
						defaultValue={form[name]}
						rows={name === "summary" ? 2 : 4}
					/>
				))}
				{short.map((name) => (
					<Field
						key={name}
						label={t[`f_${name}`]}
						name={name}
						defaultValue={form[name]}
						type={name === "reviewedOn" ? "date" : "text"}
					/>
				))}
				<Select
					label={t.f_audience}
					name="audience"
					defaultValue={form.audience}
					choices={[
						{ value: "agency", label: t.audienceAgency },
						{ value: "all", label: t.audienceAll },
					]}
				/>
				<Select
					label={t.f_feedback}
					name="feedback"
					defaultValue={form.feedback}
					choices={[
						{ value: "full", label: t.feedbackFull },
						{ value: "competence", label: t.feedbackCompetence },
					]}
				/>
				<Button kind="plain">{t.save}</Button>
			</form>
		</section>
	);
}
