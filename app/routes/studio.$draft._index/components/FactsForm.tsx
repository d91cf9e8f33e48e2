import { renewalMessages } from "#app/i18n/messages/renewal.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { FactsForm as Form } from "#app/studio/facts.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

const long = ["summary", "outcomes", "competences", "jpCalculation", "authors", "blueprint"];

/** In the order in which an author thinks: what it is, what it teaches, hours, people, exam. */
const order = [
	"title",
	"summary",
	"outcomes",
	"competences",
	"level",
	"jp",
	"jpCalculation",
	"authors",
	"reviewedOn",
	"signatoryName",
	"signatoryPosition",
	"blueprint",
	"durationMinutes",
	"passMark",
	"attempts",
	"waitHours",
] as const;

/** The course's facts; lists are lines, so that nothing has to be clicked together. */
export function FactsForm({ form }: { form: Form }) {
	const t = useMessages(studioMessages);
	const renewal = useMessages(renewalMessages);
	return (
		<section>
			<h2>{t.facts}</h2>
			<form method="post">
				<input type="hidden" name="intent" value="facts" />
				{order.map((name) => {
					const common = { label: t[`f_${name}`], name, defaultValue: form[name] };
					if (long.includes(name))
						return <TextArea key={name} {...common} rows={name === "summary" ? 2 : 4} />;
					return <Field key={name} {...common} type={name === "reviewedOn" ? "date" : "text"} />;
				})}
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
				<Select
					label={t.f_secondMarker}
					name="secondMarker"
					defaultValue={form.secondMarker}
					choices={[
						{ value: "no", label: t.oneMarker },
						{ value: "yes", label: t.twoMarkers },
					]}
				/>
				<Field
					label={renewal.months}
					name="validityMonths"
					defaultValue={form.validityMonths}
					inputMode="numeric"
				/>
				<Select
					label={renewal.way}
					name="renewal"
					defaultValue={form.renewal}
					choices={[
						{ value: "difference", label: renewal.wayDifference },
						{ value: "whole", label: renewal.wayWhole },
					]}
				/>
				<Button kind="plain">{t.save}</Button>
			</form>
		</section>
	);
}
