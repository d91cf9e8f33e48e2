import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { jobClasses, leaveStatuses } from "#app/records/acts/plan.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { employments } from "#db/schema/people.ts";
import type { TypedAct } from "../form.ts";
import type { FormProps } from "./ActForm.tsx";

/** What an act of that kind asks for. */
export function OwnFields(props: FormProps) {
	const p = useMessages(peopleMessages);
	const t = useMessages(personActMessages);
	const text = textOf(props);
	switch (props.kind) {
		case "post":
			return (
				<>
					<Select
						label={p.unit}
						choices={[
							{ value: "", label: p.noUnit },
							...props.units.map(({ id, name }) => ({ value: id, label: name })),
						]}
						{...text("unit")}
					/>
					<PostFields {...props} />
				</>
			);
		case "agency":
			return (
				<>
					<Field label={t.toAgency} hint={t.toAgencyHint} required {...text("agency")} />
					<PostFields {...props} />
				</>
			);
		case "secondment":
			return (
				<>
					<Field label={t.toAgency} hint={t.toAgencyHint} required {...text("agency")} />
					<Field label={p.position} required {...text("position")} />
				</>
			);
		case "leave":
			return (
				<Select
					label={t.status}
					choices={leaveStatuses.map((value) => ({ value, label: t[`leave.${value}`] }))}
					{...text("status")}
				/>
			);
		case "employment":
			return <EmploymentFields {...props} />;
		case "number":
			return <Field label={t.newNumber} hint={p.numberHint} required {...text("number")} />;
		case "email":
			return <Field label={t.newEmail} type="email" required {...text("email")} />;
		case "name":
			return <NameFields {...props} />;
		default:
			return null;
	}
}

function textOf({ known, typed, errors }: FormProps) {
	const begin: Partial<TypedAct> = typed ?? known;
	return (name: keyof TypedAct) => ({ name, defaultValue: begin[name] ?? "", error: errors?.[name] });
}

function PostFields(props: FormProps) {
	const p = useMessages(peopleMessages);
	const text = textOf(props);
	return (
		<>
			<Field label={p.position} required {...text("position")} />
			<Select
				label={p.jobClass}
				choices={jobClasses.map((value) => ({ value, label: p[`jobClass.${value}`] }))}
				{...text("jobClass")}
			/>
			<Field label={p.grade} optional {...text("grade")} />
		</>
	);
}

function EmploymentFields(props: FormProps) {
	const p = useMessages(peopleMessages);
	const t = useMessages(personActMessages);
	const text = textOf(props);
	return (
		<>
			<Select
				label={p.employment}
				choices={employments.map((value) => ({ value, label: p[`employment.${value}`] }))}
				{...text("employment")}
			/>
			<Field label={t.newNumberOptional} optional hint={t.newNumberHint} {...text("number")} />
			<Field label={p.grade} optional {...text("grade")} />
		</>
	);
}

function NameFields(props: FormProps) {
	const p = useMessages(peopleMessages);
	const text = textOf(props);
	return (
		<>
			<Field label={p.name} required {...text("name")} />
			<Field label={p.titleBefore} optional {...text("titleBefore")} />
			<Field label={p.titleAfter} optional {...text("titleAfter")} />
		</>
	);
}
