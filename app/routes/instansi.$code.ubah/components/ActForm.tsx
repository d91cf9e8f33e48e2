import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { ReorganisationKind } from "#db/schema/reorganisations.ts";
import type { Typed } from "../form.ts";
import { AgencyPartFields } from "./AgencyPartFields.tsx";
import { MergeFields } from "./MergeFields.tsx";
import { SplitFields } from "./SplitFields.tsx";
import { UnitSelect } from "./UnitSelect.tsx";

type Unit = { id: string; parentId: string | null; code: string; name: string; level: number };
export type FormProps = {
	kind: ReorganisationKind;
	agency: { name: string; shortName: string };
	unit: Unit | null;
	units: readonly Unit[];
	today: string;
	errors?: FieldErrors;
	typed?: Typed;
};

/** The form of one act: what it needs, then the day, the legal basis and the reason. */
export function ActForm(props: FormProps) {
	const { today, errors, typed } = props;
	const t = useMessages(agencyMessages);
	return (
		<form method="post">
			<ErrorSummary errors={errors} />
			<OwnFields {...props} />
			<Field
				label={t.holdsFrom}
				name="day"
				type="date"
				max={today}
				hint={t.holdsFromHint}
				defaultValue={typed?.day ?? today}
				error={errors?.day}
			/>
			<Field
				label={t.legalBasis}
				name="legalBasis"
				hint={t.legalBasisHint}
				defaultValue={typed?.legalBasis}
				error={errors?.legalBasis}
			/>
			<TextArea label={t.reason} name="reason" rows={2} defaultValue={typed?.reason} error={errors?.reason} />
			<p className="actions">
				<Button>{t.preview}</Button>
			</p>
			<p className="quiet">{t.previewNote}</p>
		</form>
	);
}

function OwnFields({ kind, agency, unit, units, errors, typed }: FormProps) {
	const t = useMessages(agencyMessages);
	const other = units.filter(({ id }) => id !== unit?.id);
	switch (kind) {
		case "unit.rename":
			return (
				<>
					<Field label={t.newName} name="name" defaultValue={typed?.name ?? unit?.name} />
					<Field label={t.unitCode} name="code" defaultValue={typed?.code ?? unit?.code} />
				</>
			);
		case "unit.move":
			return (
				<UnitSelect
					label={t.newParent}
					name="parent"
					none={t.directly}
					units={other}
					chosen={typed?.parent ?? unit?.parentId ?? ""}
				/>
			);
		case "unit.merge":
			return <MergeFields units={other} typed={typed} />;
		case "unit.split":
			return <SplitFields errors={errors} typed={typed} />;
		case "agency.rename":
			return (
				<>
					<Field label={t.newName} name="name" defaultValue={typed?.name ?? agency.name} />
					<Field label={t.shortName} name="shortName" defaultValue={typed?.shortName ?? agency.shortName} />
				</>
			);
		case "agency.merge":
			return <Field label={t.intoAgency} name="into" hint={t.intoAgencyHint} defaultValue={typed?.into} />;
		case "agency.split":
			return <AgencyPartFields units={units} typed={typed} />;
		default:
			return null;
	}
}
