import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { RosterSource } from "#app/people/roster/rosterLine.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = {
	here: string;
	/** Columns that only somebody of the agency can explain, in the order of the form's fields. */
	asked: readonly string[];
	sources: readonly RosterSource[];
	/** What is read already: of the asked ones too, when they were explained before. */
	columns: readonly { name: string; source: RosterSource }[];
	errors?: FieldErrors;
	typed?: Record<string, string | undefined>;
};

/** What the unknown columns of the file mean: a field for each. */
export function Mapping({ here, asked, sources, columns, errors, typed }: Props) {
	const t = useMessages(rosterScreenMessages);
	const choices = [
		{ value: "", label: t.notRead },
		...sources.map((value) => ({ value, label: t[`source.${value}`] })),
	];
	return (
		<section className="prose">
			<h2>{t.mappingTitle}</h2>
			<p>{t.mappingLead}</p>
			<ErrorSummary errors={errors} />
			<form method="post" action={here}>
				{asked.map((name, at) => (
					<Select
						key={name}
						label={name}
						name={`column${at}`}
						choices={choices}
						defaultValue={typed?.[`column${at}`] ?? columns.find((one) => one.name === name)?.source ?? ""}
						error={errors?.[`column${at}`]}
					/>
				))}
				<p className="actions">
					<Button name="intent" value="map">
						{t.mappingGo}
					</Button>
					<Button kind="plain" name="intent" value="cancel">
						{t.cancel}
					</Button>
				</p>
			</form>
		</section>
	);
}
