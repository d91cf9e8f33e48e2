import { accessMessages } from "#app/i18n/messages/access.ts";
import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { roles, type Typed } from "../form.ts";
import { SpanFields } from "./SpanFields.tsx";

type Props = {
	units: { id: string; name: string }[];
	/** Whether the giver has the whole agency to give. */
	isWhole: boolean;
	errors?: FieldErrors;
	typed?: Extract<Typed, { intent: "give" }>;
};

export function GiveForm({ units, isWhole, errors, typed }: Props) {
	const t = useMessages(roleMessages);
	const a = useMessages(accessMessages);
	const all = isWhole ? [{ value: "", label: t.wholeAgency }] : [];
	return (
		<section>
			<h2>{t.give}</h2>
			<form method="post" className="prose">
				<input type="hidden" name="intent" value="give" />
				<Select
					label={t.role}
					name="role"
					id="f-give-role"
					choices={roles.map((value) => ({ value, label: a[`role.${value}`] }))}
					defaultValue={typed?.role}
					error={errors?.["give-role"]}
				/>
				<Select
					label={t.unit}
					name="unit"
					id="f-give-unit"
					choices={[...all, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
					defaultValue={typed?.unit}
				/>
				<SpanFields of="give" errors={errors} typed={typed} />
				<Button>{t.giveButton}</Button>
			</form>
		</section>
	);
}
